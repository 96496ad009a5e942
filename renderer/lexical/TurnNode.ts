import {
  $applyNodeReplacement,
  ElementNode,
  type LexicalNode,
  type NodeKey,
  type SerializedElementNode,
} from 'lexical';

/** What a turn shows besides its words. `time` is where it begins in the recording, as shown. */
export type TurnFace = {
  readonly index: number;
  readonly ordinal: number;
  readonly speaker: string;
  readonly time: string | null;
  readonly asks: boolean;
  /** Place among the transcript's speakers; null where no one is named. */
  readonly speakerIndex: number | null;
  /** True for a turn that was made in the editor. */
  readonly made?: boolean;
};
export type TurnClasses = Readonly<Record<'turn' | 'asks' | 'ordinal' | 'who' | 'time' | 'words', string>>;

let classes: TurnClasses = { turn: '', asks: '', ordinal: '', who: '', time: '', words: '' };

/** Sets the class names that turns are drawn with. */
export function setTurnClasses(next: TurnClasses): void {
  classes = next;
}

/** One turn of a transcript. Its number, speaker and time stand outside the text, where no selection reaches; only the words are its children. */
export class TurnNode extends ElementNode {
  __face: TurnFace;

  constructor(face: TurnFace, key?: NodeKey) {
    super(key);
    this.__face = face;
  }

  static override getType(): string {
    return 'turn';
  }

  static override clone(node: TurnNode): TurnNode {
    return new TurnNode(node.__face, node.__key);
  }

  static override importJSON(serialized: SerializedElementNode & { readonly face: TurnFace }): TurnNode {
    return $createTurnNode(serialized.face);
  }

  override exportJSON(): SerializedElementNode & { readonly face: TurnFace } {
    return { ...super.exportJSON(), face: this.__face };
  }

  override createDOM(): HTMLElement {
    const { index, ordinal, speaker, time, asks } = this.__face;
    const turn = element('div', asks ? `${classes.turn} ${classes.asks}` : classes.turn);
    const who = element('span', classes.who, speaker);
    if (time !== null) who.append(element('time', classes.time, time));
    const words = element('p', classes.words);
    words.dataset.turn = String(index);
    words.dir = 'auto';
    turn.append(element('span', classes.ordinal, String(ordinal)), who, words);
    return turn;
  }

  override updateDOM(): boolean {
    return false;
  }

  override getDOMSlot(element: HTMLElement) {
    const words = element.querySelector<HTMLElement>('[data-turn]');
    const slot = super.getDOMSlot(element);
    return words ? slot.withElement(words) : slot;
  }

  override insertNewAfter(): null {
    return null;
  }

  override canBeEmpty(): boolean {
    return true;
  }

  override isInline(): boolean {
    return false;
  }
}

function element(tag: 'div' | 'span' | 'time' | 'p', className: string, words = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  if (words !== '') made.textContent = words;
  return made;
}

export function $createTurnNode(face: TurnFace): TurnNode {
  return $applyNodeReplacement(new TurnNode(face));
}

export function $isTurnNode(node: LexicalNode | null | undefined): node is TurnNode {
  return node instanceof TurnNode;
}
