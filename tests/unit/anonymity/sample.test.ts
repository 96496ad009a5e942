import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mapFormats, quoteFormats, themeBookFormats } from '../../../shared/api/inputs.ts';
import { readRedactionCsv } from '../../../shared/importers/redactionCsv.ts';
import type { SourceId } from '../../../shared/model/ids.ts';
import { mapViews } from '../../../shared/model/themeMap.ts';
import { leaksIn } from '../../builders/leaks.ts';
import { tempFolder } from '../../builders/studies.ts';
import { type Client, call } from '../../contract/client.ts';
import { inProcess } from '../../contract/transports.ts';
import { sampleFile } from '../../e2e/sample.ts';

const table = readRedactionCsv(readFileSync(sampleFile('names.csv'), 'utf8'), 'names.csv');
const entries = table.ok ? table.entries.map(({ label, terms }) => ({ label, terms: [...terms] })) : [];
/** “says grace” stands once in the sample, and is no name. */
const names = entries.flatMap(entry => entry.terms).filter(words => words !== 'Grace');

let folder: ReturnType<typeof tempFolder>;
let client: Client;
let path: string;
let study: string;
/** Each source as it was before anything was replaced. */
const before = new Map<SourceId, string>();

beforeAll(async () => {
  folder = tempFolder();
  client = await inProcess({ dataFolder: join(folder.path, 'data'), studiesFolder: folder.path });
  ({ handle: study, path } = await call(client, 'study.sample', {}));
  for (const { id } of await call(client, 'source.list', { study }))
    before.set(id, (await call(client, 'source.get', { study, source: id })).text);
  expect(leaksIn(path, names)).not.toEqual([]);
  await call(client, 'key.make', { study, passphrase: 'gull over the harbour' });
  await call(client, 'replacement.apply', { study, entries, keep: 'key', reason: 'One pass' });
}, 60_000);
afterAll(async () => {
  await client.close();
  folder.remove();
});

/** What stands in an export, also within a Zip file. */
function textsIn(bytes: Uint8Array): readonly string[] {
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const parts = zipped ? Object.values(unzipSync(bytes)) : [bytes];
  return parts.map(part => new TextDecoder().decode(part));
}

const namesIn = (bytes: Uint8Array): readonly string[] => {
  const all = textsIn(bytes)
    .join('\n')
    .replace(/;base64,[\w+/=]+/g, '')
    .toLowerCase();
  // Marks that a format puts between words must not hide them: they are taken out as well.
  const bare = all.replace(/<[^>]*>/g, '');
  return names.filter(name => [all, bare].some(text => text.includes(name.toLowerCase())));
};

describe('the sample after one pass of redaction', () => {
  test('none of the names stands in the study’s file, nor in a copy without the key', { timeout: 60_000 }, async () => {
    expect(leaksIn(path, names)).toEqual([]);
    const copy = join(folder.path, 'copy.ninefold');
    await call(client, 'study.copy', { study, path: copy });
    expect(leaksIn(copy, names)).toEqual([]);
    const opened = await call(client, 'study.open', { path: copy });
    expect((await call(client, 'study.check', { study: opened.handle })).findings).toEqual([]);
    await call(client, 'study.close', { study: opened.handle });
    expect((await call(client, 'study.check', { study })).findings).toEqual([]);
  });

  test('no export holds a name', { timeout: 90_000 }, async () => {
    const out: Record<string, readonly string[]> = {};
    for (const format of quoteFormats) {
      const { bytes } = await call(client, 'quote.export', { study, filter: {}, format });
      out[`quotes ${format}`] = namesIn(bytes!);
    }
    for (const format of ['docx', 'xlsx', 'csv'] as const)
      out[`codebook ${format}`] = namesIn((await call(client, 'codebook.export', { study, format })).bytes!);
    for (const format of themeBookFormats)
      out[`theme book ${format}`] = namesIn((await call(client, 'themebook.export', { study, format })).bytes!);
    out.findings = namesIn((await call(client, 'findings.export', { study, format: 'docx' })).bytes!);
    for (const view of mapViews)
      for (const format of mapFormats.filter(one => one !== 'png' && one !== 'pdf'))
        out[`map ${view} ${format}`] = namesIn((await call(client, 'map.export', { study, view, format })).bytes!);
    const matrix = { study, rows: 'themes', columns: 'group', count: 'extracts', format: 'csv' } as const;
    out.matrix = namesIn((await call(client, 'analysis.export', matrix)).bytes!);
    expect(Object.entries(out).filter(([, found]) => found.length > 0)).toEqual([]);
    expect(Object.keys(out).length).toBeGreaterThan(20);
  });

  test('with the key every source reads as it was spoken, and the names are in the table', async () => {
    for (const [source, text] of before)
      expect((await call(client, 'source.spoken', { study, source })).text).toBe(text);
    const listed = await call(client, 'replacement.list', { study });
    expect(new Set(listed.flatMap(one => one.terms ?? []))).toEqual(new Set(entries.flatMap(entry => entry.terms)));
  });
});
