import type { Span } from '../model/entities.ts';

/** A stretch of the old text and what became of it: the very same (`exact`), or mended. */
export type Piece = { readonly old: Span; readonly new: Span; readonly exact: boolean };

/** Where a place stands after an edit. `same`: its words are exactly those it had. Null: none of its words is left. */
export type Mapped = (Span & { readonly same: boolean }) | null;

const word = /[\p{L}\p{N}]/u;
const visible = /[^\s\u200B\u2060\uFEFF]/;

/**
 * Carries a place over by the pieces that are left of the text, which ascend in both. It reaches from the first of its pieces to the last;
 * where all that stood at its edge was written anew, it takes in what stands there now, within the turn. Null where none of its words is left.
 */
export function mapPlace(old: string, text: string, pieces: readonly Piece[], place: Span): Mapped {
  const first = firstAfter(pieces, place.start);
  let last = first - 1;
  let words = !word.test(old.slice(place.start, place.end));
  for (let index = first; index < pieces.length; index++) {
    const piece = pieces[index];
    if (!piece || piece.old.start >= place.end) break;
    last = index;
    words ||= word.test(old.slice(Math.max(place.start, piece.old.start), Math.min(place.end, piece.old.end)));
  }
  const [head, tail] = [pieces[first], pieces[last]];
  if (!words || !head || !tail || last < first) return null;
  let start = startOf(old, text, pieces[first - 1] ?? null, head, place);
  let end = endOf(old, text, pieces[last + 1] ?? null, tail, place);
  if (end <= start) {
    start = head.new.start;
    end = tail.new.end;
  }
  return { start, end, same: text.slice(start, end) === old.slice(place.start, place.end) };
}

function startOf(old: string, text: string, before: Piece | null, head: Piece, place: Span): number {
  if (place.start > head.old.start) return within(old, text, head, place.start, 'start');
  const outside = old.slice(before?.old.end ?? 0, place.start);
  const rewritten = visible.test(old.slice(place.start, head.old.start)) && !visible.test(outside);
  if (!rewritten) return head.new.start;
  const from = before?.new.end ?? 0;
  const anew = text.slice(from, head.new.start);
  const turn = anew.lastIndexOf('\n\n') + 1;
  const at = anew.slice(turn).search(visible);
  return at < 0 ? head.new.start : from + turn + at;
}

function endOf(old: string, text: string, after: Piece | null, tail: Piece, place: Span): number {
  if (place.end < tail.old.end) return within(old, text, tail, place.end, 'end');
  const outside = old.slice(place.end, after?.old.start ?? old.length);
  const rewritten = visible.test(old.slice(tail.old.end, place.end)) && !visible.test(outside);
  if (!rewritten) return tail.new.end;
  const anew = text.slice(tail.new.end, after?.new.start ?? text.length).split('\n\n', 1)[0] ?? '';
  return tail.new.end + anew.replace(/[\s\u200B\u2060\uFEFF]+$/, '').length;
}

/** A place inside a piece: exactly there, or in a mended word as far from the end that is still the same. Never inside a surrogate pair. */
function within(old: string, text: string, piece: Piece, at: number, edge: 'start' | 'end'): number {
  const from = at - piece.old.start;
  if (piece.exact) return piece.new.start + from;
  const was = old.slice(piece.old.start, piece.old.end);
  const is = text.slice(piece.new.start, piece.new.end);
  let head = 0;
  while (head < was.length && was[head] === is[head]) head++;
  const place = from <= head ? from : Math.max(0, is.length - (was.length - from));
  const cut = /[\uDC00-\uDFFF]/.test(is[place] ?? '') && /[\uD800-\uDBFF]/.test(is[place - 1] ?? '');
  return piece.new.start + place + (cut ? (edge === 'start' ? -1 : 1) : 0);
}

/** Index of the first piece that ends after `at` in the old text, by halving. */
function firstAfter(pieces: readonly Piece[], at: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.old.end ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}
