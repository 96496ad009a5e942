import type { Span } from '../model/entities.ts';

/** What stands on the words of one source. */
export type CodedSpan<Id> = Span & { readonly code: Id };

/** Adds up, source by source, how many UTF-16 units each code covers and each pair of codes covers together. */
export type OverlapTally<Id> = {
  add(spans: readonly CodedSpan<Id>[]): void;
  /** Pairs that cover much the same words, most alike first. `score`: words in common ÷ words of either, 0 to 1. */
  pairs(least: number): readonly { readonly a: Id; readonly b: Id; readonly score: number }[];
};

export function overlapTally<Id extends string>(): OverlapTally<Id> {
  const covered = new Map<Id, number>();
  const shared = new Map<Id, Map<Id, number>>();
  const more = (map: Map<Id, number>, key: Id, by: number) => map.set(key, (map.get(key) ?? 0) + by);
  const addStretch = (codes: readonly Id[], length: number) => {
    for (const [index, a] of codes.entries()) {
      more(covered, a, length);
      for (let other = index + 1; other < codes.length; other++) {
        const b = codes[other];
        if (b === undefined) continue;
        const row = shared.get(a) ?? new Map<Id, number>();
        shared.set(a, row);
        more(row, b, length);
      }
    }
  };
  return {
    add: spans => {
      const edges = spans
        .flatMap(span => [
          { at: span.start, code: span.code, by: 1 },
          { at: span.end, code: span.code, by: -1 },
        ])
        .sort((a, b) => a.at - b.at);
      const open = new Map<Id, number>();
      let from = 0;
      for (const { at, code, by } of edges) {
        if (at > from && open.size > 0) addStretch([...open.keys()].sort(), at - from);
        from = at;
        const count = (open.get(code) ?? 0) + by;
        if (count > 0) open.set(code, count);
        else open.delete(code);
      }
    },
    pairs: least =>
      [...shared]
        .flatMap(([a, row]) =>
          [...row].map(([b, both]) => {
            const either = (covered.get(a) ?? 0) + (covered.get(b) ?? 0) - both;
            return { a, b, score: both / either };
          }),
        )
        .filter(pair => pair.score >= least)
        .sort((a, b) => b.score - a.score),
  };
}
