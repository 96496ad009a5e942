import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { tempFolder } from '../builders/studies.ts';
import { json, ninefold } from './cli.ts';
import { interviewText, secondText } from './material.ts';

let folder: ReturnType<typeof tempFolder>;
const at = (name: string) => join(folder.path, name);
const run = (...args: string[]) => ninefold(folder.path, args);
beforeEach(async () => {
  folder = tempFolder();
  await run('new', 's.ninefold', '--coder', 'Ada');
  writeFileSync(at('one.txt'), interviewText);
  writeFileSync(at('two.txt'), secondText);
  await run('import', 's.ninefold', 'one.txt', '--group', 'CYP', '--phase', '2');
  await run('import', 's.ninefold', 'two.txt', '--group', 'Staff', '--phase', '1');
  writeFileSync(
    at('codings.csv'),
    'id,source,speaker,extract,code,theme,outcome\n1,one.txt,Robin,I trust Sal.,Trust,,\n2,two.txt,Sal,They argue less.,Trust,,\n',
  );
  await run('code-extracts', 's.ninefold', 'codings.csv');
});
afterEach(() => folder.remove());

it('counts codes by group, prints it, and writes it as a table', async () => {
  const { code, document } = await json(folder.path, ['matrix', 's.ninefold', '--columns', 'phase']);
  expect(code).toBe(0);
  expect(document).toMatchObject({ columns: [{ label: 'Phase 1' }, { label: 'Phase 2' }], cells: [[1, 1]] });
  const written = await run('matrix', 's.ninefold', '--rows', 'codes', '--count', 'sources', '--out', 'm.csv');
  expect(written).toMatchObject({ code: 0, stderr: expect.stringMatching(/^Unseen: Leftover names: .+\n$/) });
  expect(written.stdout).toContain('Wrote 1 row and 2 columns to');
  expect(readFileSync(at('m.csv'), 'utf8')).toBe('\uFEFFCode,CYP,Staff,All\r\nTrust,1,1,2\r\nAll,1,1,2\r\n');
});

it('refuses columns that the study does not have, and says which it has', async () => {
  const refused = await run('matrix', 's.ninefold', '--columns', 'Months', '--out', 'm.csv');
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain(
    'There are no columns “Months” in this study. It has source, group, phase, speaker.',
  );
  expect((await run('matrix', 's.ninefold', '--rows', 'memos')).code).toBe(2);
  expect(existsSync(at('m.csv'))).toBe(false);
});
