import { expect, test } from 'vitest';
import { type CodedSpans, cooccurrences } from '../../../shared/analysis/cooccurrence.ts';
import { pairPlaces } from '../../../shared/analysis/pairPlaces.ts';

/** Numbers that look random and are the same each time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

function randomSpans(seed: number, rows: number): CodedSpans {
  const pick = numbers(seed);
  const made = new Map<string, readonly [number, number, number, number]>();
  for (let n = 0; n < rows; n++) {
    const start = pick(80);
    const row = [pick(3), start, start + 1 + pick(20), pick(4)] as const;
    made.set(row.join(' '), row);
  }
  const sorted = [...made.values()].sort((x, y) => x[0] - y[0] || x[1] - y[1] || x[2] - y[2] || x[3] - y[3]);
  const column = (at: 0 | 1 | 2 | 3) => Int32Array.from(sorted, row => row[at]);
  return { count: sorted.length, source: column(0), start: column(1), end: column(2), code: column(3) };
}

/** A word begins at every fourth unit. */
const near = { words: 2, startsOf: () => Int32Array.from({ length: 40 }, (_, n) => n * 4) };

test('there are as many places as are counted, for every pair and relation', () => {
  for (let seed = 1; seed <= 25; seed++) {
    const spans = randomSpans(seed, 40);
    const pairs = cooccurrences(spans, 4, near);
    expect(pairs.length).toBeGreaterThan(0);
    for (const { a, b, ...counts } of pairs) {
      for (const relation of ['overlap', 'inside', 'around', 'near'] as const) {
        const places = pairPlaces(spans, { a, b, relation }, near);
        expect(places.length, `seed ${seed}, ${a} and ${b}, ${relation}`).toBe(counts[relation]);
        for (const { first, second } of places) {
          expect([spans.code[first], spans.code[second]]).toEqual([a, b]);
          expect(spans.source[first]).toBe(spans.source[second]);
        }
      }
    }
  }
});

test('without nearness nothing is near', () => {
  expect(pairPlaces(randomSpans(3, 40), { a: 0, b: 1, relation: 'near' })).toEqual([]);
});
