import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ellipsis, textWidth, wrapText } from '../../../shared/text/measure.ts';

const names = fc
  .array(
    fc.oneof(fc.constantFrom('trust', 'the', 'Parent/Carer', '–', '“safe”', 'naïve', '安全', '\u{1F331}'), fc.string()),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map(words => words.join(' ').replace(/\s+/g, ' ').trim());

describe('a wrapped label', () => {
  it('keeps to its width and its number of lines', () => {
    fc.assert(
      fc.property(names, fc.integer({ min: 30, max: 300 }), fc.integer({ min: 1, max: 5 }), (name, width, most) => {
        const lines = wrapText(name, 'serifBold', 14.5, width, most);
        expect(lines.length).toBeGreaterThanOrEqual(1);
        expect(lines.length).toBeLessThanOrEqual(most);
        for (const line of lines) expect(textWidth(line, 'serifBold', 14.5)).toBeLessThanOrEqual(width);
      }),
    );
  });

  it('loses no word where there is room', () => {
    fc.assert(
      fc.property(names, name => {
        const lines = wrapText(name, 'sans', 12, 120, 1000);
        expect(lines.join('').replace(/\s/g, '')).toBe(name.replace(/\s/g, ''));
      }),
    );
  });

  it('says by an ellipsis that it is cut', () => {
    const lines = wrapText('Being met where you are by somebody who stays', 'sans', 12, 90, 2);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
    expect(ellipsis('short', 'sans', 12, 90)).toBe('short');
  });
});
