import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Span } from '../../../shared/model/entities.ts';
import { moveEdge, type Unit, unitAt, unitsOf } from '../../../shared/text/units.ts';

const said = ['He rang, twice. “Come Thursday.” I did.', 'Why?', 'Because – well, 👨‍👩‍👧 and my nan. She knew.'];
const text = said.join('\n\n');
const turns: readonly Span[] = said.map(words => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
});
const words = (span: Span | null) => (span ? text.slice(span.start, span.end) : null);
const at = (needle: string) => {
  const start = text.indexOf(needle);
  return { start, end: start + needle.length };
};

describe('units', () => {
  test('words leave punctuation out, sentences keep theirs', () => {
    expect(unitsOf(text, turns[0]!, 'word').map(words)).toEqual([
      'He',
      'rang',
      'twice',
      'Come',
      'Thursday',
      'I',
      'did',
    ]);
    expect(unitsOf(text, turns[0]!, 'sentence').map(words)).toEqual(['He rang, twice.', '“Come Thursday.”', 'I did.']);
    expect(unitsOf(text, turns[1]!, 'turn').map(words)).toEqual(['Why?']);
  });

  test('the unit at a place holds it, or is the one before', () => {
    expect(words(unitAt(text, turns, at('rang').start + 1, 'word'))).toBe('rang');
    expect(words(unitAt(text, turns, at(', twice').start, 'word'))).toBe('rang');
    expect(words(unitAt(text, turns, turns[2]!.end, 'sentence'))).toBe('She knew.');
    expect(unitAt(text, turns, text.length + 9, 'word')).toBeNull();
  });

  test('edges move by units and run on into the next turn', () => {
    expect(words(moveEdge(text, turns, at('I did.'), 'end', 1, 'sentence'))).toBe('I did.\n\nWhy?');
    expect(words(moveEdge(text, turns, at('Why?'), 'start', -1, 'word'))).toBe('did.\n\nWhy?');
    expect(words(moveEdge(text, turns, at('He rang, twice.'), 'end', -1, 'word'))).toBe('He rang, twice');
    expect(words(moveEdge(text, turns, at('twice. “Come'), 'start', 1, 'word'))).toBe('Come');
  });

  test('a span never turns inside out, and stays where it can’t move', () => {
    const one = at('rang');
    expect(moveEdge(text, turns, one, 'end', -1, 'word')).toEqual(one);
    const last = at('She knew.');
    expect(moveEdge(text, turns, last, 'end', 1, 'turn')).toEqual(last);
    expect(moveEdge('', [], { start: 0, end: 0 }, 'end', 1, 'word')).toEqual({ start: 0, end: 0 });
  });

  test('any move keeps the span in the text, on unit borders, and moves one edge alone', () => {
    const anySpan = fc
      .tuple(fc.nat(text.length), fc.nat(text.length))
      .filter(([a, b]) => a !== b)
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    fc.assert(
      fc.property(
        anySpan,
        fc.constantFrom<'start' | 'end'>('start', 'end'),
        fc.constantFrom<1 | -1>(1, -1),
        fc.constantFrom<Unit>('word', 'sentence', 'turn'),
        (span, edge, by, unit) => {
          const moved = moveEdge(text, turns, span, edge, by, unit);
          const other = edge === 'start' ? 'end' : 'start';
          expect(moved[other]).toBe(span[other]);
          expect(moved.start).toBeLessThan(moved.end);
          if (moved[edge] === span[edge]) return;
          expect(Math.sign(moved[edge] - span[edge])).toBe(by);
          expect(turns.flatMap(turn => unitsOf(text, turn, unit)).map(one => one[edge])).toContain(moved[edge]);
        },
      ),
    );
  });
});
