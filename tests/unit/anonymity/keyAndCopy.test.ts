import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Code } from '../../../shared/model/entities.ts';
import type { SourceId } from '../../../shared/model/ids.ts';
import { leaksIn } from '../../builders/leaks.ts';
import { entries, interview, names, redactionActs } from '../../builders/redaction.ts';
import { newWorkspace, type Workspace } from '../../builders/workspace.ts';
import { call } from '../../contract/client.ts';

let w: Workspace;
let source: SourceId;
let trust: Code;
beforeEach(async () => {
  w = await newWorkspace();
  source = await w.source(interview, {}, 'Kezia interview.txt');
  trust = await w.code('Trust');
});
afterEach(async () => {
  expect(await w.check()).toEqual([]);
  await w.close();
});

const { redact, makeKey, undo } = redactionActs(() => w);
const text = async () => (await w.read(source)).text;

describe('the key', () => {
  test('of another study, a broken one and one that is there are refused by name', async () => {
    await makeKey();
    expect(await w.refused('key.make', { passphrase: 'another one' })).toMatchObject({ code: 'key-exists' });
    const other = await newWorkspace();
    await call(other.client, 'key.make', { ...other.on(), passphrase: 'quiet harbour' });
    expect(await w.refused('key.open', { passphrase: 'quiet harbour', path: `${other.path}-key` })).toMatchObject({
      code: 'key-foreign',
    });
    await other.close();
    const broken = join(w.path, '..', 'broken-key');
    writeFileSync(broken, 'not a key');
    expect(await w.refused('key.open', { passphrase: 'x', path: broken })).toMatchObject({ code: 'key-broken' });
    expect(await w.refused('key.open', { passphrase: 'x', path: `${broken}2` })).toMatchObject({ code: 'key-missing' });
  });

  test('that lacks words of labels says how many', async () => {
    await makeKey();
    const { path } = await call(w.client, 'key.state', w.on());
    await redact({ entries: [entries[0]] });
    const older = readFileSync(path);
    await redact({ entries: [entries[1]] });
    await redact({ entries: [entries[2]], keep: 'nothing' });
    expect(await call(w.client, 'key.state', w.on())).toMatchObject({ state: 'open', wordless: 0 });
    await call(w.client, 'key.close', w.on());
    writeFileSync(path, older);
    expect(await call(w.client, 'key.open', { ...w.on(), passphrase: 'quiet harbour' })).toMatchObject({ wordless: 2 });
  });

  test('that is not in its place any more takes no words, and none leave the study', async () => {
    await makeKey();
    const { path } = await call(w.client, 'key.state', w.on());
    copyFileSync(path, `${path}.usb`);
    rmSync(path);
    expect(await w.refused('replacement.apply', { entries, keep: 'key' })).toMatchObject({ code: 'key-missing' });
    expect(await text()).toContain('Mr Oyelaran does');
    expect(await call(w.client, 'replacement.list', w.on())).toEqual([]);
    await call(w.client, 'key.open', { ...w.on(), passphrase: 'quiet harbour', path: `${path}.usb` });
    await redact();
    expect((await call(w.client, 'source.spoken', { ...w.on(), source })).text).toContain('Mr Oyelaran does');
  });

  test('that two studies have open at once loses nothing', async () => {
    await makeKey();
    await redact({ entries: [entries[2]] });
    const path = join(w.path, '..', 'copy.ninefold');
    await call(w.client, 'study.copy', { ...w.on(), path });
    const copy = { study: (await call(w.client, 'study.open', { path })).handle };
    await call(w.client, 'key.open', { ...copy, passphrase: 'quiet harbour', path: `${w.path}-key` });
    await call(w.client, 'replacement.apply', { ...copy, entries: [entries[1]!], keep: 'key' });
    await redact({ entries: [entries[0]] });
    expect((await call(w.client, 'source.spoken', { ...w.on(), source })).text).toContain('Kezia Brannigan-Holt');
    expect((await call(w.client, 'source.spoken', { ...copy, source })).text).toContain('mr oyelaran at Thornwick');
    await call(w.client, 'study.close', copy);
    await w.restart();
    await call(w.client, 'key.open', { ...w.on(), passphrase: 'quiet harbour' });
    expect((await call(w.client, 'source.spoken', { ...w.on(), source })).text).toContain('Kezia Brannigan-Holt');
  });

  test('is opened with a new passphrase, and holds the files as they were imported', async () => {
    await makeKey();
    await redact();
    await call(w.client, 'key.change', { ...w.on(), passphrase: 'windy harbour' });
    await w.restart();
    expect(await w.refused('key.open', { passphrase: 'quiet harbour' })).toMatchObject({ code: 'passphrase-wrong' });
    expect(await w.refused('source.original', { source })).toMatchObject({ code: 'key-needed' });
    await call(w.client, 'key.open', { ...w.on(), passphrase: 'windy harbour' });
    const { bytes } = await call(w.client, 'source.original', { ...w.on(), source });
    expect(new TextDecoder().decode(bytes)).toBe(interview);
    await undo();
    expect(await text()).toContain('Thornwick Academy');
  });
});

describe('a copy without the key', () => {
  test('opens, codes and checks, holds none of the words, and has no way back', async () => {
    await makeKey();
    await w.mark(source, 'Mr Oyelaran does', [trust.id]);
    await redact();
    const path = join(w.path, '..', 'copy.ninefold');
    const made = await call(w.client, 'study.copy', { ...w.on(), path });
    const left = [{ where: '“[young person] interview”', found: 'Kezai', label: '[young person]', count: 1 }];
    expect(made).toEqual({ path, checkedFor: 5, left });
    expect(leaksIn(path, names)).toEqual([]);
    const copy = await call(w.client, 'study.open', { path });
    const on = { study: copy.handle };
    expect((await call(w.client, 'study.check', on)).findings).toEqual([]);
    expect(await call(w.client, 'history.state', on)).toEqual({ undo: null, redo: null });
    const [read] = await call(w.client, 'source.list', on);
    const { codings } = await call(w.client, 'source.get', { ...on, source: read!.id });
    expect(codings.map(coding => coding.quoted)).toEqual(['[mentor] does']);
    await call(w.client, 'coding.apply', { ...on, source, start: 0, end: 3, codes: [trust.id] });
    await call(w.client, 'study.close', on);
  });

  test('is refused while words of the table are left over, with their places', async () => {
    await makeKey();
    await redact();
    await w.source('Interviewer: And?\n\nCYP2: Kezia came.\n', {}, 'late.txt');
    const path = join(w.path, '..', 'copy.ninefold');
    const refused = await w.refused('study.copy', { path });
    expect(refused).toMatchObject({
      code: 'disclosure',
      details: { left: [{ found: 'Kezia', label: '[young person]' }] },
    });
    expect(existsSync(path)).toBe(false);
    await redact({ entries: [entries[0]] });
    await call(w.client, 'study.copy', { ...w.on(), path });
    expect(await w.refused('study.copy', { path })).toMatchObject({ code: 'study-exists' });
  });
});

describe('what leaves the study', () => {
  test('no map, matrix or codebook with a name of the table in it, while the key is open', async () => {
    await makeKey();
    await w.mark(source, 'Mr Oyelaran does', [trust.id]);
    await redact();
    await call(w.client, 'theme.create', { ...w.on(), name: 'What Kezia needs', codes: [trust.id] });
    const refused = { code: 'disclosure' };
    for (const format of ['svg', 'json', 'html'] as const)
      expect(await w.refused('map.export', { format })).toMatchObject(refused);
    const matrix = { rows: 'themes', columns: 'group', count: 'extracts', format: 'csv' };
    expect(await w.refused('analysis.export', matrix)).toMatchObject(refused);
    expect(await w.refused('quote.export', { filter: {}, format: 'md' })).toMatchObject(refused);
    await redact();
    expect(await call(w.client, 'theme.list', w.on())).toMatchObject([{ name: 'What [young person] needs' }]);
    const { bytes } = await call(w.client, 'map.export', { ...w.on(), format: 'svg' });
    expect(new TextDecoder().decode(bytes!)).toContain('[young person]');
  });
});
