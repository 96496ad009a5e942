import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldForPlacing, foldForSearch, foldWith } from '../../../shared/text/fold.ts';

const texts = fc.string({
  unit: fc.oneof(
    fc.constantFrom('a', 'É', 'e\u0301', ' ', '\n', '\u00A0', '’', '“', '—', '…', 'ﬁ', 'İ', 'ß', '\u{1F331}', '\u0301'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
});

describe.each([
  ['for search', foldForSearch],
  ['for placing', foldForPlacing],
])('folding %s', (_name, rule) => {
  it('knows for every unit where it came from', () => {
    fc.assert(
      fc.property(texts, text => {
        const { folded, from, to } = foldWith(text, rule);
        expect([from.length, to.length]).toEqual([folded.length, folded.length]);
        let reached = 0;
        for (let unit = 0; unit < folded.length; unit++) {
          const [start, end] = [from[unit]!, to[unit]!];
          expect(start).toBeGreaterThanOrEqual(reached);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(foldWith(text.slice(start, end), rule).folded).toContain(folded[unit]);
          reached = start;
        }
      }),
    );
  });

  it('loses only what the rule drops: the pieces fold to the whole', () => {
    fc.assert(
      fc.property(texts, text => {
        const { folded, from, to } = foldWith(text, rule);
        const pieces = new Map(Array.from(from, (start, unit) => [start, to[unit]!]));
        const again = [...pieces].map(([start, end]) => foldWith(text.slice(start, end), rule).folded).join('');
        expect(again).toBe(folded);
      }),
    );
  });
});

describe('folding for search', () => {
  it('is blind to case, accents, composition and the kind of white space', () => {
    const fold = (text: string) => foldWith(text, foldForSearch).folded;
    expect(fold('CAFÉ \n\t noir')).toBe('cafe noir');
    expect(fold('cafe\u0301\u00A0noir')).toBe('cafe noir');
    expect(fold('ﬁne')).toBe('fine');
  });
});

describe('folding for placing', () => {
  it('drops white space, quotation marks, dashes and ellipses, and keeps case', () => {
    const fold = (text: string) => foldWith(text, foldForPlacing).folded;
    expect(fold('“I don’t — well…” he said')).toBe('Idontwellhesaid');
    expect(fold('"I don\'t - well..." he  said')).toBe('Idontwellhesaid');
    expect(fold('soft\u00ADhyphen, zero\u200Bwidth')).toBe('softhyphen,zerowidth');
  });
});
