import { describe, expect, test } from 'vitest';
import { balanceInWords, balanceOf, quotesPerMark } from '../../../renderer/features/quotes/balance.ts';
import { everyone, filterOf, sectionsOf } from '../../../renderer/features/quotes/choice.ts';
import { plainQuote, richQuote } from '../../../renderer/features/quotes/copy.ts';
import { printedIn, sharingWords } from '../../../renderer/features/quotes/passages.ts';
import type { Framework, Quote, Theme } from '../../../shared/model/entities.ts';

const quote = (id: string, themes: readonly string[], more: Partial<Quote> = {}) =>
  ({ id, themes, source: 'a', start: 0, end: 5, group: 'CYP', phase: 1, ...more }) as Quote;
const theme = (id: string, name: string, outcomes: readonly string[] = []) =>
  ({ id, name, outcomes }) as unknown as Theme;
const framework = {
  outcomes: [
    { id: 'o1', number: 1, title: 'First', themes: ['t2', 't1'] },
    { id: 'o2', number: 2, title: 'Second', themes: ['t1'] },
    { id: 'o3', number: 3, title: 'Third', themes: [] },
  ],
} as unknown as Framework;
const themes = [theme('t1', 'One', ['o1', 'o2']), theme('t2', 'Two', ['o1']), theme('t3', 'Loose')];
const quotes = [quote('a', ['One']), quote('b', ['Two', 'One']), quote('c', ['Loose']), quote('d', [])];
const shape = (sections: ReturnType<typeof sectionsOf>) =>
  sections.map(one => [one.outcome?.number ?? null, one.theme?.name ?? null, one.quotes.map(q => q.id).join('')]);

describe('sections', () => {
  test('the study reads outcome by outcome, then what no outcome holds', () => {
    expect(shape(sectionsOf({ of: 'study' }, quotes, framework, themes))).toEqual([
      [1, 'Two', 'b'],
      [1, 'One', 'ab'],
      [2, 'One', 'ab'],
      [null, 'Loose', 'c'],
      [null, null, 'd'],
    ]);
  });

  test('an outcome shows its themes in report order', () => {
    const choice = { of: 'outcome', outcome: framework.outcomes[0]!.id } as const;
    expect(shape(sectionsOf(choice, quotes.slice(0, 2), framework, themes))).toEqual([
      [1, 'Two', 'b'],
      [1, 'One', 'ab'],
    ]);
  });

  test('a theme that is gone shows nothing', () => {
    const gone = { of: 'theme', theme: 'zz' as Theme['id'], under: null } as const;
    expect(sectionsOf(gone, quotes, framework, themes)).toEqual([]);
  });
});

test('the filter says what the page shows', () => {
  const heard = { ...everyone, group: 'CYP', phase: 2 };
  expect(filterOf({ of: 'study' }, everyone, framework)).toEqual({});
  expect(filterOf({ of: 'outcome', outcome: framework.outcomes[1]!.id }, heard, framework)).toEqual({
    outcome: 2,
    group: 'CYP',
    phase: 2,
  });
  expect(filterOf({ of: 'theme', theme: themes[0]!.id, under: null }, everyone, framework)).toEqual({ theme: 't1' });
});

test('a quote knows where it is printed and who shares its words', () => {
  expect(printedIn(quotes[1]!, framework, themes).map(one => [one.outcome?.number, one.theme.name])).toEqual([
    [1, 'Two'],
    [1, 'One'],
    [2, 'One'],
  ]);
  const all = [
    quote('x', [], { start: 10, end: 20 }),
    quote('touches', [], { start: 20, end: 30 }),
    quote('within', [], { start: 12, end: 14 }),
    quote('elsewhere', [], { source: 'b', start: 10, end: 20 }),
  ];
  expect(sharingWords(all[0]!, all).map(one => one.id)).toEqual(['within']);
});

test('the balance shows silence, and scales its marks', () => {
  const study = [
    { group: 'Staff', phase: null },
    { group: 'CYP', phase: 2 },
    { group: 'CYP', phase: 1 },
    { group: 'Neighbours', phase: 1 },
    { group: null, phase: 1 },
  ];
  const balance = balanceOf(
    [
      { group: 'CYP', phase: 2 },
      { group: 'CYP', phase: 2 },
    ],
    study,
  );
  expect(balance.map(one => one.group)).toEqual(['CYP', 'Staff', 'Neighbours', 'No group']);
  expect(balance[0]?.phases).toEqual([
    { phase: 1, count: 0 },
    { phase: 2, count: 2 },
    { phase: null, count: 0 },
  ]);
  expect(balanceInWords(balance)).toBe('CYP: 2 in phase 2. Staff: none. Neighbours: none. No group: none.');
  expect(quotesPerMark(balance, 40)).toBe(1);
  expect(quotesPerMark(balanceOf(Array(81).fill({ group: 'CYP', phase: 1 }), []), 40)).toBe(3);
});

test('a copied quote carries its attribution and no live markup', () => {
  const one = { text: 'a < b & [c]', attribution: 'Interview CYP1' };
  expect(plainQuote(one)).toBe('“a < b & [c]”\nInterview CYP1');
  expect(richQuote(one)).toBe('<blockquote><p>“a &lt; b &amp; [c]”</p><p><em>Interview CYP1</em></p></blockquote>');
});
