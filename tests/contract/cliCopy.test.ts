import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { leaksIn } from '../builders/leaks.ts';
import { tempFolder } from '../builders/studies.ts';
import { json, ninefold } from './cli.ts';

let folder: ReturnType<typeof tempFolder>;
const at = (name: string) => join(folder.path, name);
const run = (...args: string[]) => ninefold(folder.path, args);
const key = ['--key-passphrase-file', 'key.txt'];
beforeEach(async () => {
  folder = tempFolder();
  writeFileSync(at('Talk_Kezia_2.txt'), 'Interviewer: Who?\n\nCYP1: Kezia came, and Keziah too. Kezia-Ann did not.\n');
  writeFileSync(at('table.csv'), 'original,label\nKezia,[friend]\n');
  writeFileSync(at('key.txt'), 'quiet harbour\n');
  await run('new', 's.ninefold', '--title', 'Boat shed', '--coder', 'Ada');
  await run('import', 's.ninefold', 'Talk_Kezia_2.txt', '--kind', 'interview');
});
afterEach(() => folder.remove());

it('a table also cleans file names; what may be meant too is told, also by the copy', async () => {
  const redacted = await run('redact', 's.ninefold', '--table', 'table.csv', ...key);
  expect(redacted).toMatchObject({ code: 0 });
  expect(redacted.stderr).toContain('“Kezia”, which may be [friend] (an everyday word, or a part of another name)');
  expect(leaksIn(at('s.ninefold'), ['Talk_Kezia'])).toEqual([]);
  const { code, document, stderr } = await json(folder.path, [
    'copy',
    's.ninefold',
    'out.ninefold',
    '--without-key',
    ...key,
  ]);
  expect(code).toBe(0);
  expect(document).toMatchObject({
    checkedFor: 1,
    left: [
      { found: 'Keziah', count: 1 },
      { found: 'Kezia', count: 1 },
    ],
  });
  expect(stderr).toContain('Read it before you hand the copy on.');
});

it('a copy that nobody could search is refused with the options that help, and made when it is wanted', async () => {
  await run('redact', 's.ninefold', '--table', 'table.csv', ...key);
  const refused = await run('copy', 's.ninefold', 'out.ninefold', '--without-key');
  expect(refused.code).not.toBe(0);
  expect(refused.stderr).toContain('--key-passphrase-file, or --unchecked');
  expect(existsSync(at('out.ninefold'))).toBe(false);
  const made = await run('copy', 's.ninefold', 'out.ninefold', '--without-key', '--unchecked');
  expect(made.code).toBe(0);
  expect(made.stderr).toContain('was not searched');
  expect(existsSync(at('out.ninefold'))).toBe(true);
});
