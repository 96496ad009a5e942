import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCore } from '../../electron/node/compose.ts';
import { coreOptions } from '../../electron/node/folders.ts';
import { tempFolder } from '../builders/studies.ts';
import { json, ninefold, permissionsCount } from './cli.ts';
import { interviewText } from './material.ts';

let folder: ReturnType<typeof tempFolder>;
const at = (name: string) => join(folder.path, name);
const run = (...args: string[]) => ninefold(folder.path, args);
const runJson = (...args: string[]) => json(folder.path, args);

beforeEach(async () => {
  folder = tempFolder();
  writeFileSync(at('robin.txt'), interviewText);
  expect((await run('new', 's.ninefold')).code).toBe(0);
});
afterEach(() => folder.remove());

/** Refused: exit 1, a message on stderr that names the file, the code in the JSON document; folder and file as they were. */
async function refused(file: string, code: string, ...args: string[]): Promise<void> {
  const before = contents();
  const ran = await runJson(...args);
  expect(ran).toMatchObject({ code: 1, document: { error: { code } } });
  expect(ran.stderr).toContain(file);
  expect(contents()).toEqual(before);
}

/** Every file of the test's folder with its bytes, but the data of the machine. */
function contents(): Record<string, string> {
  const files = readdirSync(folder.path, { withFileTypes: true }).filter(entry => entry.isFile());
  return Object.fromEntries(files.map(({ name }) => [name, readFileSync(at(name), 'latin1')]));
}

describe('a study that can not be opened', () => {
  it('is missing', () => refused(at('gone.ninefold'), 'study-missing', 'stats', 'gone.ninefold'));

  it('is a folder', () => {
    mkdirSync(at('f.ninefold'));
    return refused('f.ninefold', 'study-is-folder', 'stats', 'f.ninefold');
  });

  it.each([
    ['text', 'Not a study at all.'],
    ['nothing', ''],
  ])('is not SQLite but %s', (_what, text) => {
    writeFileSync(at('t.ninefold'), text);
    return refused('t.ninefold', 'study-not-sqlite', 'stats', 't.ninefold');
  });

  it("is another program's database", () => {
    const db = new Database(at('other.ninefold'));
    db.exec('CREATE TABLE t (x)');
    db.close();
    return refused('other.ninefold', 'study-not-ninefold', 'stats', 'other.ninefold');
  });

  it('is from a newer version', () => {
    const db = new Database(at('s.ninefold'));
    db.pragma('user_version = 9999');
    db.pragma('journal_mode = DELETE');
    db.close();
    return refused('s.ninefold', 'study-newer', 'import', 's.ninefold', 'robin.txt');
  });

  it('needs a passphrase, or another one', async () => {
    writeFileSync(at('right'), 'oar\n');
    writeFileSync(at('wrong'), 'ore\n');
    writeFileSync(at('blank'), '\noar\n');
    await run('new', 'e.ninefold', '--passphrase-file', 'right');
    await refused('e.ninefold', 'passphrase-needed', 'stats', 'e.ninefold');
    await refused('e.ninefold', 'passphrase-wrong', 'stats', 'e.ninefold', '--passphrase-file', 'wrong');
    await refused('blank', 'passphrase-needed', 'stats', 'e.ninefold', '--passphrase-file', 'blank');
    await refused('nowhere', 'file-missing', 'stats', 'e.ninefold', '--passphrase-file', 'nowhere');
    await refused('s.ninefold', 'passphrase-wrong', 'stats', 's.ninefold', '--passphrase-file', 'right');
  });

  it.skipIf(!permissionsCount())('is read-only', async () => {
    chmodSync(at('s.ninefold'), 0o444);
    const before = contents();
    const ran = await json(folder.path, ['import', 's.ninefold', 'robin.txt'], { powerless: true });
    expect(ran).toMatchObject({ code: 1, document: { error: { code: 'study-read-only' } } });
    expect(ran.stderr).toContain('s.ninefold');
    expect(contents()).toEqual(before);
  });

  it.skipIf(!permissionsCount())('would be made in a folder that is read-only', async () => {
    mkdirSync(at('locked'));
    chmodSync(at('locked'), 0o555);
    const ran = await json(folder.path, ['new', 'locked/n.ninefold'], { powerless: true });
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain('n.ninefold');
    expect(readdirSync(at('locked'))).toEqual([]);
  });

  it('is held by somebody, who is named', async () => {
    const core = createCore({ ...coreOptions(), dataFolder: at('.data'), studiesFolder: at('studies') });
    const opened = await core.call('study.open', { path: at('s.ninefold') }, { host: 'cli' });
    expect(opened.ok).toBe(true);
    const ran = await runJson('stats', 's.ninefold');
    expect(ran).toMatchObject({ code: 1, document: { error: { code: 'study-locked' } } });
    for (const named of ['s.ninefold', hostname(), userInfo().username]) expect(ran.stderr).toContain(named);
    await core.close();
    expect(await run('stats', 's.ninefold')).toMatchObject({ code: 0 });
  });
});

describe('transcripts that can not be read', () => {
  it.each([
    ['empty.txt', '', 'file-empty'],
    ['noise.txt', Uint8Array.from({ length: 4096 }, (_, index) => (index * 31) % 256), 'file-binary'],
    ['broken.docx', 'PK\u0003\u0004 and no more', 'file-broken'],
    ['picture.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 0]), 'format-unknown'],
    ['sheet.csv', 'a,b\n1,2\n', 'format-unknown'],
    ['blank.md', ' \n\n', 'no-words'],
  ])('%s is rejected by name', async (file, bytes, code) => {
    writeFileSync(at(file), bytes);
    const before = contents();
    const ran = await runJson('import', 's.ninefold', file);
    expect(ran.code).toBe(1);
    expect(ran.document).toMatchObject([{ file, status: 'rejected', title: file, warnings: [{ code }] }]);
    expect(ran.stderr).toContain(file);
    expect(contents()).toEqual(before);
  });

  it('a missing file is rejected by name', async () => {
    const ran = await runJson('import', 's.ninefold', 'gone.txt', 'robin.txt');
    expect(ran.code).toBe(1);
    expect(ran.document).toMatchObject([
      { file: 'gone.txt', status: 'rejected', warnings: [{ code: 'file-missing' }] },
      { file: 'robin.txt', status: 'imported' },
    ]);
    expect(ran.stderr).toContain('gone.txt');
  });

  it('a folder without transcripts is rejected by name', async () => {
    mkdirSync(at('bare'));
    const ran = await runJson('import', 's.ninefold', 'bare');
    expect(ran).toMatchObject({ code: 1, document: [{ file: 'bare', status: 'rejected' }] });
    expect(ran.stderr).toContain('bare');
  });
});

describe('tables that can not be read', () => {
  it('extracts without their columns', async () => {
    writeFileSync(at('x.csv'), 'id,words\n1,I trust Sal.\n');
    await refused('x.csv', 'csv-columns', 'code-extracts', 's.ninefold', 'x.csv');
  });

  it('sources without their columns, before anything is imported', async () => {
    writeFileSync(at('sources.csv'), 'name,who\nrobin.txt,CYP\n');
    await refused('sources.csv', 'csv-columns', 'import', 's.ninefold', 'robin.txt', '--sources', 'sources.csv');
  });

  it('tables that are missing', async () => {
    await refused('gone.csv', 'file-missing', 'code-extracts', 's.ninefold', 'gone.csv');
    await refused('gone.csv', 'file-missing', 'import', 's.ninefold', 'robin.txt', '--sources', 'gone.csv');
  });

  it.each(['{', '{"outcomes":"nine"}', '[]'])('a framework that is %s', async text => {
    writeFileSync(at('f.json'), text);
    await refused('f.json', 'framework-broken', 'new', 'n.ninefold', '--framework', 'f.json');
  });
});

describe('wrong usage', () => {
  it.each([
    [[]],
    [['frobnicate']],
    [['stats']],
    [['stats', 's.ninefold', 'more']],
    [['stats', 's.ninefold', '--fast']],
    [['import', 's.ninefold']],
    [['import', 's.ninefold', 'robin.txt', '--kind', 'seance']],
    [['import', 's.ninefold', 'robin.txt', '--phase', 'two']],
    [['import', 's.ninefold', 'robin.txt', '--phase', '0']],
    [['quotes', 's.ninefold', '--format', 'pdf', '--out', 'q.pdf']],
    [['quotes', 's.ninefold', '--format', 'docx']],
    [['quotes', 's.ninefold']],
    [['quotes', 's.ninefold', '--format', 'json', '--outcome', 'three']],
    [['map', 's.ninefold', '--format', 'svg']],
    [['map', 's.ninefold', '--format', 'gif', '--out', 'm.gif']],
    [['serve', 's.ninefold', '--port', '70000']],
    [['new', 'n.ninefold', '--title', ' ']],
    [['new', 'n.ninefold', '--passphrase-file']],
  ])('exits 2 and changes nothing: %j', async args => {
    const before = contents();
    const ran = await run(...args);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr.length).toBeGreaterThan(0);
    expect(contents()).toEqual(before);
  });

  it('gives one JSON document where --json was asked for', async () => {
    const ran = await runJson('quotes', 's.ninefold', '--format', 'pdf', '--out', 'q.pdf');
    expect(ran).toMatchObject({ code: 2, document: { error: { code: 'invalid-input' } } });
  });

  it('is told apart from asking for help', async () => {
    const help = await run('import', '--help');
    expect(help).toMatchObject({ code: 0, stderr: '' });
    expect(help.stdout).toContain('--dry-run');
    expect(await run('--version')).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });
});
