import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { inOrderIn, linesOf, type Printed } from '../builders/printed.ts';
import { tempFolder } from '../builders/studies.ts';
import { json, ninefold } from './cli.ts';

/** Each run is a process of its own, and there are up to ten in a test. */
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

let folder: ReturnType<typeof tempFolder>;
const at = (name: string) => join(folder.path, name);
const run = (...args: string[]) => ninefold(folder.path, args);
const inside = (name: string, part: string) => strFromU8(unzipSync(readFileSync(at(name)))[part] ?? new Uint8Array());
beforeEach(async () => {
  folder = tempFolder();
  await run('new', 's.ninefold', '--coder', 'Ada');
  writeFileSync(at('cyp1.txt'), 'Interviewer: Well?\n\nCYP1: I trust Sal.\n');
  await run(
    'import',
    's.ninefold',
    'cyp1.txt',
    '--kind',
    'interview',
    '--group',
    'CYP',
    '--phase',
    '1',
    '--participant',
    'CYP1',
  );
  writeFileSync(
    at('extracts.csv'),
    'id,source,speaker,extract,code,theme,outcome\nQ1,cyp1.txt,,I trust Sal.,Trust,Rely,4\n',
  );
  await run('code-extracts', 's.ninefold', 'extracts.csv');
});
afterEach(() => folder.remove());

const label = 'Interview CYP1 phase 1';
/** Arguments, the format that the file is in, and what stands in it in this order. */
const files: readonly (readonly [string, Printed, readonly string[]])[] = [
  ['findings --out f.docx', 'docx', ['4. Positive outcomes', 'Rely', 'Sources', label]],
  ['findings --out f.docx --style style.txt', 'docx', ['4. Positive outcomes', 'Rely', 'Sources', 'Words of CYP1']],
  ['themebook --out t.md', 'md', ['## Rely', '> I trust Sal.', `> — ${label}`]],
  ['themebook --out t.docx', 'docx', ['Rely', 'I trust Sal.', label]],
  ['themebook --out t.docx --style style.txt', 'docx', ['Rely', 'I trust Sal.', 'Words of CYP1']],
  ['themebook --out t --format md --quotes 0', 'md', ['## Rely', '1 quote of this theme is not printed here.']],
  ['codebook --out c.docx', 'docx', ['Trust', '1 extract in 1 source from 1 person', 'Rely']],
  ['codebook --out c --format xlsx', 'xlsx', ['Trust', 'Rely']],
  ['codebook --out c.csv', 'csv', ['path | name | kind', 'Trust | Trust', 'Rely']],
  ['codebook --out c.txt', 'csv', ['path | name | kind', 'Trust | Trust', 'Rely']],
];

it('writes findings, theme book and codebook in every format: as the name ends, or as it is told', async () => {
  writeFileSync(at('style.txt'), 'Words of {participant}');
  for (const [line, format, words] of files) {
    const [command = '', ...args] = line.split(' ');
    expect(await run(command, 's.ninefold', ...args), line).toMatchObject({ code: 0 });
    const lines = linesOf(new Uint8Array(readFileSync(at(args[1] ?? ''))), format);
    expect(inOrderIn(lines, words), line).toEqual(words);
  }
  expect(await run('themebook', 's.ninefold', '--out', 't.x', '--format', 'pdf')).toMatchObject({ code: 2 });
  expect(await run('findings', 's.ninefold')).toMatchObject({ code: 2 });
});

it('gives the draft of the findings with --json', async () => {
  const { code, document } = await json(folder.path, ['findings', 's.ninefold', '--out', 'f.docx']);
  expect(code).toBe(0);
  expect(document.chapters).toHaveLength(9);
  expect(document.chapters[3]).toMatchObject({ outcome: { number: 4 }, themes: [{ name: 'Rely' }] });
});

it('writes nothing while the disclosure check blocks it, unless that is accepted', async () => {
  writeFileSync(at('cyp2.txt'), 'CYP2: I trust the boat.\n');
  await run(
    'import',
    's.ninefold',
    'cyp2.txt',
    '--kind',
    'interview',
    '--group',
    'CYP',
    '--phase',
    '1',
    '--participant',
    'CYP2',
  );
  writeFileSync(
    at('more.csv'),
    'id,source,speaker,extract,code,theme,outcome\nQ2,cyp2.txt,,I trust the boat.,Trust,Rely,4\n',
  );
  await run('code-extracts', 's.ninefold', 'more.csv');
  writeFileSync(at('style.txt'), 'Young person');
  const refused = await run('themebook', 's.ninefold', '--out', 't.docx', '--style', 'style.txt');
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain('blocks this export');
  expect(existsSync(at('t.docx'))).toBe(false);
  const [key] = /shared-label:[0-9a-f]{16}/.exec(refused.stderr) ?? [];
  writeFileSync(at('accept.json'), JSON.stringify({ [key ?? '']: 'Meant so.' }));
  const args = ['themebook', 's.ninefold', '--out', 't.docx', '--style', 'style.txt', '--accept', 'accept.json'];
  expect(await run(...args)).toMatchObject({ code: 0 });
  expect(inside('t.docx', 'word/document.xml')).toContain('Young person');
});
