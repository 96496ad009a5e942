import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsAround } from '../../../shared/text/wordsAround.ts';

const text = 'And why?\n\nWell. I trust Sal. So I went.\n\nAnd then?\n\nWe built a boat.';
const turns = [
  { start: 0, end: 8, who: 'Interviewer' },
  { start: 10, end: 39, who: 'Robin' },
  { start: 41, end: 50, who: 'Interviewer' },
];
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const says = (start: number, end: number) => text.slice(start, end);

describe('words around a quote', () => {
  it('are the rest of its own turn, without a name, then the turns beside it with theirs', () => {
    expect(wordsAround(turns, at('I trust Sal.'), 1, says)).toEqual({
      before: [
        { who: 'Interviewer', words: 'And why?', place: { start: 0, end: 8 } },
        { who: '', words: 'Well.', place: { start: 10, end: 16 } },
      ],
      after: [
        { who: '', words: 'So I went.', place: { start: 28, end: 39 } },
        { who: 'Interviewer', words: 'And then?', place: { start: 41, end: 50 } },
      ],
    });
  });

  it('are none where none are asked for', () => {
    expect(wordsAround(turns, at('I trust Sal.'), 0, says)).toEqual({ before: [], after: [] });
  });

  it('are cut away from the quote where they are long, at a word, with a mark', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z🚣]{1,12}$/u), { minLength: 150, maxLength: 300 }), words => {
        const long = words.join(' ');
        const both = `${long} QUOTE ${long}`;
        const span = { start: long.length + 1, end: long.length + 6 };
        const { before, after } = wordsAround([{ start: 0, end: both.length, who: 'x' }], span, 1, (start, end) =>
          both.slice(start, end),
        );
        const [first, last] = [before[0]!.words, after[0]!.words];
        if (long.length <= 600) return;
        expect(first).toMatch(/^\[…\] \S/);
        expect(last).toMatch(/\S \[…\]$/);
        expect(long.endsWith(first.slice(4))).toBe(true);
        expect(long.startsWith(last.slice(0, -4))).toBe(true);
        for (const { words: printed, place } of [before[0]!, after[0]!]) {
          expect(both.slice(place.start, place.end)).toContain(printed.replaceAll(/^\[…\] | \[…\]$/g, ''));
          expect(place.end - place.start).toBeLessThanOrEqual(1_200);
        }
      }),
      { numRuns: 50 },
    );
  });
});
