import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { piecesOf } from '../../../shared/text/search/pieces.ts';
import { foldedWords, tokensOf, withinToken } from '../../../shared/text/search/tokens.ts';

const folded = (text: string) => tokensOf(text).map(token => token.folded);

describe('words of a text', () => {
  test('case, accents and composition are folded; signs part words', () => {
    expect(folded('Café CAFE\u0301 İstanbul ΟΔΟΣ οδος')).toEqual(['cafe', 'cafe', 'istanbul', 'οδοσ', 'οδοσ']);
    expect(folded('I’d don’t — “12.5%” e-mail ½')).toEqual(['i', 'd', 'don', 't', '12', '5', 'e', 'mail', '1', '2']);
    expect(folded('co\u00ADop نمی\u200Cخواهم')).toEqual(['coop', 'نمیخواهم']);
  });

  test('a script without spaces gives a word for each character', () => {
    expect(tokensOf('在x日本ab').map(({ start, end }) => [start, end])).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4],
      [4, 6],
    ]);
  });

  test('folded words hold letters and digits alone, so that the index splits them as this does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        for (const word of folded(text)) expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
        expect(foldedWords(text).split(' ').filter(Boolean)).toEqual(folded(text));
      }),
      { numRuns: 500 },
    );
  });

  test('tokens ascend, lie in the text and cut no character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        let reached = 0;
        for (const { start, end } of tokensOf(text)) {
          expect(start).toBeGreaterThanOrEqual(Math.min(reached, start));
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end).isWellFormed()).toBe(true);
          reached = end;
        }
        expect(reached).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test('a stretch inside a word is found by its folded place', () => {
    const text = 'n\u00e4chste ﬁnd';
    const [first, second] = tokensOf(text);
    expect(withinToken(text, first!, 1, 3)).toEqual({ start: 1, end: 3 });
    expect(second?.folded).toBe('find');
    expect(withinToken(text, second!, 0, 1)).toEqual({ start: 8, end: 9 });
    expect(withinToken(text, second!, 2, 4)).toEqual({ start: 9, end: 11 });
  });
});

describe('pieces', () => {
  test('are the turns and any words outside them', () => {
    const turns = [
      { start: 0, end: 3 },
      { start: 5, end: 8 },
    ];
    expect(piecesOf('one  two', turns)).toEqual(turns.map(turn => ({ ...turn, turn })));
    expect(piecesOf('one, two and', turns).map(({ start, end, turn }) => [start, end, turn !== null])).toEqual([
      [0, 3, true],
      [3, 5, false],
      [5, 8, true],
      [8, 12, false],
    ]);
  });
});
