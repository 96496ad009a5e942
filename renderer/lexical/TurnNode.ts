import {
  $applyNodeReplacement,
  ElementNode,
  type LexicalNode,
  type NodeKey,
  type SerializedElementNode,
} from 'lexical';

export type TurnFace = {
  readonly index: number;
  readonly ordinal: number;
  readonly speaker: string;
  readonly asks: boolean;
};
export type TurnClasses = Readonly<Record<'turn' | 'asks' | 'ordinal' | 'who' | 'words', string>>;

let classes: TurnClasses = { turn: 'turn', asks: 'asks', ordinal: 'ordinal', who: 'who', words: 'words' };

/** Sets the class names that turns are drawn with. */
export function setTurnClasses(next: TurnClasses): void {
  classes = next;
}

/** One turn of a transcript. Its number and speaker stand outside the text, where no selection reaches; only the words are its children. */
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
    const { index, ordinal, speaker, asks } = this.__face;
    const turn = document.createElement('div');
    turn.className = `${classes.turn} ${asks ? classes.asks : ''}`;
    const number = document.createElement('span');
    number.className = classes.ordinal;
    number.textContent = String(ordinal);
    const who = document.createElement('span');
    who.className = classes.who;
    who.textContent = speaker;
    const words = document.createElement('p');
    words.className = classes.words;
    words.dataset['turn'] = String(index);
    words.dir = 'auto';
    turn.append(number, who, words);
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

export function $createTurnNode(face: TurnFace): TurnNode {
  return $applyNodeReplacement(new TurnNode(face));
}

export function $isTurnNode(node: LexicalNode | null | undefined): node is TurnNode {
  return node instanceof TurnNode;
}
