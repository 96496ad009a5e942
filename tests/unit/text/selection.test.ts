import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextOf, snapToGraphemes, trimSelection } from '../../../shared/text/selection.ts';

const family = '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}\u200D\u{1F466}';
const flags = '\u{1F1EC}\u{1F1E7}';
const waving = '\u{1F44B}\u{1F3FD}';
const scraps = fc.constantFrom(
  'a',
  'b ',
  ' ',
  '\n',
  '\r\n',
  'e\u0301',
  ' \u0301\u0302',
  'Z\u0335\u0321\u034F',
  family,
  flags,
  waving,
  'שלום',
  'مرحبا',
  'นี้',
  '한글',
  '\u1112\u1161\u11AB',
  '\u200F',
  '\uD83D',
);
const texts = fc.array(scraps, { maxLength: 30 }).map(parts => parts.join(''));
const spanned = texts.chain(text =>
  fc.tuple(fc.constant(text), fc.nat(text.length), fc.nat(text.length)).map(([whole, a, b]) => ({
    text: whole,
    span: { start: Math.min(a, b), end: Math.max(a, b) },
  })),
);

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const edgesOf = (text: string) => new Set([...segmenter.segment(text)].map(one => one.index).concat(text.length));

describe('a trimmed selection', () => {
  it('has no outer white space, and lacks nothing else', () => {
    fc.assert(
      fc.property(spanned, ({ text, span }) => {
        const words = text.slice(span.start, span.end);
        const trimmed = trimSelection(text, span);
        if (trimmed === null) {
          expect(words.trim()).toBe('');
          return;
        }
        expect(text.slice(trimmed.start, trimmed.end)).toBe(words.trim());
      }),
    );
  });

  it('takes no-break spaces and zero-width spaces for space', () => {
    expect(trimSelection('\u00A0\u200B a\u2060\uFEFF', { start: 0, end: 6 })).toEqual({ start: 3, end: 4 });
    expect(trimSelection(' \u200B\n', { start: 0, end: 3 })).toBeNull();
  });
});

describe('a snapped selection', () => {
  it('never cuts a character as people see it, and never loses one', () => {
    fc.assert(
      fc.property(spanned, ({ text, span }) => {
        const edges = edgesOf(text);
        const snapped = snapToGraphemes(text, span);
        expect(edges.has(snapped.start)).toBe(true);
        expect(edges.has(snapped.end)).toBe(true);
        expect(snapped.start).toBeLessThanOrEqual(span.start);
        expect(snapped.end).toBeGreaterThanOrEqual(span.end);
        // Nothing more than the characters that were cut is taken in.
        for (let at = snapped.start + 1; at <= span.start; at++) expect(edges.has(at) && at < span.start).toBe(false);
        for (let at = span.end; at < snapped.end; at++) expect(edges.has(at)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('stays where it is if it cuts nothing', () => {
    const text = `one ${family} two`;
    const span = { start: 4, end: 4 + family.length };
    expect(snapToGraphemes(text, span)).toEqual(span);
  });

  it('takes in a whole emoji family', () => {
    const text = `my ${family}!`;
    expect(snapToGraphemes(text, { start: 5, end: 8 })).toEqual({ start: 3, end: 3 + family.length });
  });

  it('tells flags apart in a long row of them', () => {
    const text = flags.repeat(60);
    expect(snapToGraphemes(text, { start: 4 * 30 + 2, end: 4 * 31 })).toEqual({ start: 4 * 30, end: 4 * 31 });
  });

  it('keeps a mark with the long row of marks that it belongs to', () => {
    const text = `a${'\u0301'.repeat(100)}b`;
    expect(snapToGraphemes(text, { start: 90, end: 95 })).toEqual({ start: 0, end: 101 });
  });
});

describe('context', () => {
  it('is the text right before and after, short, and never half a character', () => {
    fc.assert(
      fc.property(spanned, fc.nat(10), ({ text, span }, length) => {
        const whole = text.replaceAll('\uD83D', 'x').slice(0, text.length);
        const { prefix, suffix } = contextOf(whole, span, length);
        expect(whole.slice(0, span.start).endsWith(prefix)).toBe(true);
        expect(whole.slice(span.end).startsWith(suffix)).toBe(true);
        expect(prefix.length).toBeLessThanOrEqual(length);
        expect(suffix.length).toBeLessThanOrEqual(length);
      }),
    );
  });

  it('does not begin or end within a surrogate pair', () => {
    const text = '\u{1F331}word\u{1F331}';
    expect(contextOf(text, { start: 2, end: 6 }, 1)).toEqual({ prefix: '', suffix: '' });
    expect(contextOf(text, { start: 2, end: 6 }, 2)).toEqual({ prefix: '\u{1F331}', suffix: '\u{1F331}' });
  });
});
