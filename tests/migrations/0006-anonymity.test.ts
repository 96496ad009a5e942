import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStudyFile } from '../../db/studyFile.ts';
import { leaksIn } from '../builders/leaks.ts';
import { tempFolder } from '../builders/studies.ts';
import { call } from '../contract/client.ts';
import { inProcess } from '../contract/transports.ts';
import { fileOfVersion, ids, rowsOf, text } from './files.ts';

let folder: ReturnType<typeof tempFolder>;
let path: string;
beforeEach(() => {
  folder = tempFolder();
  path = join(folder.path, 'a.ninefold');
  fileOfVersion(path, 5);
});
afterEach(() => folder.remove());

it('6: nothing is replaced, nobody has read for names, and roles are as they were', () => {
  openStudyFile(path).close();
  const none = {
    replacement: [],
    bracket: [],
    name_check: [],
    sensitive: [],
    quote: [],
    theme_quote: [],
    case_study: [],
    recommendation: [],
  };
  expect(rowsOf(path, Object.keys(none))).toEqual(none);
  expect(rowsOf(path).participant).toMatchObject([{ role_kind: null, role_decision: null }]);
});

it('6: words of an older file are replaced, taken back, and stand nowhere once its backup is deleted', async () => {
  const client = await inProcess({ dataFolder: join(folder.path, 'data'), studiesFolder: folder.path });
  try {
    const on = { study: (await call(client, 'study.open', { path })).handle };
    const read = async () => (await call(client, 'source.get', { ...on, source: ids.source as never })).text;
    await call(client, 'key.make', { ...on, passphrase: 'an older harbour' });
    const entries = [{ label: '[worker]', terms: ['Sal'] }];
    await call(client, 'replacement.apply', { ...on, entries, keep: 'key' });
    expect(await read()).toBe(text.replace('Sal', '[worker]'));
    expect((await call(client, 'study.check', on)).findings).toEqual([]);
    const { backups } = await call(client, 'key.state', on);
    expect(backups).toHaveLength(1);
    expect(leaksIn(path, ['trust Sal'])).not.toEqual([]);
    expect((await call(client, 'key.removeBackups', on)).backups).toEqual([]);
    expect(leaksIn(path, ['trust Sal', 'Sal.'])).toEqual([]);
    await call(client, 'history.undo', on);
    expect(await read()).toBe(text);
  } finally {
    await client.close();
  }
});
