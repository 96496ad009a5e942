import { describe, expect, test } from 'vitest';
import { addressOf, choiceAt, heardAt } from '../../../renderer/features/quotes/address.ts';
import {
  balanceInWords,
  balanceOf,
  quotesPerMark,
  rowsInWords,
  rowsOf,
} from '../../../renderer/features/quotes/balance.ts';
import {
  type Choice,
  everyone,
  filterOf,
  type Heard,
  heardInWords,
  sectionsOf,
} from '../../../renderer/features/quotes/choice.ts';
import { plainQuote, richQuote } from '../../../renderer/features/quotes/copy.ts';
import { othersIn, passageOf, printedIn, sharingWords } from '../../../renderer/features/quotes/passages.ts';
import { numbered, quotesOf, reportSections } from '../../../renderer/features/quotes/report.ts';
import type { Framework, Theme, Transcript } from '../../../shared/model/entities.ts';
import type { OutcomeId, ThemeId } from '../../../shared/model/ids.ts';
import type { BundleQuote, QuoteChapter } from '../../../shared/model/quotes.ts';
import { inChapter } from '../../builders/quotes.ts';

const quote = (id: string, more: Partial<BundleQuote> = {}) =>
  ({
    id,
    key: id,
    source: 'a',
    start: 0,
    end: 5,
    text: 'one two',
    group: 'CYP',
    phase: 1,
    participant: null,
    state: null,
    ...more,
  }) as BundleQuote;
const theme = (id: string, name: string) => ({ id, name }) as Theme;
const framework = {
  outcomes: [
    { id: 'o1', number: 1, title: 'First', themes: ['t2', 't1'] },
    { id: 'o2', number: 2, title: 'Second', themes: ['t1'] },
    { id: 'o3', number: 3, title: 'Third', themes: [] },
  ],
} as unknown as Framework;
const themes = [theme('t1', 'One'), theme('t2', 'Two'), theme('t3', 'Loose')];
const [a, b, c, d] = [
  quote('a'),
  quote('b', { group: 'Staff', phase: null, participant: 'S1' }),
  quote('c'),
  quote('d'),
];
const section = (name: string | null, quotes: readonly BundleQuote[]) => ({
  theme: name === null ? null : { name, concept: '', definition: '' },
  quotes: quotes.map(inChapter),
});
const outcome = (number: number) => ({ number, title: '', statement: '' });
const chapters: readonly QuoteChapter[] = [
  { outcome: outcome(1), sections: [section('Two', [b!]), section('One', [a!, b!])] },
  { outcome: outcome(2), sections: [section('One', [a!, b!])] },
  { outcome: outcome(3), sections: [] },
  { outcome: null, sections: [section('Loose', [c!]), section(null, [d!])] },
];
const report = reportSections(chapters, framework, themes);
const ofTheme = (id: string, under: string | null): Choice => ({
  of: 'theme',
  theme: id as ThemeId,
  under: under as OutcomeId | null,
});
const shape = (choice: Choice, heard: Heard = everyone) =>
  sectionsOf(choice, report, heard).map(one => [
    one.outcome?.number ?? null,
    one.theme?.name ?? null,
    one.quotes.map(q => q.id).join(''),
  ]);

describe('sections', () => {
  test('the study reads as the core orders it', () => {
    expect(shape({ of: 'study' })).toEqual([
      [1, 'Two', 'b'],
      [1, 'One', 'ab'],
      [2, 'One', 'ab'],
      [null, 'Loose', 'c'],
      [null, null, 'd'],
    ]);
  });

  test('an outcome takes its themes, a theme its place, and what is in no theme stands alone', () => {
    expect(shape({ of: 'outcome', outcome: 'o1' as OutcomeId })).toEqual([
      [1, 'Two', 'b'],
      [1, 'One', 'ab'],
    ]);
    expect(shape(ofTheme('t1', 'o2'))).toEqual([[2, 'One', 'ab']]);
    expect(shape(ofTheme('t3', null))).toEqual([[null, 'Loose', 'c']]);
    expect(shape({ of: 'unthemed' })).toEqual([[null, null, 'd']]);
    expect(shape({ of: 'outcome', outcome: 'o3' as OutcomeId })).toEqual([]);
  });

  test('only those who are heard are quoted, and headings without a quote go', () => {
    expect(shape({ of: 'study' }, { ...everyone, group: 'Staff' })).toEqual([
      [1, 'Two', 'b'],
      [1, 'One', 'b'],
      [2, 'One', 'b'],
    ]);
    expect(shape({ of: 'study' }, { ...everyone, phase: 1, participant: 'S1' })).toEqual([]);
  });

  test('a theme that has just gone is left out', () => {
    expect(reportSections(chapters, framework, themes.slice(0, 2)).map(one => one.theme?.name)).toEqual([
      'Two',
      'One',
      'One',
      undefined,
    ]);
  });
});

test('a quote that is held back has no number and is not counted; filters by state take their own', () => {
  const held = report.map(one => ({
    ...one,
    quotes: one.quotes.map(q => (q.id === 'b' ? { ...q, state: 'held' as const } : q)),
  }));
  expect(numbered(held).map(row => [row.number, row.quote.id])).toEqual([
    [null, 'b'],
    [1, 'a'],
    [null, 'b'],
    [1, 'a'],
    [null, 'b'],
    [2, 'c'],
    [3, 'd'],
  ]);
  const shown = (ready: Heard['ready']) =>
    quotesOf(sectionsOf({ of: 'study' }, held, { ...everyone, ready })).map(one => one.id);
  expect(shown('held')).toEqual(['b']);
  expect(shown('candidate')).toEqual(['a', 'c', 'd']);
  expect(shown('vivid')).toEqual([]);
});

test('a quote of several places has one number, and the last number counts the quotes', () => {
  const rows = numbered(report);
  expect(rows.map(row => [row.number, row.quote.id, row.again])).toEqual([
    [1, 'b', false],
    [2, 'a', false],
    [1, 'b', true],
    [2, 'a', true],
    [1, 'b', true],
    [3, 'c', false],
    [4, 'd', false],
  ]);
  expect(new Set(rows.map(row => row.key)).size).toBe(rows.length);
  expect(quotesOf(report).map(one => one.id)).toEqual(['b', 'a', 'c', 'd']);
});

describe('addresses', () => {
  const read = (address: string) => {
    const [path = '', query = ''] = address.replace('#/quotes', '').split('?');
    const id = path.slice(1) || null;
    const search = new URLSearchParams(query);
    return { choice: choiceAt(id, search, framework, themes), heard: heardAt(search) };
  };

  test.each<readonly [Choice, Heard]>([
    [{ of: 'study' }, everyone],
    [
      { of: 'outcome', outcome: 'o2' as OutcomeId },
      { group: 'Parent/Carer & kin', phase: 2, participant: 'P 1', ready: 'chosen' },
    ],
    [ofTheme('t1', 'o2'), everyone],
    [ofTheme('t3', null), { ...everyone, phase: 1 }],
    [{ of: 'unthemed' }, { ...everyone, group: 'CYP' }],
  ])('%j for %j comes back as it went', (choice, heard) => {
    expect(read(addressOf(choice, heard))).toEqual({ choice, heard });
  });

  test('a theme alone is read under its first outcome; what is not there is told', () => {
    expect(read('#/quotes/t1').choice).toEqual(ofTheme('t1', 'o1'));
    expect(read('#/quotes/t1?under=o3').choice).toEqual(ofTheme('t1', 'o1'));
    expect(read('#/quotes/gone').choice).toBeNull();
    expect(read('#/quotes?phase=two').heard).toEqual(everyone);
  });
});

test('the filter says what the page shows', () => {
  const heard = { ...everyone, group: 'CYP', phase: 2 };
  expect(filterOf({ of: 'study' }, everyone, framework)).toEqual({});
  expect(filterOf({ of: 'outcome', outcome: 'o2' as OutcomeId }, heard, framework)).toEqual({
    outcome: 2,
    group: 'CYP',
    phase: 2,
  });
  expect(filterOf(ofTheme('t1', 'o2'), everyone, framework)).toEqual({ theme: 't1', outcome: 2 });
  expect(filterOf(ofTheme('t3', null), everyone, framework)).toEqual({ theme: 't3' });
  expect(filterOf({ of: 'unthemed' }, everyone, framework)).toEqual({ unthemed: true });
  expect(heardInWords(heard)).toBe('CYP, phase 2');
  expect(heardInWords(everyone)).toBeNull();
  expect(heardInWords({ ...everyone, phase: 1, ready: 'held' })).toBe('phase 1, held back');
  expect(filterOf({ of: 'study' }, { ...everyone, ready: 'vivid' }, framework)).toEqual({ vivid: true });
  expect(filterOf({ of: 'study' }, { ...everyone, ready: 'used' }, framework)).toEqual({ state: 'used' });
});

test('a quote knows where it is printed and who shares its words', () => {
  expect(printedIn(b!, report).map(one => [one.outcome?.number, one.theme?.name])).toEqual([
    [1, 'Two'],
    [1, 'One'],
    [2, 'One'],
  ]);
  expect(printedIn(d!, report)).toEqual([]);
  const all = [
    quote('x', { start: 10, end: 20 }),
    quote('touches', { start: 20, end: 30 }),
    quote('within', { start: 12, end: 14 }),
    quote('elsewhere', { source: 'b', start: 10, end: 20 }),
  ];
  expect(sharingWords(all[0]!, all).map(one => one.id)).toEqual(['within']);
});

describe('passages', () => {
  const text = 'Why?\nBecause it rained.\nAnd then?\nIt stopped.\nSo we went.';
  const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const turn = (ordinal: number, speaker: string | null, words: string) => ({
    id: `t${ordinal}`,
    ordinal,
    speaker,
    ...span(words),
  });
  const transcript = {
    text,
    turns: [
      turn(1, 'i', 'Why?'),
      turn(2, 'r', 'Because it rained.'),
      turn(3, 'i', 'And then?'),
      turn(4, 'r', 'It stopped.'),
      turn(5, 'm', 'So we went.'),
    ],
    speakers: [
      { id: 'i', name: 'Interviewer', role: 'interviewer' },
      { id: 'r', name: 'Robin', role: 'participant' },
      { id: 'm', name: 'Sal', role: 'supporter' },
      { id: 's', name: 'Silent', role: 'participant' },
    ],
  } as unknown as Transcript;

  test('the turns a quote touches are whole, its words are marked, others stand around', () => {
    const passage = passageOf(transcript, { start: text.indexOf('it rained'), end: text.indexOf('then?') }, 1);
    expect(passage.map(one => [one.turn.ordinal, one.quoted, one.asks])).toEqual([
      [1, false, true],
      [2, true, false],
      [3, true, true],
      [4, false, false],
    ]);
    expect(passage[1]!.parts).toEqual([
      { words: 'Because ', marked: false },
      { words: 'it rained.', marked: true },
    ]);
    expect(passage[2]!.parts.map(part => part.words)).toEqual(['And ', 'then?']);
    expect(passage[0]!.parts.every(part => !part.marked)).toBe(true);
  });

  test('who else speaks: not the person quoted, nor one who says nothing', () => {
    expect(othersIn(transcript, span('It stopped.')).map(one => [one.speaker.name, one.turns])).toEqual([
      ['Interviewer', 2],
      ['Sal', 1],
    ]);
  });
});

describe('balance', () => {
  const study = [
    { group: 'Staff', phase: null },
    { group: 'CYP', phase: 2 },
    { group: 'CYP', phase: 1 },
    { group: 'Neighbours', phase: 1 },
    { group: null, phase: 1 },
  ];
  const twice = Array(2).fill({ group: 'CYP', phase: 2 });

  test('shows silence, and scales its marks', () => {
    const balance = balanceOf(twice, study);
    expect(balance.map(one => one.group)).toEqual(['CYP', 'Staff', 'Neighbours', 'No group']);
    expect(balance[0]?.phases).toEqual([
      { phase: 1, count: 0, sources: 1 },
      { phase: 2, count: 2, sources: 1 },
      { phase: null, count: 0, sources: 0 },
    ]);
    expect(balanceInWords(balance)).toBe('CYP: 2 in phase 2. Staff: none. Neighbours: none. No group: none.');
    expect(quotesPerMark(balance, 40)).toBe(1);
    expect(quotesPerMark(balanceOf(Array(81).fill({ group: 'CYP', phase: 1 }), []), 40)).toBe(3);
  });

  test('has two rows, and tells silence from having asked nobody', () => {
    const balance = balanceOf(twice, study);
    expect(rowsOf(balance[0]!)).toEqual([
      { row: 'first', present: true, count: 0 },
      { row: 'later', present: true, count: 2 },
    ]);
    expect(rowsOf(balance[1]!)).toEqual([
      { row: 'first', present: true, count: 0 },
      { row: 'later', present: false, count: 0 },
    ]);
    expect(rowsInWords(balance)).toBe('Phase 1 or no phase above, 2 below');
    const once = balanceOf([], [{ group: 'CYP', phase: 1 }]);
    expect(rowsOf(once[0]!)).toHaveLength(1);
    expect(rowsInWords(once)).toBeNull();
    expect(rowsInWords(balanceOf([], []))).toBeNull();
  });
});

test('a copied quote carries its attribution and no live markup', () => {
  const one = { text: 'a < b & [c]', attribution: 'Interview CYP1' };
  expect(plainQuote(one)).toBe('“a < b & [c]”\nInterview CYP1');
  expect(plainQuote({ ...one, printed: 'a […]' })).toBe('“a […]”\nInterview CYP1');
  expect(richQuote(one)).toBe('<blockquote><p>“a &lt; b &amp; [c]”</p><p><em>Interview CYP1</em></p></blockquote>');
});
