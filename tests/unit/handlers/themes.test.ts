import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Framework, Theme } from '../../../shared/model/entities.ts';
import type { SourceId, ThemeId } from '../../../shared/model/ids.ts';
import { newWorkspace, type Workspace } from '../../builders/workspace.ts';
import { call } from '../../contract/client.ts';

let work: Workspace;
let source: SourceId;
beforeEach(async () => {
  work = await newWorkspace();
  source = await work.source(
    'Interviewer: What about trust?\n\nCYP1: I trust Sal. I was afraid at first. Boats calm me.\n\nCYP2: Nobody trusts the rota.\n',
    { group: 'CYP', phase: 1 },
  );
});
afterEach(() => work.close());

const on = () => work.on();
const list = (discarded = false) => call(work.client, 'theme.list', { ...on(), discarded });
const theme = async (id: string) => [...(await list()), ...(await list(true))].find(one => one.id === id)!;
const make = (name: string, input: object = {}): Promise<Theme> =>
  call(work.client, 'theme.create', { ...on(), name, ...input });
const framework = (): Promise<Framework> => call(work.client, 'framework.get', on());
const undo = () => call(work.client, 'history.undo', on());
const summary = async () => (await call(work.client, 'history.list', { ...on(), limit: 1 }))[0]!.summary;
/** Everything that is said of themes. */
const everything = async () => ({
  themes: await list(),
  discarded: await list(true),
  frameworks: await call(work.client, 'framework.list', on()),
  relations: await call(work.client, 'relation.list', on()),
  marks: await Promise.all(
    [...(await list()), ...(await list(true))].map(one => call(work.client, 'theme.marks', { ...on(), theme: one.id })),
  ),
});
/** Does an act and undoes it: nothing may be left of it. @returns what it made of the study. */
async function thenBack<T>(act: () => Promise<T>): Promise<Awaited<ReturnType<typeof everything>>> {
  const before = await everything();
  await act();
  const after = await everything();
  await undo();
  expect(await everything()).toEqual(before);
  await call(work.client, 'history.redo', on());
  expect(await everything()).toEqual(after);
  expect(await work.check()).toEqual([]);
  return after;
}

describe('a theme', () => {
  it('changes only what is given, and keeps it all over a restart', async () => {
    const { id } = await make('Rely', { concept: 'c', definition: 'd' });
    await call(work.client, 'theme.update', {
      ...on(),
      theme: id,
      isNot: 'Not a rota.',
      role: 'pull',
      parked: true,
      narrative: `See [Sal](ninefold:extract/${source}:1-4).`,
    });
    await work.restart('Ada');
    expect(await theme(id)).toMatchObject({
      name: 'Rely',
      concept: 'c',
      definition: 'd',
      isNot: 'Not a rota.',
      role: 'pull',
      parked: true,
      narrative: `See [Sal](ninefold:extract/${source}:1-4).`,
      parent: null,
      discarded: null,
    });
    await call(work.client, 'theme.update', { ...on(), theme: id, parked: false, role: null });
    expect(await theme(id)).toMatchObject({ role: null, parked: false, isNot: 'Not a rota.' });
    expect(await summary()).toBe('Took the theme “Rely” from the parking place');
  });

  it('stands under another, but never in a ring', async () => {
    const a = await make('A');
    const b = await make('B', { parent: a.id });
    const c = await make('C', { parent: b.id });
    expect(await work.refused('theme.update', { theme: a.id, parent: c.id })).toMatchObject({
      code: 'refused',
      message: expect.stringContaining('“C” stands under this theme'),
    });
    expect(await work.refused('theme.update', { theme: a.id, parent: a.id })).toMatchObject({ code: 'refused' });
    expect(await work.refused('theme.arrange', { themes: [b.id, a.id], parent: c.id })).toMatchObject({
      code: 'refused',
    });
    expect((await list()).map(one => one.parent)).toEqual([null, a.id, b.id]);
    const { themes } = await thenBack(() => call(work.client, 'theme.remove', { ...on(), theme: b.id }));
    expect(themes.map(one => [one.name, one.parent])).toEqual([
      ['A', null],
      ['C', a.id],
    ]);
  });

  it('takes a step only with what it asks for, or with a reason that is kept', async () => {
    const code = await work.code('Trust');
    await work.mark(source, 'I trust Sal.', [code.id]);
    const { id } = await make('Rely', { codes: [code.id] });
    const refusal = await work.refused('theme.update', { theme: id, status: 'reviewed' });
    expect(refusal).toMatchObject({ code: 'refused', details: { missing: ['verdicts'] } });
    expect(refusal.message).toContain('a verdict on each extract: 0 of 1');
    expect((await theme(id)).status).toBe('candidate');
    await thenBack(() =>
      call(work.client, 'theme.update', { ...on(), theme: id, status: 'reviewed', reason: 'Pilot.' }),
    );
    expect(await theme(id)).toMatchObject({ status: 'reviewed', statusReason: 'Pilot.' });
    expect(await work.refused('theme.update', { theme: id, status: 'defined' })).toMatchObject({
      details: { missing: ['concept', 'scope', 'isNot'] },
    });
    const written = { concept: 'Someone stays.', definition: 'All.', isNot: 'None.' };
    await call(work.client, 'theme.update', { ...on(), theme: id, ...written, status: 'defined' });
    expect(await theme(id)).toMatchObject({ status: 'defined', statusReason: 'Pilot.' });
    await call(work.client, 'theme.update', { ...on(), theme: id, status: 'candidate' });
    expect((await theme(id)).statusReason).toBeNull();
    expect(await work.refused('theme.create', { name: 'At once', status: 'defined' })).toMatchObject({
      code: 'refused',
    });
    expect((await list()).map(one => one.name)).toEqual(['Rely']);
  });

  it('is arranged with others in one act', async () => {
    const [a, b, c] = [await make('A'), await make('B'), await make('C')];
    const order = [c.id, a.id, b.id];
    const { themes } = await thenBack(() =>
      call(work.client, 'theme.arrange', {
        ...on(),
        themes: [a.id, b.id],
        status: 'reviewed',
        order,
        reason: 'Pilot.',
      }),
    );
    expect(themes.map(one => [one.name, one.status])).toEqual([
      ['C', 'candidate'],
      ['A', 'reviewed'],
      ['B', 'reviewed'],
    ]);
    expect(await summary()).toContain('Marked the themes “A”, “B” as reviewed');
  });

  it('gives codes to another in one act', async () => {
    const [one, two] = [await work.code('One'), await work.code('Two')];
    const a = await make('A', { codes: [one.id, two.id] });
    const b = await make('B');
    const { themes } = await thenBack(() =>
      call(work.client, 'theme.moveCodes', { ...on(), theme: b.id, add: [one.id], from: a.id }),
    );
    expect(themes.map(t => t.codes)).toEqual([[two.id], [one.id]]);
  });

  it('begins with codes of another, which leave it, in one act', async () => {
    const [one, two, three] = [await work.code('One'), await work.code('Two'), await work.code('Three')];
    const a = await make('A', { codes: [one.id, two.id, three.id] });
    const { themes } = await thenBack(() =>
      make('One and Three', { codes: [one.id, three.id], from: a.id, parked: true }),
    );
    expect(themes.map(t => [t.name, t.codes, t.parked])).toEqual([
      ['A', [two.id], false],
      ['One and Three', [one.id, three.id], true],
    ]);
    expect(await summary()).toContain('Made the parked theme “One and Three” of 2 codes of “A”');
  });
});

describe('themes made of themes', () => {
  async function three() {
    const codes = [await work.code('Trust'), await work.code('Fear'), await work.code('Boats')];
    const [trust, fear, boats] = codes.map(code => code.id);
    await work.mark(source, 'I trust Sal.', [trust!]);
    await work.mark(source, 'I was afraid at first.', [fear!]);
    await work.mark(source, 'Boats calm me.', [boats!]);
    const { outcomes } = await framework();
    const a = await make('A', { codes: [trust], outcomes: [outcomes[2]!.id] });
    const b = await make('B', { codes: [trust, fear], outcomes: [outcomes[3]!.id, outcomes[2]!.id], parent: a.id });
    const c = await make('C', { codes: [boats] });
    return { a, b, c, trust: trust!, fear: fear!, boats: boats!, outcomes };
  }
  const span = async (words: string) => {
    const { text } = await work.read(source);
    return { source, start: text.indexOf(words), end: text.indexOf(words) + words.length };
  };

  it('are merged with all that hangs on them, and kept among the discarded ones', async () => {
    const { a, b, c, trust, fear, outcomes } = await three();
    const afraid = await span('I was afraid at first.');
    await call(work.client, 'theme.mark', { ...on(), theme: b.id, extracts: [afraid], stance: 'contrary' });
    await call(work.client, 'theme.mark', { ...on(), theme: a.id, extracts: [afraid], stance: 'supports' });
    await call(work.client, 'relation.create', { ...on(), from: b.id, to: c.id, kind: 'leads to' });
    await call(work.client, 'relation.create', { ...on(), from: a.id, to: c.id, kind: 'leads to' });
    await call(work.client, 'relation.create', { ...on(), from: a.id, to: b.id, kind: 'explains' });
    const child = await make('Child', { parent: b.id });
    const memo = await call(work.client, 'memo.create', {
      ...on(),
      about: { kind: 'theme', theme: b.id },
      title: 'm',
      body: '',
    });
    const after = await thenBack(() =>
      call(work.client, 'theme.merge', { ...on(), from: [b.id], into: a.id, reason: 'The same idea.' }),
    );
    const merged = after.themes.find(one => one.id === a.id)!;
    expect(merged.codes).toEqual([trust, fear]);
    expect(merged.outcomes).toEqual([outcomes[2]!.id, outcomes[3]!.id]);
    expect(merged.links[1]!.reason).toBe('Merged with “B”: The same idea.');
    expect(merged.evidence).toMatchObject({ extracts: 2, contrary: 1, supports: 0, against: [source] });
    expect(after.themes.find(one => one.id === child.id)!.parent).toBe(a.id);
    expect(after.discarded).toMatchObject([
      { name: 'B', codes: [trust, fear], discarded: { reason: 'The same idea.', into: a.id } },
    ]);
    expect(after.relations).toMatchObject([{ from: a.id, to: c.id, kind: 'leads to' }]);
    const memos = await call(work.client, 'memo.list', on());
    expect(memos.find(one => one.id === memo.id)!.about).toEqual({ kind: 'theme', theme: a.id });
    expect(await summary()).toContain('Merged the theme “B” into “A”, which now has 2 codes');
    expect(await work.refused('theme.merge', { from: [a.id], into: a.id, reason: 'x' })).toMatchObject({
      code: 'refused',
    });
    expect(await work.refused('theme.merge', { from: [c.id], into: b.id, reason: 'x' })).toMatchObject({
      code: 'refused',
      message: expect.stringContaining('has been discarded'),
    });
  });

  it('are merged into one of their own sub-themes without a ring', async () => {
    const { a, b } = await three();
    const after = await thenBack(() =>
      call(work.client, 'theme.merge', { ...on(), from: [a.id], into: b.id, reason: 'The narrower name.' }),
    );
    expect(after.themes.find(one => one.id === b.id)!.parent).toBeNull();
  });

  it('are split: codes in no part stay, a theme left without any is discarded', async () => {
    const { b, trust, fear, outcomes, a } = await three();
    const extracts = [await span('I was afraid at first.')];
    await call(work.client, 'theme.mark', { ...on(), theme: b.id, extracts, stance: 'contrary' });
    const off = await thenBack(() =>
      call(work.client, 'theme.split', {
        ...on(),
        theme: b.id,
        parts: [{ name: 'Fear of it', codes: [fear] }],
        reason: 'Two ideas.',
      }),
    );
    expect(off.themes.map(one => [one.name, one.codes.length, one.evidence.contrary])).toEqual([
      ['A', 1, 0],
      ['B', 1, 1],
      ['Fear of it', 1, 1],
      ['C', 1, 0],
    ]);
    expect(off.themes[2]).toMatchObject({ parent: a.id, outcomes: [outcomes[3]!.id, outcomes[2]!.id] });
    await undo();
    const parts = [
      { name: 'One', codes: [trust] },
      { name: 'Two', codes: [fear, trust] },
    ];
    const whole = await thenBack(() =>
      call(work.client, 'theme.split', { ...on(), theme: b.id, parts, reason: 'Two ideas.' }),
    );
    expect(whole.themes.map(one => one.name)).toEqual(['A', 'One', 'Two', 'C']);
    expect(whole.discarded).toMatchObject([{ name: 'B', codes: [trust, fear] }]);
    expect(await summary()).toContain('Split “B” into “One”, “Two”');
  });

  it('refuses a split that splits nothing, takes foreign codes or a name that is taken, and changes nothing', async () => {
    const { b, trust, fear, boats } = await three();
    const before = await everything();
    const split = (parts: unknown) => work.refused('theme.split', { theme: b.id, parts, reason: 'r' });
    expect(await split([{ name: 'All', codes: [trust, fear] }])).toMatchObject({ code: 'refused' });
    expect(await split([{ name: 'X', codes: [boats] }])).toMatchObject({ code: 'refused' });
    expect(await split([{ name: 'A', codes: [trust] }])).toMatchObject({ code: 'name-taken' });
    expect(await work.refused('theme.discard', { theme: b.id, reason: ' ' })).toMatchObject({ code: 'invalid-input' });
    expect(await everything()).toEqual(before);
  });

  it('are out of the way once discarded, and come back', async () => {
    const { a, b, trust, outcomes } = await three();
    const code = async () => (await work.codes()).find(one => one.id === trust)!.themes;
    const quotes = async () =>
      (await call(work.client, 'quote.list', { ...on(), filter: {} })).map(quote => quote.themes.join());
    const map = async () => (await call(work.client, 'map.get', { ...on() })).themes.map(one => one.name);
    const after = await thenBack(() =>
      call(work.client, 'theme.discard', { ...on(), theme: a.id, reason: 'Only a topic.' }),
    );
    expect(after.themes.map(one => [one.name, one.parent])).toEqual([
      ['B', null],
      ['C', null],
    ]);
    expect(after.frameworks[0]!.outcomes[2]!.themes).toEqual([b.id]);
    expect(await code()).toEqual([b.id]);
    expect(await quotes()).not.toContain('A');
    expect(await map()).toEqual(['B', 'C']);
    expect((await call(work.client, 'study.stats', on())).themes).toBe(2);
    for (const [method, input] of [
      ['theme.update', { name: 'Z' }],
      ['theme.setCodes', { codes: [] }],
      ['theme.setOutcomes', { outcomes: [] }],
      ['theme.discard', { reason: 'again' }],
    ] as const)
      expect(await work.refused(method, { theme: a.id, ...input })).toMatchObject({ code: 'refused' });
    expect(await work.refused('relation.create', { from: a.id, to: b.id, kind: 'opposes' })).toMatchObject({
      code: 'refused',
      message: expect.stringContaining('“A” has been discarded'),
    });
    expect(await work.refused('outcome.place', { outcome: outcomes[0]!.id, themes: [a.id] })).toMatchObject({
      code: 'refused',
    });
    expect(await work.refused('theme.create', { name: 'A' })).toMatchObject({
      code: 'name-taken',
      message: expect.stringContaining('Restore it'),
    });
    const back = await thenBack(() => call(work.client, 'theme.restore', { ...on(), theme: a.id }));
    expect(back.themes.map(one => one.name)).toEqual(['A', 'B', 'C']);
    expect(await work.refused('theme.restore', { theme: a.id })).toMatchObject({ code: 'refused' });
  });

  it('are related by words of one’s own, once each way', async () => {
    const { a, b } = await three();
    const made = await call(work.client, 'relation.create', { ...on(), from: a.id, to: b.id, kind: 'wears down' });
    expect(await work.refused('relation.create', { from: a.id, to: b.id, kind: 'wears down' })).toMatchObject({
      code: 'refused',
    });
    expect(await work.refused('relation.create', { from: a.id, to: a.id, kind: 'opposes' })).toMatchObject({
      code: 'refused',
    });
    await thenBack(() =>
      call(work.client, 'relation.update', { ...on(), relation: made.id, kind: 'opposes', note: 'n' }),
    );
    expect(await call(work.client, 'relation.list', { ...on(), theme: b.id })).toMatchObject([
      { from: a.id, to: b.id, kind: 'opposes', note: 'n' },
    ]);
    const after = await thenBack(() => call(work.client, 'relation.remove', { ...on(), relation: made.id }));
    expect(after.relations).toEqual([]);
  });

  it('have a history of names and codes, without what was undone or only moved', async () => {
    const { b, fear } = await three();
    const say = (input: object) => call(work.client, 'theme.update', { ...on(), theme: b.id as ThemeId, ...input });
    await say({ name: 'Better', reason: 'Says what it is.' });
    await say({ name: 'Worse' });
    await undo();
    await call(work.client, 'theme.moveCodes', { ...on(), theme: b.id, remove: [fear], reason: 'Elsewhere.' });
    await call(work.client, 'code.remove', { ...on(), code: fear });
    await call(work.client, 'theme.order', { ...on(), themes: [b.id] });
    const entries = await call(work.client, 'theme.history', { ...on(), theme: b.id });
    expect(
      entries.map(one => [one.command, one.reason, one.name?.after ?? null, one.codesAdded, one.codesRemoved]),
    ).toEqual([
      ['theme.create', null, 'B', ['Trust', 'Fear'], []],
      ['theme.update', 'Says what it is.', 'Better', [], []],
      ['theme.moveCodes', 'Elsewhere.', null, [], ['Fear']],
    ]);
  });
});

describe('two coders', () => {
  const redo = () => work.refused('history.redo', {});
  const open = (coder: string) => work.restart(coder);

  it('never make a ring of sub-themes between them', async () => {
    const [a, b] = [await make('A'), await make('B')];
    await call(work.client, 'theme.update', { ...on(), theme: a.id, parent: b.id });
    await undo();
    await open('Ben');
    await call(work.client, 'theme.update', { ...on(), theme: b.id, parent: a.id });
    await open('Ada');
    expect(await redo()).toMatchObject({ code: 'undo-conflict', message: expect.stringContaining('under itself') });
    expect((await list()).map(one => one.parent)).toEqual([null, a.id]);
    expect(await work.check()).toEqual([]);
  });

  it('never mark the same words twice for a theme', async () => {
    const { id } = await make('A');
    const extracts = [{ source, start: (await work.read(source)).text.indexOf('I trust'), end: 50 }];
    const mark = (stance: 'supports' | 'contrary') =>
      call(work.client, 'theme.mark', { ...on(), theme: id, extracts, stance });
    await mark('supports');
    await undo();
    await open('Ben');
    await mark('contrary');
    await open('Ada');
    expect(await redo()).toMatchObject({ code: 'undo-conflict' });
    expect((await theme(id)).evidence).toMatchObject({ supports: 0, contrary: 1 });
  });
});
