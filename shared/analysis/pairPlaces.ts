import type { CodedSpans, Nearness } from './cooccurrence.ts';
import { startsBefore } from './overlap.ts';

/** How two extracts lie to each other: see `CodePair`. */
export type PairRelation = 'overlap' | 'inside' | 'around' | 'near';

/** Two extracts, by their places in the spans: one of code `a`, one of code `b`. */
export type PairPlace = { readonly first: number; readonly second: number };

/** The places that `cooccurrences` counts for one relation of the codes `a` and `b`, in the order of the text. */
export function pairPlaces(
  spans: CodedSpans,
  { a, b, relation }: { readonly a: number; readonly b: number; readonly relation: PairRelation },
  near: Nearness | null = null,
): readonly PairPlace[] {
  const { source, start, end, code } = spans;
  const found: PairPlace[] = [];
  for (let from = 0; from < spans.count; ) {
    let to = from;
    while (to < spans.count && source[to] === source[from]) to++;
    const starts = relation === 'near' && near ? near.startsOf(source[from] ?? 0) : null;
    for (let one = from; one < to; one++) {
      if (code[one] !== a && code[one] !== b) continue;
      const other = code[one] === a ? b : a;
      const reach = end[one] ?? 0;
      const most = starts && near ? startsBefore(starts, reach) + near.words : 0;
      for (let two = one + 1; two < to; two++) {
        const meets = (start[two] ?? 0) < reach;
        if (!meets && (!starts || startsBefore(starts, start[two] ?? 0) > most)) break;
        if (code[two] !== other) continue;
        const [first, second] = code[one] === a ? [one, two] : [two, one];
        if (meets ? lies(spans, first, second, relation) : relation === 'near') found.push({ first, second });
      }
    }
    from = to;
  }
  return found;
}

function lies({ start, end }: CodedSpans, first: number, second: number, relation: PairRelation): boolean {
  const holds = (outer: number, inner: number) =>
    (start[outer] ?? 0) <= (start[inner] ?? 0) && (end[inner] ?? 0) <= (end[outer] ?? 0);
  return (
    relation === 'overlap' ||
    (relation === 'inside' ? holds(second, first) : relation === 'around' && holds(first, second))
  );
}
