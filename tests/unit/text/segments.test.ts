import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segments } from '../../../shared/text/segments.ts';

const length = 60;
const codings = fc
  .array(fc.tuple(fc.nat(length), fc.nat(length)), { maxLength: 40 })
  .map(pairs => pairs.map(([a, b], id) => ({ id, start: Math.min(a, b), end: Math.max(a, b) })));

describe('segments', () => {
  it('cover a text exactly, in order, whatever is coded', () => {
    fc.assert(
      fc.property(codings, list => {
        let reached = 0;
        for (const piece of segments(length, list)) {
          expect(piece.start).toBe(reached);
          expect(piece.end).toBeGreaterThan(piece.start);
          reached = piece.end;
        }
        expect(reached).toBe(length);
      }),
    );
  });

  it('say of every position exactly which codings stand there, in the order given', () => {
    fc.assert(
      fc.property(codings, list => {
        for (const piece of segments(length, list)) {
          for (let at = piece.start; at < piece.end; at++) {
            expect(piece.codings).toEqual(
              list.filter(coding => coding.start <= at && at < coding.end).map(coding => coding.id),
            );
          }
        }
      }),
    );
  });

  it('give every coding back whole: its pieces touch and span it', () => {
    fc.assert(
      fc.property(codings, list => {
        const pieces = segments(length, list);
        for (const coding of list.filter(one => one.start < one.end)) {
          const own = pieces.filter(piece => piece.codings.includes(coding.id));
          expect([own[0]?.start, own.at(-1)?.end]).toEqual([coding.start, coding.end]);
          expect(own.reduce((sum, piece) => sum + piece.end - piece.start, 0)).toBe(coding.end - coding.start);
        }
      }),
    );
  });

  it('differ from their neighbours: no cut without a reason', () => {
    fc.assert(
      fc.property(codings, list => {
        const edges = new Set(list.filter(one => one.start < one.end).flatMap(one => [one.start, one.end]));
        for (const piece of segments(length, list).slice(1)) expect(edges.has(piece.start)).toBe(true);
      }),
    );
  });

  it('clip codings that reach beyond the text, and leave out those outside it', () => {
    const list = [
      { id: 'long', start: -3, end: 99 },
      { id: 'before', start: -5, end: 0 },
      { id: 'after', start: 10, end: 12 },
    ];
    expect(segments(10, list)).toEqual([{ start: 0, end: 10, codings: ['long'] }]);
  });

  it('of an empty text are none', () => {
    expect(segments(0, [{ id: 1, start: 0, end: 5 }])).toEqual([]);
  });

  it('hold for hundreds of codings on the same words', () => {
    const list = Array.from({ length: 800 }, (_, id) => ({ id, start: 2, end: 8 }));
    const pieces = segments(10, list);
    expect(pieces.map(piece => piece.codings.length)).toEqual([0, 800, 0]);
  });
});
