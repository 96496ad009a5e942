import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Section } from '../../../renderer/features/quotes/choice.ts';
import { edited, withBounds } from '../../../renderer/features/quotes/drafts.ts';
import { asPrepared, byKey, movedBeside, withChange, withOrder } from '../../../renderer/features/quotes/ready.ts';
import { sharedOf } from '../../../renderer/features/quotes/report.ts';
import type { BundleQuote } from '../../../shared/model/quotes.ts';
import { checkPrinted } from '../../../shared/text/printed.ts';

const source = '0190a000-0000-7000-8000-000000000000';
const quote = (start: number, text: string, more: Partial<BundleQuote> = {}) =>
  ({
    id: `q${start}`,
    key: `${source}:${start}-${start + text.length}`,
    source: 'a.txt',
    start,
    end: start + text.length,
    text,
    leadIn: '',
    vivid: false,
    state: null,
    ...more,
  }) as BundleQuote;
const section = (...quotes: readonly BundleQuote[]): Section => ({
  key: 's',
  outcome: null,
  theme: null,
  quotes,
  byHand: false,
});

describe('quotes made ready on the page', () => {
  const [a, b, c] = [quote(0, 'one two'), quote(20, 'three'), quote(40, 'four')];

  test('are shown as they will be before the core has answered', () => {
    const list = withChange([], [c], { vivid: true });
    const [shown] = asPrepared([section(a, b, c)], byKey(list));
    expect(shown!.quotes.map(one => [one.id, one.vivid])).toEqual([
      ['q0', false],
      ['q20', false],
      ['q40', true],
    ]);
    expect(shown!.quotes[1]).toBe(b);
  });

  test('stand in a new order under one theme wherever that is read, and under no other heading', () => {
    const named = (name: string) => ({ theme: { name, concept: '', definition: '' }, quotes: [a, b, c] });
    const outcome = (number: number) => ({ number, title: '', statement: '' });
    const chapters = [
      { outcome: outcome(1), sections: [{ theme: null, quotes: [a, b] }, named('Trust'), named('Fear')] },
      { outcome: outcome(2), sections: [{ theme: null, quotes: [a, b] }, named('Trust')] },
    ];
    const outline = (under: object) =>
      withOrder(chapters, under as Section, [c, b, a]).map(chapter =>
        chapter.sections.map(one => `${one.quotes.map(quote => quote.id).join(' ')}${one.byHand ? '!' : ''}`),
      );
    expect(outline({ outcome: { number: 1 }, theme: { name: 'Trust' } })).toEqual([
      ['q0 q20', 'q40 q20 q0!', 'q0 q20 q40'],
      ['q0 q20', 'q40 q20 q0!'],
    ]);
    expect(outline({ outcome: { number: 2 }, theme: null })).toEqual([
      ['q0 q20', 'q0 q20 q40', 'q0 q20 q40'],
      ['q20 q0!', 'q0 q20 q40'],
    ]);
  });

  test('are the very same where nothing was made ready', () => {
    const before = section(a, b, c);
    expect(asPrepared([before], new Map())[0]).toBe(before);
  });

  test('move beside one another, and not to where they stand', () => {
    const ids = (moved: ReturnType<typeof movedBeside>) => moved?.map(one => one.id) ?? null;
    expect(ids(movedBeside([a, b, c], c.key, a.key, 'before'))).toEqual(['q40', 'q0', 'q20']);
    expect(ids(movedBeside([a, b, c], a.key, b.key, 'after'))).toEqual(['q20', 'q0', 'q40']);
    expect(ids(movedBeside([a, b, c], a.key, b.key, 'before'))).toBeNull();
    expect(ids(movedBeside([a, b, c], a.key, a.key, 'before'))).toBeNull();
  });

  test('know which other quote they share most words with', () => {
    const whole = quote(0, 'one two three four');
    const part = quote(4, 'two three');
    const held = quote(0, 'one two three', { state: 'held', key: 'held' });
    const shared = sharedOf([whole, part, held, c]);
    expect(shared.get(whole.key)).toMatchObject({ words: 2, whole: true, other: part });
    expect(shared.get(part.key)).toMatchObject({ words: 2, other: whole });
    expect(shared.has('held')).toBe(false);
    expect(shared.size).toBe(2);
  });
});

describe('words while they are written', () => {
  const text = 'First. He came back, every day. We talked. Last.';
  const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

  test('are cut at a mark, or put in brackets', () => {
    expect(edited('he came, every day, back', { start: 7, end: 18 }, 'cut')).toEqual({
      words: 'he came […] , back',
      select: { start: 11, end: 11 },
    });
    expect(edited('one two', { start: 0, end: 4 }, 'cut').words).toBe('[…] two');
    expect(edited('one two', { start: 3, end: 7 }, 'cut').words).toBe('one […]');
    expect(edited('one two three', { start: 4, end: 8 }, 'bracket')).toEqual({
      words: 'one [two] three',
      select: { start: 5, end: 8 },
    });
    expect(edited('one two', { start: 4, end: 4 }, 'bracket').words).toBe('one []two');
  });

  test('follow the bounds of their passage', () => {
    const bounds = at('He came back, every day.');
    const wider = at('First. He came back, every day. We talked.');
    const draft = { leadIn: '', bounds, words: text.slice(bounds.start, bounds.end) };
    expect(withBounds(draft, text, wider).words).toBe('First. He came back, every day. We talked.');
    const cut = { ...draft, words: 'He […] every day.' };
    expect(withBounds(cut, text, wider).words).toBe('First. He […] every day. We talked.');
    expect(withBounds(withBounds(cut, text, wider), text, bounds)).toEqual(cut);
  });

  test('cut anywhere at the edges of words, always check', () => {
    const words = text.split(' ');
    fc.assert(
      fc.property(fc.nat(words.length - 1), fc.nat(words.length - 1), (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const start = words.slice(0, from).join(' ').length;
        const end = words.slice(0, to).join(' ').length;
        fc.pre(start < end && (start > 0 || end < text.length));
        expect(checkPrinted(text, edited(text, { start, end }, 'cut').words).ok).toBe(true);
      }),
    );
  });
});
