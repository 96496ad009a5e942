import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerPlainText } from '@lexical/plain-text';
import { mergeRegister } from '@lexical/utils';
import {
  $createLineBreakNode,
  $createTextNode,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_HIGH,
  createEditor,
  KEY_ENTER_COMMAND,
  type LexicalNode,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import type { Transcript } from '../../shared/model/entities.ts';
import { $createTurnNode, $isTurnNode, setTurnClasses, type TurnClasses, type TurnFace, TurnNode } from './TurnNode.ts';
import { faceOf } from './transcript.ts';

/** A turn as it stands in the editor. `index` is its place among the transcript's turns, or null for one made here; `speaker` likewise among its speakers. */
export type MendedTurn = { readonly index: number | null; readonly speaker: number | null; readonly text: string };

export type Mending = {
  /** The turns as they stand now, in order, with empty ones. */
  read(): readonly MendedTurn[];
  undo(): void;
  redo(): void;
  /** Gives a turn another speaker, by its key. */
  setSpeaker(key: string, speaker: number): void;
  destroy(): void;
};

/**
 * Lays a transcript into an element to be written in. Enter breaks a line, Ctrl+Enter makes two turns of one, Backspace at the start of a turn joins it to the one before.
 * `onSpeaker` is called when the speaker of a turn is pressed, with the turn's key.
 */
export function mountMending(
  root: HTMLElement,
  transcript: Transcript,
  turns: readonly MendedTurn[],
  classes: TurnClasses,
  onChange: () => void,
  onSpeaker: (key: string) => void,
): Mending {
  setTurnClasses(classes);
  const editor = createEditor({
    namespace: 'mending',
    nodes: [TurnNode],
    onError: error => {
      throw error;
    },
  });
  editor.setRootElement(root);
  editor.update(
    () => {
      const page = $getRoot().clear();
      for (const turn of turns) {
        const face = turn.index === null ? madeFace : faceOf(transcript, turn.index);
        page.append($createTurnNode(spokenBy(face, transcript, turn.speaker)).append(...wordsAsNodes(turn.text)));
      }
    },
    { discrete: true },
  );
  const press = (event: MouseEvent) => {
    const who = event.target instanceof Element ? event.target.closest<HTMLElement>(`.${classes.who}`) : null;
    const row = who?.parentElement;
    if (!row) return;
    const key = editor.read(() =>
      $getRoot()
        .getChildren()
        .find(node => editor.getElementByKey(node.getKey()) === row)
        ?.getKey(),
    );
    if (key !== undefined) onSpeaker(key);
  };
  root.addEventListener('click', press);
  const clean = mergeRegister(
    registerPlainText(editor),
    registerHistory(editor, createEmptyHistoryState(), 600),
    editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size + dirtyLeaves.size > 0) onChange();
    }),
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      event => {
        if (!event || !(event.ctrlKey || event.metaKey)) return false;
        event.preventDefault();
        return $splitTurn();
      },
      COMMAND_PRIORITY_HIGH,
    ),
    () => root.removeEventListener('click', press),
  );
  return {
    read: () => editor.read(() => $getRoot().getChildren().flatMap($mended)),
    undo: () => void editor.dispatchCommand(UNDO_COMMAND, undefined),
    redo: () => void editor.dispatchCommand(REDO_COMMAND, undefined),
    setSpeaker: (key, speaker) =>
      editor.update(() => {
        const node = $getNodeByKey(key);
        if (!$isTurnNode(node)) return;
        const changed = $createTurnNode(spokenBy(node.__face, transcript, speaker));
        changed.append(...node.getChildren());
        node.replace(changed);
      }),
    destroy: () => {
      clean();
      editor.setRootElement(null);
    },
  };
}

/** The turns of a transcript as the editor takes them. */
export function turnsToMend({ text, turns, speakers }: Transcript): readonly MendedTurn[] {
  const places = new Map(speakers.map((speaker, index) => [speaker.id, index]));
  return turns.map((turn, index) => ({
    index,
    speaker: turn.speaker === null ? null : (places.get(turn.speaker) ?? null),
    text: text.slice(turn.start, turn.end),
  }));
}

const madeFace: TurnFace = {
  index: -1,
  ordinal: 0,
  speaker: '',
  speakerIndex: null,
  time: null,
  asks: false,
  made: true,
};

function spokenBy(face: TurnFace, { speakers }: Transcript, speaker: number | null): TurnFace {
  const said = speaker === null ? undefined : speakers[speaker];
  return {
    ...face,
    speaker: said?.name ?? '',
    speakerIndex: said ? speaker : null,
    asks: said?.role === 'interviewer',
  };
}

/** Words as the editor holds them: text, with a node for each line break. */
function wordsAsNodes(words: string): LexicalNode[] {
  return words
    .split('\n')
    .flatMap((line, index) => [
      ...(index > 0 ? [$createLineBreakNode()] : []),
      ...(line === '' ? [] : [$createTextNode(line)]),
    ]);
}

function $mended(node: LexicalNode): readonly MendedTurn[] {
  if (!$isElementNode(node)) return [];
  const face = $isTurnNode(node) ? node.__face : null;
  return [
    {
      index: face?.made ? null : (face?.index ?? null),
      speaker: face?.speakerIndex ?? null,
      text: node.getTextContent(),
    },
  ];
}

/** Makes two turns of the one with the caret; the words after it go to the new one, with the same speaker. */
function $splitTurn(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  if (!selection.isCollapsed()) selection.removeText();
  const anchor = selection.anchor.getNode();
  const turn = $isTurnNode(anchor) ? anchor : anchor.getParents().find($isTurnNode);
  if (!turn) return false;
  const made = $createTurnNode({ ...turn.__face, made: true, time: null });
  const after: LexicalNode[] = [];
  if ($isTextNode(anchor)) {
    const offset = selection.anchor.offset;
    const rest =
      offset === 0 ? anchor : offset >= anchor.getTextContentSize() ? null : (anchor.splitText(offset)[1] ?? null);
    after.push(...(rest ? [rest, ...rest.getNextSiblings()] : anchor.getNextSiblings()));
  } else if ($isTurnNode(anchor)) after.push(...anchor.getChildren().slice(selection.anchor.offset));
  made.append(...after);
  turn.insertAfter(made);
  made.selectStart();
  return true;
}
