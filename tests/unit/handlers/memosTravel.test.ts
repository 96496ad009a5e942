import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SourceId } from '../../../shared/model/ids.ts';
import type { MemoAbout } from '../../../shared/model/memos.ts';
import { newWorkspace, type Workspace } from '../../builders/workspace.ts';
import { call } from '../../contract/client.ts';
import { interviewText } from '../../contract/material.ts';

let w: Workspace;
let source: SourceId;
beforeEach(async () => {
  w = await newWorkspace();
  source = await w.source(interviewText);
});
afterEach(async () => {
  expect(await w.check()).toEqual([]);
  await w.close();
});

const write = (about: MemoAbout, title: string) =>
  call(w.client, 'memo.create', { ...w.on(), about, title, body: 'Hm.' });
const memos = async () => {
  const list = await call(w.client, 'memo.list', w.on());
  return new Map(list.map(memo => [memo.title, memo]));
};

test('memos travel with their words; one whose words are gone stays with the source', async () => {
  const { text, turns } = await w.read(source);
  const on = (words: string) => ({ source, start: text.indexOf(words), end: text.indexOf(words) + words.length });
  await write({ kind: 'extract', ...on('from nothing') }, 'extract');
  await write({ kind: 'extract', ...on('I trust Sal') }, 'gone');
  await write({ kind: 'turn', source, turn: turns[5]!.id }, 'turn');
  await write({ kind: 'turn', source, turn: turns[2]!.id }, 'gone turn');
  const before = await memos();
  const edited = turns
    .map(turn => ({ turn: turn.id, speaker: turn.speaker, text: text.slice(turn.start, turn.end) }))
    .filter(turn => turn.turn !== turns[2]!.id)
    .map(turn => ({ ...turn, text: turn.text.replace(' I trust Sal.', '').replace('My cousin', 'My older cousin') }));
  await call(w.client, 'source.edit', { ...w.on(), source, turns: edited });
  const after = await memos();
  const now = await w.read(source);
  expect(after.get('extract')).toMatchObject({ quoted: 'from nothing', about: { kind: 'extract' } });
  expect(after.get('turn')).toMatchObject({ about: { kind: 'turn', turn: turns[5]!.id } });
  expect(after.get('turn')?.quoted).toBe(now.text.slice(now.turns.at(-1)!.start, now.turns.at(-1)!.end));
  expect(after.get('gone')).toMatchObject({ about: { kind: 'source', source }, quoted: 'I trust Sal' });
  expect(after.get('gone turn')).toMatchObject({ about: { kind: 'source', source } });
  await call(w.client, 'history.undo', w.on());
  expect(await memos()).toEqual(before);
});

test('memos on a code go to the code it is merged into, and become memos on the study when it is removed', async () => {
  const [a, b] = [await w.code('A'), await w.code('B')];
  await write({ kind: 'code', code: a.id }, 'on A');
  await call(w.client, 'code.merge', { ...w.on(), from: [a.id], into: b.id });
  expect((await memos()).get('on A')?.about).toEqual({ kind: 'code', code: b.id });
  await call(w.client, 'code.remove', { ...w.on(), code: b.id });
  expect((await memos()).get('on A')?.about).toEqual({ kind: 'study' });
  for (let time = 0; time < 2; time++) await call(w.client, 'history.undo', w.on());
  expect((await memos()).get('on A')?.about).toEqual({ kind: 'code', code: a.id });
});

test('a source goes with its memos and reading marks, and comes back with them', async () => {
  await write({ kind: 'source', source }, 'on it');
  await call(w.client, 'reading.mark', { ...w.on(), source, furthest: 2 });
  await call(w.client, 'source.remove', { ...w.on(), source });
  expect(await memos()).toEqual(new Map());
  const [entry] = await call(w.client, 'history.list', { ...w.on(), limit: 1 });
  expect(entry?.summary).toMatch(/with 0 codings and 1 memo$/);
  await call(w.client, 'history.undo', w.on());
  expect([...(await memos()).keys()]).toEqual(['on it']);
  expect((await call(w.client, 'reading.list', w.on()))[0]).toMatchObject({ furthest: 2 });
});
