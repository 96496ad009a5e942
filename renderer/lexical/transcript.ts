import { $createTextNode, $getRoot, createEditor } from 'lexical';
import type { Transcript } from '../../shared/model/entities.ts';
import { clock } from '../../shared/text/clock.ts';
import { $createTurnNode, setTurnClasses, type TurnClasses, type TurnFace, TurnNode } from './TurnNode.ts';

type EditContextHost = HTMLElement & { editContext?: unknown };
type EditContextMaker = { readonly EditContext?: new () => unknown };

/**
 * Lays a transcript into an element: one node a turn, read-only. Where Chromium's EditContext is there, the element takes a caret and all keys that move and
 * extend a selection, but nothing typed, pasted, cut or dropped can reach the text; elsewhere the mouse selects, and `moveSelection` serves the keys.
 * Returns its own clean-up.
 */
export function mountTranscript(root: HTMLElement, transcript: Transcript, classes: TurnClasses): () => void {
  setTurnClasses(classes);
  const editor = createEditor({
    namespace: 'transcript',
    editable: false,
    nodes: [TurnNode],
    onError: error => {
      throw error;
    },
  });
  editor.setRootElement(root);
  editor.update(
    () => {
      const page = $getRoot().clear();
      for (const [index, turn] of transcript.turns.entries()) {
        const node = $createTurnNode(faceOf(transcript, index));
        page.append(node.append($createTextNode(transcript.text.slice(turn.start, turn.end))));
      }
    },
    { discrete: true },
  );
  const { EditContext } = globalThis as unknown as EditContextMaker;
  const host: EditContextHost = root;
  if (EditContext && 'editContext' in root) host.editContext = new EditContext();
  const refuse = (event: Event) => event.preventDefault();
  const refused = ['beforeinput', 'paste', 'cut', 'drop', 'dragover'] as const;
  for (const type of refused) root.addEventListener(type, refuse);
  return () => {
    for (const type of refused) root.removeEventListener(type, refuse);
    if (EditContext && 'editContext' in root) host.editContext = null;
    editor.setRootElement(null);
  };
}

/** What the turn at a place shows besides its words. */
export function faceOf({ turns, speakers }: Transcript, index: number): TurnFace {
  const turn = turns[index];
  const at = speakers.findIndex(speaker => speaker.id === turn?.speaker);
  const speaker = speakers[at];
  return {
    index,
    ordinal: turn?.ordinal ?? index + 1,
    speaker: speaker?.name ?? '',
    speakerIndex: at < 0 ? null : at,
    time: turn?.fromMs == null ? null : clock(turn.fromMs),
    asks: speaker?.role === 'interviewer',
  };
}
