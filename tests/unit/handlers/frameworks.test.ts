import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Framework, Theme } from '../../../shared/model/entities.ts';
import type { OutcomeId } from '../../../shared/model/ids.ts';
import { newWorkspace, type Workspace } from '../../builders/workspace.ts';
import { call } from '../../contract/client.ts';

let work: Workspace;
let main: Framework;
beforeEach(async () => {
  work = await newWorkspace();
  main = await call(work.client, 'framework.get', work.on());
});
afterEach(() => work.close());

const on = () => work.on();
const all = () => call(work.client, 'framework.list', on());
const themes = () => call(work.client, 'theme.list', on());
const undo = () => call(work.client, 'history.undo', on());
const make = (name: string, outcomes: readonly OutcomeId[]): Promise<Theme> =>
  call(work.client, 'theme.create', { ...on(), name, outcomes: [...outcomes] });
const mechanisms = {
  title: 'Mechanisms',
  kind: 'a-priori' as const,
  citation: 'Rowan (2019)',
  outcomes: [
    { number: 1, title: 'Closeness', statement: 'Being near.', citation: 'p. 4' },
    { number: 2, title: 'Slack', statement: 'Time to spare.', own: true },
  ],
};
const entry = (number: number) => main.outcomes.find(one => one.number === number)!.id;
const stated = (framework: Framework) =>
  framework.outcomes.map(({ id, number, title, statement }) => ({ id, number, title, statement }));

it('stand side by side, with definitions, citations and entries of one’s own; a theme answers entries of any', async () => {
  const added = await call(work.client, 'framework.add', { ...on(), ...mechanisms });
  expect(added).toMatchObject({
    kind: 'a-priori',
    citation: 'Rowan (2019)',
    outcomes: [
      { number: 1, citation: 'p. 4', own: false },
      { number: 2, citation: '', own: true },
    ],
  });
  const [near, slack] = added.outcomes.map(one => one.id);
  const { id } = await make('Rely', [entry(3), entry(4)]);
  await call(work.client, 'theme.setOutcomes', {
    ...on(),
    theme: id,
    outcomes: [slack!, near!],
    reason: 'Time first.',
  });
  const [theme] = await themes();
  expect(theme!.outcomes).toEqual([entry(3), entry(4)]);
  expect(theme!.links).toEqual([
    { outcome: entry(3), primary: true, reason: null },
    { outcome: entry(4), primary: false, reason: null },
    { outcome: slack, primary: true, reason: 'Time first.' },
    { outcome: near, primary: false, reason: 'Time first.' },
  ]);
  expect(await work.refused('theme.setOutcomes', { theme: id, outcomes: [slack!, entry(3)] })).toMatchObject({
    code: 'refused',
  });
  expect((await call(work.client, 'study.stats', on())).outcomes).toBe(9);
  expect((await call(work.client, 'framework.get', on())).id).toBe(main.id);
  expect(await work.refused('framework.remove', { framework: main.id })).toMatchObject({ code: 'refused' });
  expect(await work.refused('framework.remove', { framework: added.id })).toMatchObject({
    code: 'refused',
    details: { names: ['Rely'] },
  });
  await call(work.client, 'framework.remove', { ...on(), framework: added.id, unlink: true });
  expect((await themes())[0]!.links).toHaveLength(2);
  await undo();
  expect((await themes())[0]).toEqual(theme);
  expect((await all()).map(one => one.title)).toEqual([main.title, 'Mechanisms']);
});

it('keep what an update does not mention', async () => {
  const { id, outcomes } = await call(work.client, 'framework.add', { ...on(), ...mechanisms });
  await call(work.client, 'framework.update', {
    ...on(),
    framework: id,
    title: 'Ways',
    outcomes: outcomes.map(one => ({ id: one.id, number: one.number, title: one.title, statement: 'x' })),
  });
  expect(await call(work.client, 'framework.get', { ...on(), framework: id })).toMatchObject({
    title: 'Ways',
    kind: 'a-priori',
    citation: 'Rowan (2019)',
    outcomes: [
      { statement: 'x', citation: 'p. 4' },
      { statement: 'x', own: true },
    ],
  });
});

it('lose an outcome only when it is said where its themes and quotes go', async () => {
  const source = await work.source('Interviewer: Well?\n\nCYP1: I trust Sal.\n');
  const { text } = await work.read(source);
  const extracts = [{ source, start: text.indexOf('I trust'), end: text.indexOf('Sal.') + 4 }];
  await make('A', [entry(3)]);
  await make('B', [entry(2), entry(3)]);
  await call(work.client, 'outcome.quote', { ...on(), outcome: entry(3), extracts, placed: true });
  const before = { frameworks: await all(), themes: await themes() };
  const outcomes = stated(main).filter(one => one.number !== 3);
  const without = { ...on(), title: main.title, outcomes };
  const refusal = await work.refused('framework.update', without);
  expect(refusal).toMatchObject({ code: 'refused', details: { outcome: entry(3), names: ['A', 'B'], quotes: 1 } });
  expect(refusal.message).toContain('holds the themes “A”, “B” and 1 quote');
  expect(await work.refused('outcome.remove', { outcome: entry(3) })).toMatchObject({ code: 'refused' });
  expect(await work.refused('outcome.remove', { outcome: entry(3), moveTo: entry(3) })).toMatchObject({
    code: 'refused',
  });
  expect({ frameworks: await all(), themes: await themes() }).toEqual(before);
  await call(work.client, 'framework.update', { ...without, moveTo: [{ outcome: entry(3), to: entry(2) }] });
  expect((await themes()).map(one => one.outcomes)).toEqual([[entry(2)], [entry(2)]]);
  expect((await all())[0]!.outcomes[1]).toMatchObject({ number: 2, quotes: 1 });
  expect(await work.check()).toEqual([]);
  await undo();
  expect({ frameworks: await all(), themes: await themes() }).toEqual(before);
  await call(work.client, 'outcome.remove', { ...on(), outcome: entry(3), moveTo: null });
  expect((await themes()).map(one => one.outcomes)).toEqual([[], [entry(2)]]);
  await undo();
  expect({ frameworks: await all(), themes: await themes() }).toEqual(before);
});

it('take several themes in one act, first or behind, at a place in the report order, and from another outcome', async () => {
  const [a, b, c] = [await make('A', [entry(1)]), await make('B', [entry(1)]), await make('C', [entry(2)])];
  const before = await all();
  await call(work.client, 'outcome.place', {
    ...on(),
    outcome: entry(2),
    themes: [b.id, a.id],
    from: entry(1),
    before: c.id,
    reason: 'They speak to it.',
  });
  const now = (await all())[0]!.outcomes;
  expect(now[0]!.themes).toEqual([]);
  expect(now[1]!.themes).toEqual([b.id, a.id, c.id]);
  expect((await themes())[0]!.links).toEqual([{ outcome: entry(2), primary: true, reason: 'They speak to it.' }]);
  await undo();
  expect(await all()).toEqual(before);
  await call(work.client, 'outcome.place', { ...on(), outcome: entry(5), themes: [a.id], primary: true });
  expect((await themes())[0]!.outcomes).toEqual([entry(5), entry(1)]);
  await call(work.client, 'outcome.place', { ...on(), outcome: entry(5), themes: [a.id], primary: false });
  expect((await themes())[0]!.outcomes).toEqual([entry(1), entry(5)]);
  await call(work.client, 'outcome.unplace', { ...on(), outcome: entry(1), themes: [a.id, b.id] });
  expect((await themes()).map(one => one.outcomes)).toEqual([[entry(5)], [], [entry(2)]]);
});

it('show what is thin: themes, extracts, people, groups and phases, and what answers none', async () => {
  const code = await work.code('Trust');
  const young = await work.source('Interviewer: Trust?\n\nCYP1: I trust Sal. She stays.\n', { group: 'CYP', phase: 1 });
  const parent = await work.source('Interviewer: And?\n\nParent: We trust her.\n', { group: 'Parent/Carer', phase: 2 });
  for (const words of ['I trust Sal.', 'She stays.']) await work.mark(young, words, [code.id]);
  await work.mark(parent, 'We trust her.', [code.id]);
  await work.mark(young, 'Trust?', [code.id]);
  const twin = await work.code('Twin');
  await work.mark(young, 'I trust Sal.', [twin.id]);
  const { id } = await call(work.client, 'theme.create', {
    ...on(),
    name: 'Rely',
    codes: [code.id, twin.id],
    outcomes: [entry(4)],
  });
  const loose = await make('Loose', []);
  const coverage = await call(work.client, 'outcome.coverage', on());
  expect(coverage.columns).toEqual([
    { group: 'CYP', phase: 1, sources: 1 },
    { group: 'Parent/Carer', phase: 2, sources: 1 },
  ]);
  expect(coverage.outcomes).toHaveLength(9);
  expect(coverage.outcomes[3]).toEqual({
    outcome: entry(4),
    themes: [id],
    extracts: 3,
    sources: [young, parent],
    participants: 2,
    quotes: 0,
    cells: [2, 1],
  });
  expect(coverage.outcomes[0]).toMatchObject({ themes: [], extracts: 0, cells: [0, 0] });
  expect(coverage.unplaced).toEqual([loose.id]);
});

it('hold quotes straight under an outcome, which come before its themes and under no other heading', async () => {
  const source = await work.source('Interviewer: Well?\n\nCYP1: I trust Sal. It rains. Boats.\n');
  const { text } = await work.read(source);
  const at = (words: string) => ({ source, start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const code = await work.code('Trust');
  await work.mark(source, 'I trust Sal.', [code.id]);
  await work.mark(source, 'Boats.', [(await work.code('Boats')).id]);
  await call(work.client, 'theme.create', { ...on(), name: 'Rely', codes: [code.id], outcomes: [entry(4)] });
  const extracts = [at('It rains.'), at('Boats.'), at('Well?')];
  const put = { ...on(), outcome: entry(4), extracts, placed: true, reason: 'Sets the scene.' };
  await call(work.client, 'outcome.quote', put);
  await call(work.client, 'outcome.quote', put);
  expect(await call(work.client, 'outcome.quotes', { ...on(), outcome: entry(4) })).toMatchObject(
    ['It rains.', 'Boats.', 'Well?'].map(words => ({ text: words, reason: 'Sets the scene.' })),
  );
  const chapters = (filter: object) => call(work.client, 'quote.chapters', { ...on(), filter });
  const whole = await chapters({});
  expect(whole[3]!.sections.map(one => [one.theme?.name ?? null, one.quotes.map(quote => quote.text)])).toEqual([
    [null, ['It rains.', 'Boats.']],
    ['Rely', ['I trust Sal.']],
  ]);
  expect(whole.at(-1)!.outcome?.number).toBe(9);
  expect(await chapters({ outcome: 4 })).toEqual([whole[3]]);
  const quotes = await call(work.client, 'quote.list', { ...on(), filter: { outcome: 4 } });
  expect(quotes.map(quote => [quote.text, quote.codes, quote.themes, quote.outcomes])).toEqual([
    ['It rains.', [], [], [4]],
    ['Boats.', ['Boats'], [], [4]],
    ['I trust Sal.', ['Trust'], ['Rely'], [4]],
  ]);
  await call(work.client, 'outcome.quote', { ...put, placed: false });
  expect((await all())[0]!.outcomes[3]!.quotes).toBe(0);
});

it('refuse double numbers and missing titles with the place, and change nothing', async () => {
  const parse = (value: unknown) => work.refused('framework.parse', { json: JSON.stringify(value), name: 'f.json' });
  expect((await parse([{ number: 1, title: 'A' }, { number: 2 }])).message).toContain(
    'outcome 2 of the list has no proper title',
  );
  expect(
    (
      await parse([
        { number: 1, title: 'A' },
        { number: 1, title: 'B' },
      ])
    ).message,
  ).toContain('comes twice, at outcomes 1 and 2');
  const outcomes = stated(main).map(one => ({ ...one, number: 1 }));
  expect(await work.refused('framework.update', { title: 'x', outcomes })).toMatchObject({
    code: 'framework-broken',
    details: { entries: [1, 2] },
  });
  const doubles = [mechanisms.outcomes[0], mechanisms.outcomes[0]];
  expect(await work.refused('framework.add', { ...mechanisms, outcomes: doubles })).toMatchObject({
    code: 'framework-broken',
  });
  expect(await all()).toEqual([main]);
});
