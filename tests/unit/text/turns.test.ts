import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mainTurn, turnsIn } from '../../../shared/text/turns.ts';

/** Turns that ascend, with joins of 0 to 3 units between. */
const turns = fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 9 })), { maxLength: 20 }).map(parts => {
  let at = 0;
  return parts.map(([gap, length]) => {
    const start = at + gap;
    at = start + length;
    return { start, end: at };
  });
});
const span = fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 40 })).map(([start, length]) => ({
  start,
  end: start + length,
}));

describe('the turns of a span', () => {
  it('are those it touches, as a plain search would find them', () => {
    fc.assert(
      fc.property(turns, span, (list, where) => {
        expect(turnsIn(list, where)).toEqual(list.filter(turn => turn.start < where.end && turn.end > where.start));
      }),
    );
  });

  it('an extract belongs to the first that is evidence, else to the first', () => {
    const list = [
      { start: 0, end: 5, asks: true },
      { start: 7, end: 12, asks: false },
      { start: 14, end: 20, asks: false },
    ];
    const main = (start: number, end: number) => mainTurn(list, { start, end }, turn => !turn.asks);
    expect(main(3, 20)).toBe(list[1]);
    expect(main(15, 16)).toBe(list[2]);
    expect(main(0, 4)).toBe(list[0]);
    expect(main(5, 7)).toBeNull();
  });
});
