import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overlapTally } from '../../../shared/analysis/similarExtracts.ts';
import { similarNames } from '../../../shared/analysis/similarNames.ts';
import { typingDistance } from '../../../shared/text/mended.ts';

const pairs = (...names: readonly string[]) =>
  similarNames(names.map(name => ({ id: name, name }))).map(({ a, b }) => [a, b].sort().join(' ~ '));

describe('names that may mean the same', () => {
  test.each([
    ['Trust', 'trust'],
    ['Café', 'cafe'],
    ['Role model', 'Role models'],
    ['Peer support', 'Support, peer'],
    ['Families', 'family'],
    ['Confidence', 'Confidance'],
  ])('“%s” and “%s”', (a, b) => {
    expect(pairs(a, b)).toHaveLength(1);
  });

  test.each([
    ['Work', 'Word'],
    ['Phase 1 fears', 'Phase 2 fears'],
    ['Trust in staff', 'Trust in peers'],
    ['Belonging', 'Longing'],
    ['', '—'],
  ])('not “%s” and “%s”', (a, b) => {
    expect(pairs(a, b)).toEqual([]);
  });

  test('a thousand codes take no longer than a moment', () => {
    const names = Array.from(
      { length: 1_000 },
      (_, n) => `Code about ${n.toString(26)} and ${(n * 7919).toString(26)}`,
    );
    const started = performance.now();
    pairs(...names);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

test('typing distance is a measure of letters', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
      const distance = typingDistance(a, b);
      expect(distance).toBe(typingDistance(b, a));
      expect(distance === 0).toBe(a === b);
      expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
      expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
    }),
  );
  expect(typingDistance('teh', 'the')).toBe(1);
});

test('codes that cover the same words score as sets of characters would', () => {
  const span = fc.record({
    start: fc.nat(30),
    length: fc.integer({ min: 1, max: 12 }),
    code: fc.constantFrom('a', 'b', 'c'),
  });
  fc.assert(
    fc.property(fc.array(fc.array(span, { maxLength: 8 }), { maxLength: 3 }), sources => {
      const tally = overlapTally<string>();
      const covered = new Map<string, Set<string>>();
      for (const [source, list] of sources.entries()) {
        tally.add(list.map(one => ({ start: one.start, end: one.start + one.length, code: one.code })));
        for (const { start, length, code } of list) {
          const set = covered.get(code) ?? new Set();
          covered.set(code, set);
          for (let at = start; at < start + length; at++) set.add(`${source} ${at}`);
        }
      }
      const found = new Map(tally.pairs(0).map(pair => [[pair.a, pair.b].sort().join(), pair.score]));
      for (const [a, b] of [
        ['a', 'b'],
        ['a', 'c'],
        ['b', 'c'],
      ] as const) {
        const [left, right] = [covered.get(a) ?? new Set<string>(), covered.get(b) ?? new Set<string>()];
        const both = [...left].filter(one => right.has(one)).length;
        const score = both / Math.max(1, new Set([...left, ...right]).size);
        expect(found.get([a, b].join()) ?? 0).toBeCloseTo(score);
      }
    }),
  );
});
