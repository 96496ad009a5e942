import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CodingId, SourceId } from '../../../shared/model/ids.ts';
import { leaksIn } from '../../builders/leaks.ts';
import { newWorkspace, type Workspace } from '../../builders/workspace.ts';
import { call } from '../../contract/client.ts';

const passphrase = 'quiet harbour';
let w: Workspace;
beforeEach(async () => {
  w = await newWorkspace();
  await call(w.client, 'key.make', { ...w.on(), passphrase });
});
afterEach(async () => {
  expect(await w.check()).toEqual([]);
  await w.close();
});

const said = (words: string) => `Interviewer: Who?\n\nCYP1: ${words}\n`;
const redact = (label: string, ...terms: string[]) =>
  call(w.client, 'replacement.apply', { ...w.on(), keep: 'key', entries: [{ label, terms }] });
const undo = () => call(w.client, 'history.undo', w.on());
const redo = () => call(w.client, 'history.redo', w.on());
const text = async (source: SourceId) => (await w.read(source)).text;
const as = async (coder: string) => {
  await w.restart(coder);
  await call(w.client, 'key.open', { ...w.on(), passphrase });
};
const note = (body: string) =>
  call(w.client, 'memo.create', { ...w.on(), about: { kind: 'journal' }, title: 'Note', body });
const forgetNotes = async () => {
  for (const { id } of await call(w.client, 'memo.list', w.on()))
    await call(w.client, 'memo.remove', { ...w.on(), memo: id });
};
const mend = async (source: SourceId, from: string, to: string) => {
  const { turns, text: words } = await w.read(source);
  await call(w.client, 'source.edit', {
    ...w.on(),
    source,
    turns: turns.map(turn => ({
      turn: turn.id,
      speaker: turn.speaker,
      text: words.slice(turn.start, turn.end).replace(from, to),
    })),
  });
};
const brackets = async (source: SourceId) =>
  (await call(w.client, 'bracket.list', { ...w.on(), source })).flatMap(one => one.id ?? []);
/** A study without its key's words that anybody may have. */
const copied = async () => {
  const path = join(dirname(w.path), 'copy.ninefold');
  await call(w.client, 'study.copy', { ...w.on(), path });
  return path;
};

describe('what is sealed is what is found', () => {
  test('numbers set apart otherwise, hidden hyphens, ß, ø and names of little words alone', async () => {
    const forms = ['07700900123', 'So\u00ADphie', 'STRAUSS', 'Oyvind'];
    const words = `La Smee rang ${forms.join(', ')} and went`;
    const source = await w.source(said(words));
    const { id } = await w.code('Calls');
    await call(w.client, 'coding.remove', { ...w.on(), codings: [(await w.mark(source, words, [id])) as CodingId] });
    await note(words);
    await forgetNotes();
    await call(w.client, 'replacement.apply', {
      ...w.on(),
      keep: 'key',
      entries: [
        { label: '[number]', terms: ['07700 900123'] },
        { label: '[friend]', terms: ['Sophie', 'Strauß', 'Øyvind'] },
        { label: '[mum]', terms: ['La'] },
      ],
    });
    expect(leaksIn(w.path, [...forms, 'La Smee'])).toEqual([]);
  });

  test('names in names of files that were changed since', async () => {
    const source = await w.source(said('Kezia did.'), {}, 'Interview_Kezia_2.txt');
    await call(w.client, 'source.update', { ...w.on(), source, facts: { group: 'KeziaGroup' } });
    await call(w.client, 'source.update', { ...w.on(), source, facts: { group: 'One' } });
    await call(w.client, 'source.remove', { ...w.on(), source });
    await w.source(said('Kezia came.'));
    await redact('[friend]', 'Kezia');
    expect(leaksIn(w.path, ['Kezia'])).toEqual([]);
  });
});

describe('parts of names', () => {
  test('at the edges of what was coded once', async () => {
    const source = await w.source(said('They helped me once, and then it was Keziahra who rang me up, and Mbalinhle.'));
    const { id } = await w.code('Calls');
    const words = await text(source);
    const name = words.indexOf('Keziahra');
    const last = words.indexOf('Mbalinhle');
    for (const [start, end] of [
      [name - 32, name - 26],
      [name - 20, name + 5],
      [name + 4, name + 20],
      [last + 5, last + 9],
    ] as const) {
      const [made] = await call(w.client, 'coding.apply', { ...w.on(), source, start, end, codes: [id] });
      await call(w.client, 'coding.remove', { ...w.on(), codings: [made!.id] });
    }
    await redact('[friend]', 'Keziahra', 'Mbalinhle');
    expect(leaksIn(w.path, ['Kezi', 'ahra', 'Mbali', 'inhle'])).toEqual([]);
    expect(leaksIn(await copied(), ['Kezi', 'ahra', 'Mbali', 'inhle'])).toEqual([]);
  });

  test('where the summary of an act is cut', async () => {
    const one = 'It was at the end of that first year that Marisol Brannigan helped me';
    const two = 'And so it came in that year at last that Marisolita came by';
    const source = await w.source(said(`${one}. ${two}.`));
    const { id } = await w.code('Help');
    await w.mark(source, one, [id]);
    await w.mark(source, two, [id]);
    await note(`${'x'.repeat(43)} Marisolita`);
    await redact('[friend]', 'Marisol Brannigan', 'Marisolita');
    expect(leaksIn(w.path, ['Mariso'])).toEqual([]);
    const list = await call(w.client, 'history.list', { ...w.on(), limit: 9 });
    expect(list.map(entry => entry.summary).join('\n')).toContain('It was at the end of that first year that');
    await undo();
    expect(await text(source)).toContain('Marisol Brannigan');
  });
});

describe('two coders', () => {
  test('an older replacing that is undone brings back no words of a newer one, and all of it can be undone still', async () => {
    const first = await w.source(said('Kezia helped me.'));
    const second = await w.source(said('Oyelaran helped me then.'));
    await mend(second, 'then', 'once');
    await note('Kezia and Oyelaran');
    await forgetNotes();
    await redact('[friend]', 'Kezia');
    await as('Bea');
    await redact('[mentor]', 'Oyelaran');
    expect(leaksIn(w.path, ['Kezia', 'Oyelaran'])).toEqual([]);
    await as('Ada');
    await undo();
    expect(await text(first)).toContain('Kezia helped');
    expect(leaksIn(w.path, ['Oyelaran'])).toEqual([]);
    await as('Bea');
    await undo();
    expect(await text(second)).toContain('Oyelaran helped me once');
    await as('Ada');
    for (let step = 0; step < 3; step++) await undo();
    expect(await text(second)).toContain('Oyelaran helped me then');
    for (let step = 0; step < 4; step++) await redo();
    expect(leaksIn(w.path, ['Kezia'])).toEqual([]);
  });

  test('a newer replacing that is undone brings back no words of an older one that was done again since', async () => {
    const first = await w.source(said('Kezia helped me.'));
    const second = await w.source(said('Oyelaran helped me then.'));
    await note('Kezia and Oyelaran');
    await forgetNotes();
    await redact('[friend]', 'Kezia');
    await as('Bea');
    await redact('[mentor]', 'Oyelaran');
    await as('Ada');
    await undo();
    await redo();
    expect(leaksIn(w.path, ['Kezia', 'Oyelaran'])).toEqual([]);
    await as('Bea');
    await undo();
    expect(await text(second)).toContain('Oyelaran');
    expect(leaksIn(w.path, ['Kezia'])).toEqual([]);
    await as('Ada');
    for (let step = 0; step < 2; step++) await undo();
    expect(await text(first)).toContain('Kezia');
    expect(await call(w.client, 'memo.list', w.on())).toMatchObject([{ body: 'Kezia and Oyelaran' }]);
  });
});

describe('acts that wait to be done again', () => {
  test('hold no words of a replacing that was done again before them, and are done again with them', async () => {
    const source = await w.source(said('Kezia helped me.'));
    await redact('[friend]', 'Kezia');
    await note('Kezia again');
    await mend(source, 'helped me', 'and Kezia helped');
    for (let step = 0; step < 3; step++) await undo();
    await redo();
    expect(leaksIn(w.path, ['Kezia'])).toEqual([]);
    await call(w.client, 'key.close', w.on());
    expect(await w.refused('history.redo', {})).toMatchObject({ code: 'key-needed' });
    await call(w.client, 'key.open', { ...w.on(), passphrase });
    await redo();
    await redo();
    expect(await call(w.client, 'memo.list', w.on())).toMatchObject([{ body: 'Kezia again' }]);
    expect(await text(source)).toContain('[friend] and Kezia helped');
    for (let step = 0; step < 3; step++) await undo();
    expect(await text(source)).toContain('Kezia helped me');
    for (let step = 0; step < 3; step++) await redo();
    expect(await text(source)).toContain('[friend] and Kezia helped');
  });
});

describe('words that were put back', () => {
  test('and taken out again leave what came before to be undone, and none of them in the file', async () => {
    const source = await w.source(said('Kezia helped me.'));
    const before = await text(source);
    await redact('[friend]', 'Kezia');
    await mend(source, 'Who', 'Who indeed');
    await mend(source, 'helped', 'did help');
    await call(w.client, 'replacement.restore', { ...w.on(), brackets: await brackets(source) });
    await mend(source, 'Kezia did', 'Kezia always did');
    const after = await text(source);
    await undo();
    await undo();
    expect(leaksIn(w.path, ['Kezia'])).toEqual([]);
    for (let step = 0; step < 3; step++) await undo();
    expect(await text(source)).toBe(before);
    for (let step = 0; step < 5; step++) await redo();
    expect(await text(source)).toBe(after);
    await undo();
    await note('no more');
    await undo();
    await undo();
    expect(leaksIn(w.path, ['Kezia'])).toEqual([]);
    expect(await text(source)).toContain('[friend] did help');
  });
});

describe('a file that another program is reading', () => {
  test('can’t be cleared, which is told; once it is gone, opening the study again clears it', async () => {
    const source = await w.source(said(`Kezia helped me. ${'word '.repeat(20_000)}`));
    const other = new Database(w.path);
    other.exec('BEGIN');
    other.prepare('SELECT count(*) FROM source').get();
    const refused = await w.refused('replacement.apply', {
      keep: 'key',
      entries: [{ label: '[friend]', terms: ['Kezia'] }],
    });
    expect(refused).toMatchObject({ code: 'cannot-write', message: expect.stringContaining('open the study again') });
    expect(await text(source)).toContain('[friend] helped');
    other.close();
    await w.restart();
    expect(leaksIn(w.path, ['Kezia'])).toEqual([]);
  });
});
