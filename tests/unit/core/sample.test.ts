import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCsv } from '../../../shared/importers/csvTable.ts';
import type { Source, StudyInfo } from '../../../shared/model/entities.ts';
import { sourceFormats } from '../../../shared/model/kinds.ts';
import { withoutAccents } from '../../../shared/text/nameWords.ts';
import { findOccurrences, replaceWords } from '../../../shared/text/occurrences.ts';
import { tempFolder } from '../../builders/studies.ts';
import { type Client, call } from '../../contract/client.ts';
import { inProcess } from '../../contract/transports.ts';
import { sampleFile } from '../../e2e/sample.ts';

const table = readCsv(readFileSync(sampleFile('names.csv'), 'utf8'), 'names.csv', ['original', 'label']);
const names = table.ok ? table.rows.map(row => ({ words: row['original'] ?? '', label: row['label'] ?? '' })) : [];
const words = names.map(name => name.words);

let folder: ReturnType<typeof tempFolder>;
let client: Client;
let info: StudyInfo;
const texts = new Map<Source, string>();
beforeAll(async () => {
  folder = tempFolder();
  client = await inProcess({ dataFolder: join(folder.path, 'data'), studiesFolder: folder.path });
  info = await call(client, 'study.sample', {});
  for (const source of await call(client, 'source.list', { study: info.handle }))
    texts.set(source, (await call(client, 'source.get', { study: info.handle, source: source.id })).text);
});
afterAll(async () => {
  await client.close();
  folder.remove();
});

describe('the sample', () => {
  test('every extract of its table stands in its source, word for word', async () => {
    const file = { path: sampleFile('codings.csv') };
    const found = await call(client, 'extract.import', { study: info.handle, file });
    expect(found.filter(one => one.status !== 'exact')).toEqual([]);
    expect(info.counts.codings).toBe(found.length);
  });

  test('has an interview of 3,000 words', () => {
    expect([...texts.keys()].some(({ kind, words }) => kind === 'interview' && words >= 3_000)).toBe(true);
  });
});

describe('the table of its names', () => {
  test('gives each name one label in brackets', () => {
    expect(new Set(words).size).toBe(words.length);
    expect(names.filter(({ label }) => !/^\[[^[\]]+\]$/.test(label))).toEqual([]);
  });

  test('finds names in every source and in all formats that the sample has', () => {
    const bare = [...texts].filter(([, text]) => findOccurrences(text, words).every(one => !one.sure));
    expect(bare.map(([source]) => source.fileName)).toEqual([]);
    const formats = new Set([...texts.keys()].map(source => source.fileName.split('.').at(-1)));
    expect(sourceFormats.filter(format => formats.has(format)).toSorted()).toEqual(['docx', 'md', 'srt', 'txt', 'vtt']);
  });

  test('leaves none of them in the sources, but for a name that is an everyday word there', () => {
    const left = [...texts.values()].flatMap(text => {
      const printed = withoutAccents(replaceWords(text, names)).toLowerCase();
      return words.filter(word => printed.includes(withoutAccents(word).toLowerCase()));
    });
    expect(left).toEqual(['Grace']);
  });

  test('holds the hard cases: a possessive, capitals, an apostrophe, a hyphen, marks on letters, an everyday word', () => {
    const found = [...texts.values()].flatMap(text => findOccurrences(text, words));
    expect(found.some(one => one.how === 'possessive' && one.sure)).toBe(true);
    expect(found.filter(one => one.found === 'grace')).toMatchObject([{ sure: false }]);
    for (const hard of [/^\p{Lu}{5,}$/u, /O’\p{Lu}/u, /\p{L}-\p{Lu}/u, /ë/, /ł/])
      expect(found.some(one => hard.test(one.found))).toBe(true);
    const rest = words.filter(word => word !== 'Finton');
    const near = [...texts.values()].flatMap(text => findOccurrences(text, rest, { near: true }));
    expect(near.filter(one => one.how === 'near').map(one => one.found)).toEqual(['Finton']);
  });

  test('is needed by quotes and by notes too', async () => {
    const quoted = readFileSync(sampleFile('codings.csv'), 'utf8');
    const notes = readFileSync(sampleFile('study.json'), 'utf8');
    expect(findOccurrences(quoted, words).length).toBeGreaterThan(30);
    expect(findOccurrences(notes, words).length).toBeGreaterThan(10);
    expect(await call(client, 'memo.list', { study: info.handle })).toHaveLength(5);
  });
});
