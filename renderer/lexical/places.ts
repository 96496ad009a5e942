import type { Span, Turn } from '../../shared/model/entities.ts';
import { snapToGraphemes, trimSelection } from '../../shared/text/selection.ts';
import { firstTurnAfter } from '../../shared/text/turns.ts';

type Text_ = { readonly text: string; readonly turns: readonly Turn[] };

/** The words of a turn on the page. */
const wordsOf = (root: HTMLElement, index: number) =>
  root.children[index]?.querySelector<HTMLElement>('[data-turn]') ?? null;

/** The text node that holds a turn's words. */
const textOf = (root: HTMLElement, index: number): Text | null => {
  const node = wordsOf(root, index)?.querySelector('span')?.firstChild;
  return node instanceof Text ? node : null;
};

/** A place in the DOM as an offset in the transcript's text, in UTF-16 units; null outside the transcript. Places between turns belong to the turn that follows, or the end of the last. */
export function offsetAt(root: HTMLElement, { turns }: Text_, node: Node, offset: number): number | null {
  if (!root.contains(node)) return null;
  const element = node instanceof Element ? node : node.parentElement;
  const words = element?.closest<HTMLElement>('[data-turn]');
  if (words) {
    const turn = turns[Number(words.dataset.turn)];
    if (!turn) return null;
    const before = document.createRange();
    before.selectNodeContents(words);
    before.setEnd(node, offset);
    return Math.min(turn.end, turn.start + before.toString().length);
  }
  const row = element === root ? root.children[offset] : [...root.children].find(child => child.contains(node));
  const next = row?.querySelector<HTMLElement>('[data-turn]');
  if (next) return turns[Number(next.dataset.turn)]?.start ?? null;
  return turns.at(-1)?.end ?? null;
}

/** The selected words as a span of the text: without outer white space, whole characters, never more than the turns' words. Null if nothing in the transcript is selected. */
export function selectedSpan(root: HTMLElement, transcript: Text_): Span | null {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const start = offsetAt(root, transcript, range.startContainer, range.startOffset);
  const end = offsetAt(root, transcript, range.endContainer, range.endOffset);
  if (start === null || end === null || start >= end) return null;
  const trimmed = trimSelection(transcript.text, snapToGraphemes(transcript.text, { start, end }));
  return trimmed;
}

/** Where the caret stands, in UTF-16 units; null outside the transcript. */
export function caretOffset(root: HTMLElement, transcript: Text_): number | null {
  const selection = getSelection();
  return selection?.focusNode ? offsetAt(root, transcript, selection.focusNode, selection.focusOffset) : null;
}

/** A span's ranges on the page, one for each turn among `visible` (all if absent). Static: live ranges would slow down every change of the page. */
export function rangesOf(
  root: HTMLElement,
  { turns }: Text_,
  span: Span,
  visible?: ReadonlySet<number>,
): readonly StaticRange[] {
  const ranges: StaticRange[] = [];
  for (let index = firstTurnAfter(turns, span.start); index < turns.length; index++) {
    const turn = turns[index];
    if (!turn || turn.start >= span.end) break;
    if (visible && !visible.has(index)) continue;
    const node = textOf(root, index);
    if (!node) continue;
    ranges.push(
      new StaticRange({
        startContainer: node,
        startOffset: Math.max(0, span.start - turn.start),
        endContainer: node,
        endOffset: Math.min(node.length, span.end - turn.start),
      }),
    );
  }
  return ranges;
}

/** The one live range, with which everything is measured. */
const ruler = document.createRange();

/** The boxes of a range's lines, in pixels of the window. */
export function rectsOf({ startContainer, startOffset, endContainer, endOffset }: StaticRange): readonly DOMRect[] {
  ruler.setStart(startContainer, startOffset);
  ruler.setEnd(endContainer, endOffset);
  return [...ruler.getClientRects()];
}

/** The upper edge of a range's first character and the lower edge of its last, in pixels of the window; null where nothing is laid out. */
export function heightsOf(
  first: StaticRange,
  last: StaticRange,
): { readonly top: number; readonly bottom: number } | null {
  ruler.setStart(first.startContainer, first.startOffset);
  ruler.setEnd(first.startContainer, Math.min(first.endOffset, first.startOffset + 1));
  const top = ruler.getClientRects()[0]?.top;
  ruler.setStart(last.endContainer, Math.max(last.startOffset, last.endOffset - 1));
  ruler.setEnd(last.endContainer, last.endOffset);
  const rects = ruler.getClientRects();
  const bottom = rects[rects.length - 1]?.bottom;
  return top === undefined || bottom === undefined ? null : { top, bottom };
}

/** Selects a span on the page, as if by hand. */
export function selectSpan(root: HTMLElement, transcript: Text_, span: Span): void {
  const ranges = rangesOf(root, transcript, span);
  const first = ranges[0];
  const last = ranges.at(-1);
  if (!first || !last) return;
  getSelection()?.setBaseAndExtent(first.startContainer, first.startOffset, last.endContainer, last.endOffset);
}

/** Puts the caret at an offset of the text, in UTF-16 units. */
export function putCaret(root: HTMLElement, { turns }: Text_, at: number): void {
  const index = firstTurnAfter(turns, at);
  const turn = turns[index];
  const node = turn ? textOf(root, index) : null;
  if (turn && node) getSelection()?.collapse(node, Math.min(node.length, Math.max(0, at - turn.start)));
}

/** A caret that stands beside the words, at a turn's number or speaker, goes to the words. Says whether it had to. */
export function bringCaretToWords(root: HTMLElement, transcript: Text_): boolean {
  const selection = getSelection();
  const node = selection?.focusNode;
  if (!selection?.isCollapsed || !node || node === root) return false;
  const element = node instanceof Element ? node : node.parentElement;
  if (!element || element.closest('[data-turn]') || element.querySelector('[data-turn]')) return false;
  const at = offsetAt(root, transcript, node, selection.focusOffset);
  if (at === null) return false;
  putCaret(root, transcript, at);
  return true;
}

/** Puts the caret into a turn, at its start. */
export function placeCaret(root: HTMLElement, transcript: Text_, index: number): void {
  const turn = transcript.turns[index];
  if (turn) putCaret(root, transcript, turn.start);
}

/** Brings a span into view. */
export function showSpan(root: HTMLElement, { turns }: Text_, span: Span): void {
  root.children[firstTurnAfter(turns, span.start)]?.scrollIntoView({ block: 'center' });
}
