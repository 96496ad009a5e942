import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { tempFolder } from '../builders/studies.ts';
import { json, ninefold } from './cli.ts';

let folder: ReturnType<typeof tempFolder>;
const at = (name: string) => join(folder.path, name);
const run = (...args: string[]) => ninefold(folder.path, args);
beforeEach(async () => {
  folder = tempFolder();
  await run('new', 's.ninefold', '--coder', 'Ada');
});
afterEach(() => folder.remove());

it('makes codes by a table, writes them out, and prints them as a tree', async () => {
  writeFileSync(at('in.csv'), 'path,definition,kind\nTrust,Faith in staff,semantic\nTrust > Sal,,\nFear,,odd\n');
  const { code, document, stderr } = await json(folder.path, ['codebook', 's.ninefold', '--import', 'in.csv']);
  expect(code).toBe(1);
  expect(document.map((row: { name: string; status: string }) => [row.name, row.status])).toEqual([
    ['Trust', 'made'],
    ['Sal', 'made'],
    ['Fear', 'rejected'],
  ]);
  expect(stderr).toContain('Row 4 (Fear): “odd” is not a kind.');
  const written = await run('codebook', 's.ninefold', '--out', 'out.csv');
  expect(written).toMatchObject({ code: 0, stderr: expect.stringMatching(/^Unseen: Leftover names: .+\n$/) });
  expect(written.stdout).toContain('Wrote 2 codes to');
  expect(readFileSync(at('out.csv'), 'utf8')).toContain('Trust > Sal,Sal,');
  expect((await run('codebook', 's.ninefold')).stdout).toBe('Trust  0\n  Sal  0\n');
  const again = await run('codebook', 's.ninefold', '--import', 'out.csv');
  expect(again).toMatchObject({ code: 0, stdout: 'Made 0 codes, changed 0, left 2 as they are.\n' });
});

it('refuses wrong usage and tables that are none, and leaves no file', async () => {
  expect(await run('codebook', 's.ninefold', '--out', 'a.csv', '--import', 'b.csv')).toMatchObject({ code: 2 });
  expect(await run('codebook', 's.ninefold', '--import', 'missing.csv')).toMatchObject({ code: 1 });
  const empty = await run('codebook', 's.ninefold', '--out', 'a.csv');
  expect(empty.code).toBe(1);
  expect(empty.stderr).toContain('The codebook is empty');
  expect(existsSync(at('a.csv'))).toBe(false);
});
