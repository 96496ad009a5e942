import { describe, expect, it } from 'vitest';
import { type MapMatter, themeMapOf } from '../../../shared/analysis/themeMap.ts';
import type { CodeId, FrameworkId, OutcomeId, SourceId, ThemeId } from '../../../shared/model/ids.ts';

const code = (name: string) => name as CodeId;
const theme = (name: string) => name as ThemeId;
const outcome = (name: string) => name as OutcomeId;
const source = (name: string) => name as SourceId;

const coded = ['roof', 'sal', 'trust', 'none'].map(name => ({ id: code(name), name }));
const sources = [
  { id: source('cyp2'), title: 'CYP2', group: 'CYP', phase: 1 },
  { id: source('staff'), title: 'Staff', group: 'Staff', phase: 2 },
];

/** What was coded: source, start, end, code, as places; sorted as the study's reader gives them. */
function spansOf(rows: readonly (readonly [source: number, start: number, end: number, code: number])[]) {
  const column = (at: 0 | 1 | 2 | 3) => Int32Array.from(rows, row => row[at]);
  return { count: rows.length, source: column(0), start: column(1), end: column(2), code: column(3) };
}

const matter: MapMatter = {
  title: 'Boat shed',
  titles: {},
  framework: {
    id: 'f' as FrameworkId,
    title: 'F',
    outcomes: [
      { id: outcome('o3'), number: 3, title: 'Three', statement: '', themes: [theme('known'), theme('dry')] },
      { id: outcome('o1'), number: 1, title: 'One', statement: '', themes: [theme('dry')] },
      { id: outcome('o2'), number: 2, title: 'Two', statement: '', themes: [] },
    ],
  } as unknown as MapMatter['framework'],
  themes: [
    {
      ...{ id: theme('dry'), name: 'Dry', concept: 'A roof.', status: 'reviewed' },
      ...{ codes: [code('roof')], outcomes: [outcome('o1'), outcome('o3')] },
    },
    {
      ...{ id: theme('known'), name: 'Known', concept: '', status: 'candidate' },
      ...{ codes: [code('sal'), code('trust')], outcomes: [outcome('o3')] },
    },
    { id: theme('loose'), name: 'Loose', concept: '', status: 'candidate', codes: [], outcomes: [] },
  ],
  codes: coded,
  relations: [
    { from: theme('dry'), to: theme('known'), kind: 'leads to' },
    { from: theme('loose'), to: theme('known'), kind: 'part of' },
  ],
  against: new Map([[theme('known'), [source('staff')]]]),
  places: new Map([[theme('dry'), { x: 10, y: 20 }]]),
  spans: spansOf([
    [0, 0, 9, 0],
    [0, 0, 9, 1],
    [0, 12, 20, 1],
    [0, 12, 20, 2],
    [0, 30, 40, 3],
    [1, 0, 5, 2],
  ]),
  coded,
  sources,
};

describe('the theme map', () => {
  const map = themeMapOf(matter);

  it('counts each stretch of text once for a theme, an outcome and a source, however many codes it has', () => {
    expect(map.themes.map(one => [one.id, one.extracts, one.sources])).toEqual([
      ['dry', 1, 1],
      ['known', 3, 2],
      ['loose', 0, 0],
    ]);
    expect(map.outcomes.map(one => [one.number, one.extracts, one.themes])).toEqual([
      [3, 3, 2],
      [1, 1, 1],
      [2, 0, 0],
    ]);
    expect(map.sources.map(one => [one.id, one.extracts])).toEqual([
      ['cyp2', 2],
      ['staff', 1],
    ]);
    expect(map.themes[1]?.heard).toEqual([
      { source: 'cyp2', extracts: 2 },
      { source: 'staff', extracts: 1 },
    ]);
  });

  it('links codes to themes and themes to outcomes in order of weight, by what each link carries', () => {
    expect(map.codeLinks).toEqual([
      { code: 'roof', theme: 'dry', extracts: 1 },
      { code: 'sal', theme: 'known', extracts: 2 },
      { code: 'trust', theme: 'known', extracts: 2 },
    ]);
    expect(map.outcomeLinks).toEqual([
      { theme: 'dry', outcome: 'o1', extracts: 1, primary: true },
      { theme: 'dry', outcome: 'o3', extracts: 1, primary: false },
      { theme: 'known', outcome: 'o3', extracts: 3, primary: true },
    ]);
  });

  it('leaves out codes in no theme; tells what stands against a theme, and where a hand put it', () => {
    expect(map.codes.map(one => one.id)).toEqual(['roof', 'sal', 'trust']);
    expect(map.themes.map(one => [one.against, one.place])).toEqual([
      [[], { x: 10, y: 20 }],
      [['staff'], null],
      [[], null],
    ]);
  });

  it('narrowed by outcome shows its themes alone, and no link elsewhere', () => {
    const one = themeMapOf(matter, { outcomes: [1] });
    expect(one.themes.map(each => each.id)).toEqual(['dry']);
    expect(one.outcomes.map(each => each.number)).toEqual([1]);
    expect(one.outcomeLinks).toEqual([{ theme: 'dry', outcome: 'o1', extracts: 1, primary: true }]);
    expect(themeMapOf(matter, { outcomes: [3] }).outcomeLinks).toContainEqual(
      expect.objectContaining({ theme: 'dry', primary: false }),
    );
    expect(one.relations).toEqual([]);
    expect(one.filter).toBe('outcome 1, One');
  });

  it('narrowed by status and by least evidence leaves out themes and what they alone carried', () => {
    expect(themeMapOf(matter, { statuses: ['reviewed'] }).themes.map(one => one.id)).toEqual(['dry']);
    const strong = themeMapOf(matter, { least: 2 });
    expect(strong.themes.map(one => one.id)).toEqual(['known']);
    expect(strong.outcomes.map(one => [one.number, one.extracts, one.themes])).toEqual([
      [3, 3, 1],
      [1, 0, 0],
      [2, 0, 0],
    ]);
    expect(strong.filter).toBe('themes with 2 sources or more');
  });

  it('keeps the sources of the groups and phases that it hears, and says them', () => {
    const heard = themeMapOf(matter, { groups: ['Staff', null], phases: [2] });
    expect(heard.sources.map(one => one.id)).toEqual(['staff']);
    expect(heard.filter).toBe('Staff or no group; phase 2');
  });
});
