import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CodedSpans, cooccurrences } from '../../../shared/analysis/cooccurrence.ts';
import { lieOf, startsBefore, wordStarts } from '../../../shared/analysis/overlap.ts';
import { countWords } from '../../../shared/text/words.ts';

type Row = { readonly source: number; readonly start: number; readonly end: number; readonly code: number };

function columns(rows: readonly Row[]): CodedSpans {
  const distinct = [...new Map(rows.map(row => [JSON.stringify(row), row])).values()].sort(
    (a, b) => a.source - b.source || a.start - b.start || a.end - b.end || a.code - b.code,
  );
  const column = (key: keyof Row) => Int32Array.from(distinct, row => row[key]);
  return {
    count: distinct.length,
    source: column('source'),
    start: column('start'),
    end: column('end'),
    code: column('code'),
  };
}

const text = 'a b, – c d\u2003e f — g h i j k l m n o p q r s t u v w x y z';

/** Every pair of rows compared with every other, one at a time. */
function slowly(rows: readonly Row[], near: number) {
  const { source, start, end, code, count } = columns(rows);
  const list = Array.from({ length: count }, (_, n) => ({
    source: source[n]!,
    start: start[n]!,
    end: end[n]!,
    code: code[n]!,
  }));
  const pairs = new Map<
    string,
    { a: number; b: number; overlap: number; inside: number; around: number; near: number }
  >();
  for (const x of list) {
    for (const y of list) {
      if (x.code >= y.code || x.source !== y.source) continue;
      const key = `${x.code} ${y.code}`;
      const pair = pairs.get(key) ?? { a: x.code, b: y.code, overlap: 0, inside: 0, around: 0, near: 0 };
      const lie = lieOf(x, y);
      if (lie === 'apart') {
        const [first, second] = x.end <= y.start ? [x, y] : [y, x];
        const between = wordStarts(text).filter(at => at >= first.end && at < second.start).length;
        if (between <= near) pair.near++;
      } else {
        pair.overlap++;
        if (lie === 'inside' || lie === 'same') pair.inside++;
        if (lie === 'around' || lie === 'same') pair.around++;
      }
      if (pair.overlap + pair.near > 0) pairs.set(key, pair);
    }
  }
  return [...pairs.values()];
}

describe('codes that occur together', () => {
  const row = fc
    .tuple(fc.nat(1), fc.nat(text.length - 2), fc.integer({ min: 1, max: 30 }), fc.nat(3))
    .map(([source, start, long, code]) => ({ source, start, end: Math.min(text.length, start + long), code }));

  test('the sweep finds what comparing every pair finds', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), fc.nat(4), (rows, near) => {
        const found = cooccurrences(columns(rows), 4, { words: near, startsOf: () => wordStarts(text) });
        const order = (a: { a: number; b: number }, b: { a: number; b: number }) => a.a - b.a || a.b - b.b;
        expect(found.toSorted(order)).toEqual(slowly(rows, near).sort(order));
      }),
      { numRuns: 300 },
    );
  });

  test('very many codes give the same as few', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), rows => {
        expect(cooccurrences(columns(rows), 5_000)).toEqual(cooccurrences(columns(rows), 4));
      }),
    );
  });

  test('without nearness only shared words count; the strongest pair is first', () => {
    const rows = [
      { source: 0, start: 0, end: 10, code: 0 },
      { source: 0, start: 2, end: 5, code: 1 },
      { source: 0, start: 10, end: 12, code: 2 },
      { source: 1, start: 0, end: 3, code: 1 },
      { source: 1, start: 0, end: 3, code: 0 },
      { source: 1, start: 2, end: 4, code: 2 },
    ];
    expect(cooccurrences(columns(rows), 3)).toEqual([
      { a: 0, b: 1, overlap: 2, inside: 1, around: 2, near: 0 },
      { a: 0, b: 2, overlap: 1, inside: 0, around: 0, near: 0 },
      { a: 1, b: 2, overlap: 1, inside: 0, around: 0, near: 0 },
    ]);
  });
});

describe('words by their beginnings', () => {
  test('are as many as a word processor counts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), any => {
        expect(wordStarts(any).length).toBe(countWords(any));
      }),
      { numRuns: 500 },
    );
    expect([...wordStarts('(a) – b  𝒳')]).toEqual([0, 6, 9]);
  });
  test('are counted up to a place', () => {
    const starts = Int32Array.from([0, 4, 9]);
    expect([0, 1, 4, 5, 9, 10].map(at => startsBefore(starts, at))).toEqual([0, 1, 1, 2, 2, 3]);
  });
});
