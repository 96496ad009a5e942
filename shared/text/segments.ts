import type { Span } from '../model/entities.ts';

/** A stretch in which the very same codings stand. */
export type Segment<Id> = Span & { readonly codings: readonly Id[] };

/**
 * Cuts a text of `length` UTF-16 units into ascending pieces that cover all of it, each with the ids of the codings that stand on it, in the order given.
 * The one place that says what is marked where: views, exports and print paint from it. O(n log n) for n codings plus the size of the result.
 */
export function segments<Id>(length: number, codings: readonly (Span & { readonly id: Id })[]): readonly Segment<Id>[] {
  const inside = codings.filter(coding => coding.start < coding.end && coding.end > 0 && coding.start < length);
  const cuts = new Set<number>([0, length]);
  for (const coding of inside) {
    cuts.add(Math.max(0, coding.start));
    cuts.add(Math.min(length, coding.end));
  }
  const places = [...cuts].sort((a, b) => a - b);
  const order = inside.map((coding, index) => ({ ...coding, index })).sort((a, b) => a.start - b.start);
  const pieces: Segment<Id>[] = [];
  let active: (typeof order)[number][] = [];
  let next = 0;
  for (const [index, start] of places.entries()) {
    const end = places[index + 1];
    if (end === undefined) break;
    active = active.filter(coding => coding.end > start);
    for (let coming = order[next]; coming && coming.start <= start; coming = order[++next]) active.push(coming);
    const here = active.toSorted((a, b) => a.index - b.index).map(coding => coding.id);
    pieces.push({ start, end, codings: here });
  }
  return pieces;
}
