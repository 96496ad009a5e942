import { describe, expect, it } from 'vitest';
import { findingsOf, printedIn } from '../../../shared/analysis/findings.ts';
import { printedInBook, themeBookOf } from '../../../shared/analysis/themeBook.ts';
import type { DraftBlock } from '../../../shared/model/findings.ts';
import {
  caseStudy,
  keyOf,
  live,
  outcome,
  outcomeId,
  printed,
  recommendation,
  report,
  reportTheme,
  themeId,
} from '../../builders/report.ts';

const words = (blocks: readonly DraftBlock[]) =>
  blocks.map(block =>
    block.kind === 'quote'
      ? `“${block.quote.leadIn}|${block.quote.words}”`
      : block.kind === 'missing'
        ? block.why
        : block.runs.map(run => run.text).join(''),
  );

describe('the findings draft', () => {
  it('tells each theme under its primary outcome, names it under the others, and keeps empty outcomes', () => {
    const draft = findingsOf(
      report({
        outcomes: [outcome(1, ['Trust', 'Fear']), outcome(2, ['Trust']), outcome(3, [])],
        themes: [
          reportTheme('Trust', { outcomes: [outcomeId(2), outcomeId(1)], narrative: 'Told.' }),
          reportTheme('Fear', { outcomes: [outcomeId(1)] }),
          reportTheme('Loose'),
        ],
      }),
    );
    expect(draft.chapters.map(one => [one.outcome?.number ?? null, one.themes.map(theme => theme.name)])).toEqual([
      [1, ['Trust', 'Fear']],
      [2, ['Trust']],
      [3, []],
      [null, ['Loose']],
    ]);
    expect(draft.chapters[0]?.themes[0]).toMatchObject({ toldUnder: { number: 2, title: 'Outcome 2' }, blocks: [] });
    expect(draft.chapters[1]?.themes[0]).toMatchObject({ toldUnder: null });
    expect(words(draft.chapters[1]?.themes[0]?.blocks ?? [])).toEqual(['Told.']);
  });

  it('prints live quotes where they stand, chosen ones after them once, and held ones nowhere', () => {
    const draft = findingsOf(
      report({
        outcomes: [outcome(1, ['Trust'], [7, 8])],
        quotes: [
          printed(1, { leadIn: 'As prepared' }),
          printed(2, { state: 'held' }),
          printed(3, { state: 'chosen' }),
          printed(4, { state: 'used' }),
          printed(5, { state: 'candidate' }),
          printed(6, { state: 'chosen' }),
          printed(7),
          printed(8, { state: 'held' }),
        ],
        themes: [
          reportTheme('Trust', {
            outcomes: [outcomeId(1)],
            narrative: `Words. ${live(1)}\n\n${live(2, 'Held:')}\n\n${live(6, 'Here:')}\n\n${live(9)}`,
            extracts: [1, 2, 4, 3, 5, 6].map(keyOf),
          }),
        ],
      }),
    );
    const [chapter] = draft.chapters;
    expect(words(chapter?.straight ?? [])).toEqual(['“|words 7”']);
    expect(words(chapter?.themes[0]?.blocks ?? [])).toEqual([
      'Words.',
      '“As prepared|words 1”',
      'held',
      '“Here:|words 6”',
      'gone',
    ]);
    expect(chapter?.themes[0]?.chosen.map(quote => quote.words)).toEqual(['words 4', 'words 3']);
    expect(printedIn(draft).toSorted()).toEqual([1, 3, 4, 6, 7].map(keyOf));
  });

  it('puts boxes at the end of their theme, outcome or the report, also where their place has gone', () => {
    const draft = findingsOf(
      report({
        outcomes: [outcome(1, ['Trust'])],
        themes: [reportTheme('Trust', { outcomes: [outcomeId(1)] })],
        caseStudies: [
          caseStudy('of theme', { theme: themeId('Trust') }),
          caseStudy('of outcome', { outcome: outcomeId(1) }),
          caseStudy('of report'),
          caseStudy('of a discarded theme', { theme: themeId('Gone') }),
        ],
      }),
    );
    const titles = (boxes: readonly { readonly title: string }[] = []) => boxes.map(box => box.title);
    expect(titles(draft.chapters[0]?.themes[0]?.boxes)).toEqual(['of theme']);
    expect(titles(draft.chapters[0]?.boxes)).toEqual(['of outcome']);
    expect(titles(draft.boxes)).toEqual(['of report', 'of a discarded theme']);
  });

  it('numbers recommendations through, grouped by addressee, with what they rest on', () => {
    const draft = findingsOf(
      report({
        themes: [reportTheme('Trust')],
        recommendations: [
          recommendation('Funders', 'a', ['Trust', 'Gone']),
          recommendation('Schools', 'b'),
          recommendation('Funders', 'c'),
        ],
      }),
    );
    expect(
      draft.recommendations.map(({ addressee, items }) => [
        addressee,
        items.map(item => [item.number, words(item.blocks)[0], item.themes.map(theme => theme.name)]),
      ]),
    ).toEqual([
      [
        'Funders',
        [
          [1, 'a', ['Trust']],
          [2, 'c', []],
        ],
      ],
      ['Schools', [[3, 'b', []]]],
    ]);
  });

  it('a sub-theme stands under its theme only where it follows it', () => {
    const draft = findingsOf(
      report({
        outcomes: [outcome(1, ['Trust', 'Time', 'Words', 'Fear']), outcome(2, ['Words'])],
        themes: [
          reportTheme('Trust'),
          reportTheme('Time', { parent: themeId('Trust') }),
          reportTheme('Words', { parent: themeId('Trust') }),
          reportTheme('Fear'),
        ],
      }),
    );
    expect(draft.chapters.map(one => one.themes.map(theme => theme.under))).toEqual([
      [null, themeId('Trust'), themeId('Trust'), null],
      [null],
    ]);
  });
});

describe('the theme book', () => {
  it('has themes in report order, sub-themes behind theirs, and what speaks against each', () => {
    const book = themeBookOf(
      report({
        outcomes: [outcome(1, ['Fear']), outcome(2, ['Trust', 'Fear'])],
        themes: [
          reportTheme('Trust', {
            outcomes: [outcomeId(2)],
            extracts: [1, 2, 3, 4, 5, 6].map(keyOf),
            contrary: [6, 9].map(keyOf),
          }),
          reportTheme('Loose'),
          reportTheme('Fear', { outcomes: [outcomeId(1), outcomeId(2)] }),
          reportTheme('Time', { parent: themeId('Trust') }),
        ],
        relations: [{ from: themeId('Trust'), to: themeId('Fear'), kind: 'opposes', note: 'mostly' }],
        quotes: [
          printed(1),
          printed(2, { vivid: true }),
          printed(3, { state: 'held' }),
          printed(4, { state: 'chosen' }),
          printed(5),
          printed(6, { state: 'chosen' }),
          printed(9),
        ],
      }),
      3,
    );
    expect(book.entries.map(entry => [entry.theme.name, entry.depth])).toEqual([
      ['Fear', 0],
      ['Trust', 0],
      ['Time', 1],
      ['Loose', 0],
    ]);
    const trust = book.entries[1];
    expect(trust?.quotes.map(quote => quote.words)).toEqual(['words 4', 'words 2', 'words 1']);
    expect(trust).toMatchObject({ more: 1, subThemes: ['Time'], outcomes: ['2. Outcome 2'] });
    expect(trust?.contrary.map(quote => quote.words)).toEqual(['words 6', 'words 9']);
    expect(trust?.relations).toEqual([{ words: 'opposes “Fear”', note: 'mostly' }]);
    expect(book.entries[0]?.relations).toEqual([{ words: '“Trust” opposes it', note: 'mostly' }]);
    expect(printedInBook(book).toSorted()).toEqual([1, 2, 4, 6, 9].map(keyOf));
  });
});
