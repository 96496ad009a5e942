import { describe, expect, it } from 'vitest';
import { findingsOf, printedIn } from '../../../shared/analysis/findings.ts';
import { printedInBook, themeBookOf } from '../../../shared/analysis/themeBook.ts';
import type { DraftBlock } from '../../../shared/model/findings.ts';
import { keyOf, themeId, wholeReport } from '../../builders/report.ts';

const words = (blocks: readonly DraftBlock[] = []) =>
  blocks.map(block =>
    block.kind === 'quote'
      ? `“${block.quote.leadIn}|${block.quote.words}”`
      : block.kind === 'missing'
        ? block.why
        : block.runs.map(run => run.text).join(''),
  );

describe('the findings draft', () => {
  const draft = findingsOf(wholeReport);
  const [first, second] = draft.chapters;
  const [trust] = first?.themes ?? [];

  it('tells each theme under its primary outcome, names it under the others, and keeps empty outcomes', () => {
    expect(draft.chapters.map(one => [one.outcome?.number ?? null, one.themes.map(theme => theme.name)])).toEqual([
      [1, ['Trust', 'Time', 'Fear']],
      [2, ['Time', 'Trust']],
      [3, []],
      [null, ['Loose']],
    ]);
    expect(trust).toMatchObject({ toldUnder: null });
    expect(second?.themes[1]).toMatchObject({
      toldUnder: { number: 1, title: 'Outcome 1' },
      blocks: [],
      chosen: [],
      boxes: [],
    });
  });

  it('prints live quotes where they stand, chosen ones after them once, and held ones nowhere', () => {
    expect(words(first?.straight)).toEqual(['“|words 7”']);
    expect(words(trust?.blocks).slice(-5)).toEqual(['Between.', 'anew', 'held', '“As prepared|words 6”', 'gone']);
    expect(trust?.chosen.map(quote => quote.words)).toEqual(['words 5', 'words 2']);
    expect(printedIn(draft).toSorted()).toEqual([1, 2, 5, 6, 7].map(keyOf));
  });

  it('puts boxes at the end of their theme, outcome or the report, also where their place has gone', () => {
    const titles = (boxes: readonly { readonly title: string }[] = []) => boxes.map(box => box.title);
    expect(titles(trust?.boxes)).toEqual(['A story']);
    expect(titles(first?.boxes)).toEqual(['Of the outcome']);
    expect(titles(draft.boxes)).toEqual(['Of the report', 'Of a discarded theme']);
  });

  it('numbers recommendations through, grouped by addressee, with what they rest on', () => {
    expect(
      draft.recommendations.map(({ addressee, items }) => [
        addressee,
        items.map(item => [item.number, words(item.blocks)[0], item.themes.map(theme => theme.name)]),
      ]),
    ).toEqual([
      [
        'Funders',
        [
          [1, 'Pay.', ['Trust']],
          [2, 'Stay.', []],
        ],
      ],
      ['Schools', [[3, 'Ask.', []]]],
    ]);
  });

  it('a sub-theme stands under its theme only where it follows it', () => {
    expect(draft.chapters.map(one => one.themes.map(theme => theme.under))).toEqual([
      [null, themeId('Trust'), null],
      [null, null],
      [],
      [null],
    ]);
  });
});

describe('the theme book', () => {
  it('has themes in report order, sub-themes behind theirs, and what speaks against each', () => {
    const book = themeBookOf(wholeReport, 3);
    expect(book.entries.map(entry => [entry.theme.name, entry.depth])).toEqual([
      ['Trust', 0],
      ['Time', 1],
      ['Fear', 0],
      ['Loose', 0],
    ]);
    const [trust, , fear] = book.entries;
    expect(trust?.quotes.map(quote => quote.words)).toEqual(['words 5', 'words 2', 'words 6']);
    expect(trust).toMatchObject({ more: 1, subThemes: ['Time'], outcomes: ['1. Outcome 1', '2. Outcome 2'] });
    expect(trust?.contrary.map(quote => quote.words)).toEqual(['words 3']);
    expect(trust?.relations).toEqual([{ words: 'opposes “Fear”', note: 'mostly' }]);
    expect(fear?.relations).toEqual([{ words: '“Trust” opposes it', note: 'mostly' }]);
    expect(printedInBook(book).toSorted()).toEqual([2, 3, 5, 6].map(keyOf));
    const [whole] = themeBookOf(wholeReport, 9).entries;
    expect(whole?.quotes.map(quote => quote.key)).toEqual([5, 2, 6, 1].map(keyOf));
  });
});
