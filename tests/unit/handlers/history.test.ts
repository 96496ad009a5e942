import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newWorkspace, type Workspace } from '../../builders/workspace.ts';
import { call } from '../../contract/client.ts';
import { interviewText } from '../../contract/material.ts';

let w: Workspace;
beforeEach(async () => {
  w = await newWorkspace();
});
afterEach(async () => {
  expect(await w.check()).toEqual([]);
  await w.close();
});

const names = async () => (await w.codes()).map(code => code.name);
const list = (limit = 100) => call(w.client, 'history.list', { ...w.on(), limit });
const entryOf = async (summary: string) => (await list()).find(entry => entry.summary === summary)!.id;

describe('a way back to any point', () => {
  test('undoes and redoes as far as an act, also after a restart', async () => {
    for (const name of ['A', 'B', 'C', 'D']) await w.code(name);
    const b = await entryOf('Made the code “B”');
    expect(await call(w.client, 'history.goto', { ...w.on(), entry: b })).toEqual({
      undo: 'Made the code “B”',
      redo: 'Made the code “C”',
    });
    expect(await names()).toEqual(['A', 'B']);
    await w.restart('Ada');
    await call(w.client, 'history.goto', { ...w.on(), entry: await entryOf('Made the code “D”') });
    expect(await names()).toEqual(['A', 'B', 'C', 'D']);
    await call(w.client, 'history.goto', { ...w.on(), entry: null });
    expect(await names()).toEqual([]);
  });

  test('refuses the whole way where one step can’t be taken', async () => {
    await w.code('A');
    const b = await w.code('B');
    await w.code('C');
    await w.restart('Ben');
    await call(w.client, 'code.update', { ...w.on(), code: b.id, name: 'Bee' });
    await w.restart('Ada');
    const error = await w.refused('history.goto', { entry: await entryOf('Made the code “A”') });
    expect(error.code).toBe('undo-conflict');
    expect(await names()).toEqual(['A', 'Bee', 'C']);
    expect(await call(w.client, 'history.state', w.on())).toEqual({ undo: 'Made the code “C”', redo: null });
    expect(await w.refused('history.goto', { entry: await entryOf('Renamed the code “B” to “Bee”') })).toMatchObject({
      code: 'not-found',
    });
  });

  test('undoing an import that somebody else has coded is refused in words', async () => {
    const source = await w.source(interviewText);
    await w.restart('Ben');
    const trust = await w.code('Trust');
    await w.mark(source, 'I turn up', [trust.id]);
    await w.restart('Ada');
    expect(await w.refused('history.undo', {})).toMatchObject({ code: 'undo-conflict' });
    expect((await w.read(source)).codings).toHaveLength(1);
  });

  test('is read page by page', async () => {
    for (let n = 0; n < 7; n++) await w.code(`C${n}`);
    const all = (await list()).map(entry => entry.id);
    const first = await list(3);
    const second = await call(w.client, 'history.list', { ...w.on(), limit: 3, before: first[2]!.id });
    expect([...first, ...second].map(entry => entry.id)).toEqual(all.slice(0, 6));
  });
});

describe('reading', () => {
  test('goes on, is kept for each coder, and is no act to undo', async () => {
    const source = await w.source(interviewText);
    const mark = (input: object) => call(w.client, 'reading.mark', { ...w.on(), source, ...input });
    await mark({ furthest: 3 });
    await mark({ furthest: 2 });
    expect(await call(w.client, 'reading.list', w.on())).toEqual([{ source, furthest: 3, turns: 6, finishedAt: null }]);
    await mark({ furthest: 99, finished: true });
    const [state] = await call(w.client, 'reading.list', w.on());
    expect(state).toMatchObject({ furthest: 6, finishedAt: expect.stringMatching(/^20/) });
    await mark({ finished: true });
    expect(await call(w.client, 'reading.list', w.on())).toEqual([state]);
    expect((await list()).filter(entry => entry.command === 'reading.mark')).toEqual([]);
    expect((await call(w.client, 'history.state', w.on())).undo).toContain('Imported');
    await w.restart('Ben');
    expect((await call(w.client, 'reading.list', w.on()))[0]).toMatchObject({ furthest: 0, finishedAt: null });
  });

  test('does not stand in the way of undo and redo', async () => {
    const source = await w.source(interviewText);
    const mark = (furthest: number) => call(w.client, 'reading.mark', { ...w.on(), source, furthest });
    await mark(1);
    await call(w.client, 'source.remove', { ...w.on(), source });
    await call(w.client, 'history.undo', w.on());
    await mark(4);
    await call(w.client, 'history.redo', w.on());
    expect(await call(w.client, 'reading.list', w.on())).toEqual([]);
    await call(w.client, 'history.undo', w.on());
    await call(w.client, 'history.undo', w.on());
    expect(await call(w.client, 'source.list', w.on())).toEqual([]);
    expect(await w.refused('reading.mark', { source, furthest: 1 })).toMatchObject({ code: 'not-found' });
  });
});
