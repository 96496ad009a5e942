import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openKey } from '../../../db/key/keyFile.ts';
import type { CoreEvent } from '../../../shared/api/events.ts';
import type { SourceId } from '../../../shared/model/ids.ts';
import { newWorkspace, type Workspace } from '../../builders/workspace.ts';
import { call, refusal } from '../../contract/client.ts';
import { inProcess } from '../../contract/transports.ts';

const sentence = 'Kezia said that Mr Oyelaran walked with her to the boats, and that it helped. ';
const entries = [
  { label: '[young person]', kind: 'person' as const, terms: ['Kezia'] },
  { label: '[mentor]', kind: 'person' as const, terms: ['Mr Oyelaran'] },
];
const job = 'the act';

let w: Workspace;
let sources: SourceId[];
let events: CoreEvent[];
beforeEach(async () => {
  w = await newWorkspace();
  sources = [];
  for (let number = 1; number <= 6; number++) {
    const turns = Array.from({ length: 120 }, () => `CYP${number}: ${sentence.repeat(3)}`);
    sources.push(await w.source(`Interviewer: Who helps?\n\n${turns.join('\n\n')}\n`));
  }
  const code = await w.code('Trust');
  for (const source of sources) await w.mark(source, 'Mr Oyelaran walked', [code.id]);
  await call(w.client, 'key.make', { ...w.on(), passphrase: 'quiet harbour' });
  events = [];
  w.client.subscribe(event => events.push(event));
});
afterEach(() => w.close());

/** All that a window can read of the sources. */
const reading = async () => JSON.stringify(await Promise.all(sources.map(source => w.read(source))));
const apply = () => call(w.client, 'replacement.apply', { ...w.on(), entries, keep: 'key', job });
/** Stops the act as soon as it has said how far it is. */
const stopAtOnce = () => {
  const leave = w.client.subscribe(event => {
    if (event.type !== 'progress' || event.label !== job) return;
    leave();
    void call(w.client, 'job.cancel', { ...w.on(), job });
  });
};
const told = () => events.flatMap(event => (event.type === 'progress' && event.label === job ? [event.done] : []));

describe('replacing words', () => {
  test('says how far it is, and others wait until all of it is done', async () => {
    const doing = apply();
    const meanwhile = w.read(sources[0]!);
    await doing;
    expect((await meanwhile).text).not.toContain('Kezia');
    expect(told().length).toBeGreaterThan(5);
    expect(told()).toEqual(told().toSorted((a, b) => a - b));
  });

  test('that is stopped changes nothing, and can be done again', async () => {
    const before = await reading();
    stopAtOnce();
    expect(await refusal(w.client, 'replacement.apply', { ...w.on(), entries, keep: 'key', job })).toMatchObject({
      code: 'cancelled',
    });
    expect(await reading()).toBe(before);
    expect(await call(w.client, 'replacement.list', w.on())).toEqual([]);
    expect(events.some(event => event.type === 'changed' && event.command === 'replacement.apply')).toBe(false);
    expect(await call(w.client, 'study.check', w.on())).toMatchObject({ findings: [] });
    const { id } = w.study;
    const { path } = await call(w.client, 'key.state', w.on());
    const size = readFileSync(path).length;
    await apply();
    expect(readFileSync(path).length).toBeGreaterThan(size);
    const key = openKey(path, id, 'quiet harbour');
    expect((await call(w.client, 'replacement.list', w.on())).map(one => key.termsOf(one.id))).toEqual([
      ['Mr Oyelaran'],
      ['Kezia'],
    ]);
    key.close();
  });

  test('is taken back whole or not at all', async () => {
    const before = await reading();
    await apply();
    const printed = await reading();
    stopAtOnce();
    expect(await refusal(w.client, 'history.undo', { ...w.on(), job })).toMatchObject({ code: 'cancelled' });
    expect(await reading()).toBe(printed);
    await call(w.client, 'history.undo', { ...w.on(), job });
    expect(await reading()).toBe(before);
    stopAtOnce();
    expect(await refusal(w.client, 'history.redo', { ...w.on(), job })).toMatchObject({ code: 'cancelled' });
    expect(await reading()).toBe(before);
    await call(w.client, 'history.redo', { ...w.on(), job });
    expect(await reading()).toBe(printed);
    await call(w.client, 'history.undo', w.on());
    expect(await reading()).toBe(before);
  });

  test('ends with the core, which leaves the study as it was', async () => {
    const before = await reading();
    const doing = refusal(w.client, 'replacement.apply', { ...w.on(), entries, keep: 'key', job });
    await w.client.close();
    expect(await doing).toMatchObject({ code: 'cancelled' });
    const folder = dirname(w.path);
    const again = await inProcess({ dataFolder: join(folder, 'data'), studiesFolder: folder });
    const { handle: study } = await call(again, 'study.open', { path: w.path });
    const read = await Promise.all(sources.map(source => call(again, 'source.get', { study, source })));
    expect(JSON.stringify(read)).toBe(before);
    await again.close();
  });
});

test('a copy that is stopped leaves nothing behind', async () => {
  await apply();
  const folder = dirname(w.path);
  const there = readdirSync(folder);
  const path = join(folder, 'copy.ninefold');
  stopAtOnce();
  expect(await refusal(w.client, 'study.copy', { ...w.on(), path, job })).toMatchObject({ code: 'cancelled' });
  expect(readdirSync(folder)).toEqual(there);
  await call(w.client, 'study.copy', { ...w.on(), path, job });
  expect(existsSync(path)).toBe(true);
});
