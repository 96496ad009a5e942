import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CodeId, SourceId, ThemeId } from '../../../shared/model/ids.ts';
import { newWorkspace, type Workspace } from '../../builders/workspace.ts';
import { call } from '../../contract/client.ts';

let work: Workspace;
let source: SourceId;
let other: SourceId;
let code: CodeId;
let theme: ThemeId;
const words = ['I trust Sal.', 'She comes every week.', 'Nobody trusts the rota.'] as const;

beforeEach(async () => {
  work = await newWorkspace();
  source = await work.source(
    `Interviewer: Whom do you trust?\n\nCYP1: ${words[0]} ${words[1]}\n\nCYP2: ${words[2]}\n\nInterviewer: So trust matters.\n`,
    { group: 'CYP', phase: 1 },
  );
  other = await work.source('Interviewer: And you?\n\nParent: We trust the shed. It rains.\n', {
    group: 'Parent/Carer',
    phase: 2,
  });
  code = (await work.code('Trust')).id;
  for (const one of words) await work.mark(source, one, [code]);
  await work.mark(source, 'So trust matters.', [code]);
  theme = (await call(work.client, 'theme.create', { ...work.on(), name: 'Someone to rely on', codes: [code] })).id;
});
afterEach(() => work.close());

const on = () => ({ ...work.on(), theme });
const review = () => call(work.client, 'theme.review', on());
const undo = () => call(work.client, 'history.undo', work.on());
const judge = async (at: number, verdict: 'fits' | 'doubtful' | 'move' | 'contrary', more: object = {}) =>
  call(work.client, 'theme.verdict', { ...on(), extract: (await review()).items[at]!.key, verdict, ...more });
const evidence = async () => (await call(work.client, 'theme.list', work.on()))[0]!.evidence;

describe('level 1', () => {
  it('goes through the extracts in order, keeps every verdict, and opens the step to reviewed', async () => {
    expect(await review()).toMatchObject({ done: 0, total: 3, past: [] });
    expect((await review()).items).toMatchObject([
      { text: words[0], attribution: 'CYP phase 1', before: expect.stringContaining('trust?'), stance: null },
      { text: words[1], before: expect.stringContaining(words[0]), verdicts: [] },
      { text: words[2], speaker: 'CYP2', turn: 3 },
    ]);
    await judge(0, 'doubtful', { note: 'Really?' });
    await judge(0, 'fits');
    const into = await call(work.client, 'theme.create', { ...work.on(), name: 'Other' });
    await judge(1, 'move', { toTheme: into.id });
    const [first, second] = (await review()).items;
    expect(first!.verdicts).toMatchObject([
      { verdict: 'fits', coderName: 'Ada', note: '' },
      { verdict: 'doubtful', note: 'Really?' },
    ]);
    expect(second!.verdicts).toMatchObject([{ verdict: 'move', toTheme: into.id }]);
    const ready = () => call(work.client, 'theme.readiness', on());
    expect(await ready()).toMatchObject({ done: 2, total: 3, steps: [{ status: 'reviewed', ready: false }, {}] });
    await judge(2, 'fits');
    expect(await ready()).toMatchObject({ done: 3, steps: [{ ready: true }, { status: 'defined', ready: false }] });
    await call(work.client, 'theme.update', { ...on(), status: 'reviewed' });
    expect((await call(work.client, 'theme.list', work.on()))[0]).toMatchObject({
      status: 'reviewed',
      statusReason: null,
    });
  });

  it('marks what is contrary, and takes the mark off when the coder thinks again', async () => {
    await judge(2, 'contrary');
    expect(await evidence()).toMatchObject({ contrary: 1, against: [source], extracts: 3, participants: 2 });
    expect(await call(work.client, 'theme.marks', { ...on(), stance: 'contrary' })).toMatchObject([
      { text: words[2], coded: true },
    ]);
    await undo();
    expect(await evidence()).toMatchObject({ contrary: 0, against: [] });
    expect((await review()).done).toBe(0);
    await judge(2, 'contrary');
    await judge(2, 'fits');
    expect(await evidence()).toMatchObject({ contrary: 0 });
  });

  it('refuses words that are none of the theme’s extracts, and keeps verdicts on words that leave it', async () => {
    const { text } = await work.read(other);
    const start = text.indexOf('It rains.');
    expect(
      await work.refused('theme.verdict', {
        theme,
        extract: { source: other, start, end: start + 9 },
        verdict: 'fits',
      }),
    ).toMatchObject({ code: 'refused' });
    await judge(0, 'fits');
    await call(work.client, 'theme.setCodes', { ...on(), codes: [] });
    expect(await review()).toMatchObject({ total: 0, past: [{ verdict: 'fits', quoted: words[0] }] });
  });
});

describe('marks', () => {
  it('stand on any words, one for each theme, and are counted', async () => {
    const { text } = await work.read(other);
    const start = text.indexOf('We trust the shed.');
    const extracts = [{ source: other, start, end: start + 18 }];
    await call(work.client, 'theme.mark', { ...on(), extracts, stance: 'contrary' });
    await call(work.client, 'theme.mark', { ...on(), extracts, stance: 'qualifies' });
    const key = (await review()).items[0]!.key;
    await call(work.client, 'theme.mark', { ...on(), extracts: [key], stance: 'supports' });
    expect(await evidence()).toMatchObject({ supports: 1, qualifies: 1, contrary: 0 });
    expect(await call(work.client, 'theme.marks', on())).toMatchObject([
      { text: words[0], stance: 'supports', coded: true },
      { text: 'We trust the shed.', stance: 'qualifies', coded: false },
    ]);
    await call(work.client, 'theme.mark', { ...on(), extracts: [...extracts, key], stance: null });
    expect(await call(work.client, 'theme.marks', on())).toEqual([]);
    await undo();
    expect(await call(work.client, 'theme.marks', on())).toHaveLength(2);
    expect(await work.refused('theme.mark', { theme, extracts: [`${other}:5-5`], stance: 'supports' })).toMatchObject({
      code: 'selection-empty',
    });
    expect(
      await work.refused('theme.mark', { theme, extracts: [`${other}:0-99999`], stance: 'supports' }),
    ).toMatchObject({ code: 'selection-outside' });
  });

  it('follow their words, like verdicts, quotes under outcomes and quotes in a narrative', async () => {
    await judge(2, 'contrary');
    const { outcomes } = await call(work.client, 'framework.get', work.on());
    const before = (await review()).items[2]!;
    const place = { extracts: [before.key], outcome: outcomes[0]!.id, placed: true };
    await call(work.client, 'outcome.quote', { ...work.on(), ...place });
    const narrative = `They say: [as one put it](ninefold:extract/${before.key}).`;
    await call(work.client, 'theme.update', { ...on(), narrative });
    const { turns, text } = await work.read(source);
    await call(work.client, 'source.edit', {
      ...work.on(),
      source,
      turns: turns.map((turn, index) => ({
        turn: turn.id,
        speaker: turn.speaker,
        text: `${index === 0 ? 'Well then. ' : ''}${text.slice(turn.start, turn.end)}`,
      })),
      reason: 'misheard',
    });
    const after = (await review()).items[2]!;
    expect(after.start).toBe(before.start + 11);
    expect(after).toMatchObject({ text: words[2], stance: 'contrary', verdicts: [{ verdict: 'contrary' }] });
    expect(await call(work.client, 'outcome.quotes', { ...work.on(), outcome: outcomes[0]!.id })).toMatchObject([
      { key: after.key, text: words[2] },
    ]);
    expect((await call(work.client, 'theme.list', work.on()))[0]!.narrative).toBe(
      narrative.replace(before.key, after.key),
    );
    const coding = (await work.read(source)).codings.find(one => one.start === after.start)!;
    await call(work.client, 'coding.resize', {
      ...work.on(),
      coding: coding.id,
      start: after.start,
      end: after.end - 1,
    });
    expect((await review()).items[2]).toMatchObject({ text: words[2].slice(0, -1), stance: 'contrary' });
    expect(await work.check()).toEqual([]);
    await call(work.client, 'source.remove', { ...work.on(), source });
    expect(await call(work.client, 'theme.marks', on())).toEqual([]);
    expect(await work.check()).toEqual([]);
    await undo();
    expect((await review()).items[2]).toMatchObject({ stance: 'contrary' });
  });
});

describe('level 2', () => {
  it('says where the theme is absent, what it shares, and what it may have missed', async () => {
    const rota = (await work.code('Rota')).id;
    await work.mark(source, 'Nobody trusts the rota.', [rota]);
    await work.mark(other, 'It rains.', [rota]);
    const second = await call(work.client, 'theme.create', { ...work.on(), name: 'Order', codes: [rota] });
    const against = await call(work.client, 'theme.against', { ...on(), words: 'trust rains "so trust"' });
    expect(against.absent).toEqual([other]);
    expect(against.groups).toEqual([
      { group: 'CYP', phase: 1, sources: 1, speaking: 1 },
      { group: 'Parent/Carer', phase: 2, sources: 1, speaking: 0 },
    ]);
    const units = words.map(one => one.length);
    expect(against.overlap).toEqual([
      {
        theme: second.id,
        extracts: 1,
        share: units[2]! / (units[0]! + units[1]! + units[2]!),
        ofOther: units[2]! / (units[2]! + 'It rains.'.length),
      },
    ]);
    expect(against.candidates).toMatchObject({
      total: 2,
      extracts: [{ text: 'We trust the shed.' }, { text: 'It rains.', codes: [rota] }],
    });
    expect(against.suggested).toEqual(expect.arrayContaining(['trust', 'rely']));
  });
});

describe('advice', () => {
  const kinds = async () =>
    (await call(work.client, 'advice.list', on())).map(one => [one.kind, one.dismissed?.reason ?? null]);

  it('names what to think about, and keeps why it was set aside', async () => {
    await call(work.client, 'theme.update', { ...on(), name: 'Whom to trust', status: 'reviewed', reason: 'Pilot.' });
    expect(await kinds()).toEqual([
      ['question-name', null],
      ['one-source', null],
      ['no-contrary', null],
      ['no-outcome', null],
    ]);
    await call(work.client, 'advice.dismiss', { ...on(), kind: 'one-source', reason: 'Only they were asked.' });
    await work.restart('Ada');
    expect(await kinds()).toContainEqual(['one-source', 'Only they were asked.']);
    await call(work.client, 'advice.recall', { ...on(), kind: 'one-source' });
    expect(await kinds()).toContainEqual(['one-source', null]);
    await undo();
    expect(await kinds()).toContainEqual(['one-source', 'Only they were asked.']);
    await judge(2, 'contrary');
    expect((await kinds()).map(one => one[0])).not.toContain('no-contrary');
  });
});
