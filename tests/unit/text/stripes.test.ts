import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packStripes } from '../../../shared/text/stripes.ts';

const items = fc
  .array(fc.tuple(fc.nat(100), fc.integer({ min: 1, max: 40 })), { maxLength: 40 })
  .map(list => list.map(([start, length], id) => ({ id, start, end: start + length })));

describe('stripes', () => {
  it('of one lane never overlap, and keep their distance', () => {
    fc.assert(
      fc.property(items, fc.nat(5), (list, gap) => {
        const lanes = packStripes(list, gap);
        expect(lanes.size).toBe(list.length);
        for (const a of list) {
          for (const b of list) {
            if (a.id >= b.id || lanes.get(a.id) !== lanes.get(b.id)) continue;
            expect(a.end + gap <= b.start || b.end + gap <= a.start).toBe(true);
          }
        }
      }),
    );
  });

  it('take no more lanes than stripes that lie over each other', () => {
    fc.assert(
      fc.property(items, list => {
        const deepest = Math.max(
          0,
          ...list.map(({ start }) => list.filter(other => other.start <= start && start < other.end).length),
        );
        const lanes = packStripes(list);
        expect(new Set(lanes.values()).size).toBe(deepest);
        expect(Math.max(-1, ...lanes.values())).toBe(deepest - 1);
      }),
    );
  });

  it('lie the longest innermost where several begin together', () => {
    const list = [
      { id: 'short', start: 0, end: 4 },
      { id: 'long', start: 0, end: 9 },
    ];
    expect(Object.fromEntries(packStripes(list))).toEqual({ long: 0, short: 1 });
  });
});
