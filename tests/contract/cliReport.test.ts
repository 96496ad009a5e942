import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
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

it('writes the findings draft, and with --json gives the draft', async () => {
  const written = await run('findings', 's.ninefold', '--out', 'f.docx');
  expect(written).toMatchObject({ code: 0 });
  expect(written.stdout).toContain('Wrote the findings with 1 theme to ');
  expect(inside('f.docx', 'word/document.xml')).toContain('Rely');
  const { code, document } = await json(folder.path, ['findings', 's.ninefold', '--out', 'f.docx']);
  expect(code).toBe(0);
  expect(document.chapters).toHaveLength(9);
  expect(document.chapters[3]).toMatchObject({ outcome: { number: 4 }, themes: [{ name: 'Rely' }] });
  expect(await run('findings', 's.ninefold')).toMatchObject({ code: 2 });
});

it('writes the theme book in the format of its name, with as many quotes as asked for', async () => {
  expect(await run('themebook', 's.ninefold', '--out', 't.md')).toMatchObject({ code: 0 });
  expect(readFileSync(at('t.md'), 'utf8')).toContain('> I trust Sal.\n>\n> — Interview CYP1 phase 1');
  expect(await run('themebook', 's.ninefold', '--out', 't', '--format', 'md', '--quotes', '0')).toMatchObject({
    code: 0,
  });
  expect(readFileSync(at('t'), 'utf8')).toContain('1 quote of this theme is not printed here.');
  expect(await run('themebook', 's.ninefold', '--out', 't.x', '--format', 'pdf')).toMatchObject({ code: 2 });
});

it('writes the codebook as its name ends, as it is told, else as CSV', async () => {
  expect(await run('codebook', 's.ninefold', '--out', 'c.docx')).toMatchObject({ code: 0 });
  expect(inside('c.docx', 'word/document.xml')).toContain('Trust');
  expect(await run('codebook', 's.ninefold', '--out', 'c', '--format', 'xlsx')).toMatchObject({ code: 0 });
  expect(inside('c', 'xl/sharedStrings.xml')).toContain('Rely');
  expect(await run('codebook', 's.ninefold', '--out', 'c.txt')).toMatchObject({ code: 0 });
  expect(readFileSync(at('c.txt'), 'utf8')).toContain('path,name,kind');
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
