import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStudyFile } from '../../db/studyFile.ts';
import { tempFolder } from '../builders/studies.ts';
import { call } from '../contract/client.ts';
import { inProcess } from '../contract/transports.ts';
import { fileOfVersion, ids, text } from './files.ts';

let folder: ReturnType<typeof tempFolder>;
let path: string;
beforeEach(() => {
  folder = tempFolder();
  path = join(folder.path, 'a.ninefold');
  fileOfVersion(path, 2);
});
afterEach(() => folder.remove());

it('3: what was coded before is counted', () => {
  openStudyFile(path).close();
  const db = new Database(path, { readonly: true });
  expect(db.prepare('SELECT * FROM source_count').all()).toEqual([{ source_id: ids.source, turns: 2, codings: 3 }]);
  expect(db.prepare('SELECT * FROM code_count ORDER BY code_id').all()).toEqual([
    { code_id: ids.trust, codings: 2, extracts: 2, sources: 1 },
    { code_id: ids.craft, codings: 1, extracts: 1, sources: 1 },
  ]);
  db.close();
});

it('3: words of before are found, and themes weigh what they did', async () => {
  const client = await inProcess({ dataFolder: join(folder.path, 'data'), studiesFolder: folder.path });
  try {
    const { handle: study } = await call(client, 'study.open', { path });
    const { hits } = await call(client, 'search.find', { study, text: 'TRUST sal' });
    expect(hits).toMatchObject([{ source: ids.source, start: text.indexOf('trust Sal') }]);
    expect(await call(client, 'theme.list', { study })).toMatchObject([
      { name: 'Being known', evidence: { extracts: 2, sources: [ids.source], speakers: 1 } },
    ]);
    const quotes = await call(client, 'quote.list', { study, filter: {} });
    expect(quotes.map(quote => [quote.attribution, quote.themes])).toEqual([
      ['Interview CYP2', ['Being known']],
      ['Interview CYP2', ['Being known']],
    ]);
  } finally {
    await client.close();
  }
});
