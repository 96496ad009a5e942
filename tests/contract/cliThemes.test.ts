import { writeFileSync } from 'node:fs';
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
  writeFileSync(at('cyp1.txt'), 'Interviewer: Well?\n\nCYP1: I trust Sal.\n');
  await run('import', 's.ninefold', 'cyp1.txt', '--group', 'CYP', '--phase', '1', '--participant', 'CYP1');
  writeFileSync(
    at('extracts.csv'),
    'id,source,speaker,extract,code,theme,outcome\nQ1,cyp1.txt,,I trust Sal.,Trust,Rely,4\n',
  );
  await run('code-extracts', 's.ninefold', 'extracts.csv');
});
afterEach(() => folder.remove());

it('prints themes with their definition, codes, outcomes and evidence, and takes them back', async () => {
  expect((await run('themes', 's.ninefold')).stdout).toBe('Rely  (candidate, outcome 4, 1 extract, 1 source)\n');
  const { code, document } = await json(folder.path, ['themes', 's.ninefold']);
  expect(code).toBe(0);
  expect(document).toMatchObject([
    {
      name: 'Rely',
      status: 'candidate',
      codes: ['Trust'],
      outcomes: [4],
      parent: null,
      links: [{ number: 4, primary: true, reason: null }],
      evidence: { extracts: 1, sources: ['cyp1.txt'], participants: 1, groups: ['CYP'], phases: [1], contrary: 0 },
    },
  ]);
  writeFileSync(at('back.json'), JSON.stringify(document));
  expect(await run('themes', 's.ninefold', '--import', 'back.json')).toMatchObject({
    code: 0,
    stdout: 'Made 0 themes, changed 0, left 1 as they are.\n',
  });
});

it('makes and changes themes by a table, and names rows that it leaves out', async () => {
  writeFileSync(at('in.csv'), 'name,concept,codes\nRely,Someone stays,Trust\nNew,,Hope\n');
  const { code, document, stderr } = await json(folder.path, ['themes', 's.ninefold', '--import', 'in.csv']);
  expect(code).toBe(1);
  expect(document).toMatchObject([{ status: 'changed' }, { status: 'rejected' }]);
  expect(stderr).toContain('Row 3 (New): There is no code “Hope” in this study. Left out.');
  expect(await run('themes', 's.ninefold', '--import', 'missing.csv')).toMatchObject({ code: 1 });
});
