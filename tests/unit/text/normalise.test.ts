import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseText } from '../../../shared/text/normalise.ts';
import { countWords } from '../../../shared/text/words.ts';

const lines = fc.array(fc.string({ unit: 'binary' }), { maxLength: 8 });

describe('normalising', () => {
  it.each(['\n', '\r\n', '\r'])('makes line ends one: %j', end => {
    fc.assert(
      fc.property(lines, parts => {
        const clean = parts.map(part => part.replace(/[\r\n\uFEFF]/g, ''));
        expect(normaliseText(clean.join(end))).toBe(clean.join('\n'));
      }),
    );
  });

  it('leaves a normalised text as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const once = normaliseText(text.replace(/^\uFEFF+/, ''));
        expect(once).not.toContain('\r');
        expect(normaliseText(once)).toBe(once);
      }),
    );
  });

  it('takes off a leading byte order mark, and leaves curly quotes, tabs and composition alone', () => {
    expect(normaliseText('\uFEFF\t“e\u0301” \u00A0…')).toBe('\t“e\u0301” \u00A0…');
  });
});

describe('counting words', () => {
  it.each([
    ['', 0],
    [' \n ', 0],
    ['one', 1],
    ['two words', 2],
    ["don't – well-known", 2],
    ['… [pause] 12', 2],
    ['שלום עולם', 2],
  ])('%j has %i', (text, words) => {
    expect(countWords(text)).toBe(words);
  });
});
