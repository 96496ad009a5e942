import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { applicationId, latestVersion, migrate, migrations } from '../../../db/migrate.ts';
import { createStudyFile, openStudyFile } from '../../../db/studyFile.ts';
import { NinefoldError } from '../../../shared/model/errors.ts';
import { newStudy, tempFolder } from '../../builders/studies.ts';

let folder: ReturnType<typeof tempFolder>;
let path: string;
beforeEach(() => {
  folder = tempFolder();
  path = join(folder.path, 'a.ninefold');
});
afterEach(() => folder.remove());

const refusal = (work: () => unknown): NinefoldError => {
  try {
    work();
  } catch (thrown) {
    if (thrown instanceof NinefoldError) return thrown;
    throw thrown;
  }
  throw new Error('was not refused');
};

describe('opening', () => {
  test('refuses what is not a study, names it, and leaves the folder as it was', () => {
    mkdirSync(join(folder.path, 'folder.ninefold'));
    writeFileSync(join(folder.path, 'text.ninefold'), 'Not a study at all');
    writeFileSync(join(folder.path, 'empty.ninefold'), '');
    const other = new Database(join(folder.path, 'other.ninefold'));
    other.exec('CREATE TABLE t (a)');
    other.close();
    const before = readdirSync(folder.path);
    const codeOf = (name: string) => refusal(() => openStudyFile(join(folder.path, name))).code;
    expect(codeOf('gone.ninefold')).toBe('study-missing');
    expect(codeOf('folder.ninefold')).toBe('study-is-folder');
    expect(codeOf('text.ninefold')).toBe('study-not-sqlite');
    expect(codeOf('empty.ninefold')).toBe('study-not-sqlite');
    expect(codeOf('other.ninefold')).toBe('study-not-ninefold');
    expect(refusal(() => openStudyFile(join(folder.path, 'text.ninefold'))).message).toContain('text.ninefold');
    expect(readdirSync(folder.path)).toEqual(before);
  });

  test('refuses a file from a newer version and leaves its bytes alone', () => {
    newStudy(path).file.close();
    const db = new Database(path);
    db.pragma('user_version = 99');
    db.close();
    const bytes = readFileSync(path);
    expect(refusal(() => openStudyFile(path)).code).toBe('study-newer');
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(readdirSync(folder.path)).toEqual(['a.ninefold']);
  });

  test('marks the file as a study', () => {
    newStudy(path).file.close();
    expect(readFileSync(path).readUInt32BE(68)).toBe(applicationId);
  });

  test('new on a taken name is refused and leaves the other file whole', () => {
    writeFileSync(path, 'mine');
    expect(refusal(() => createStudyFile(path)).code).toBe('study-exists');
    expect(readFileSync(path, 'utf8')).toBe('mine');
  });
});

describe('a passphrase', () => {
  test('hides every word, opens with the right one only, and says which it is', () => {
    newStudy(path, { passphrase: "it's a secret" }).file.close();
    expect(readFileSync(path).includes('Harbour study')).toBe(false);
    expect(refusal(() => openStudyFile(path)).code).toBe('passphrase-needed');
    expect(refusal(() => openStudyFile(path, { passphrase: 'wrong' })).code).toBe('passphrase-wrong');
    const file = openStudyFile(path, { passphrase: "it's a secret" });
    expect(file.read.count('SELECT count(*) FROM outcome')).toBe(9);
    file.close();
  });

  test('is refused for a study that has none', () => {
    newStudy(path).file.close();
    expect(refusal(() => openStudyFile(path, { passphrase: 'x' })).code).toBe('passphrase-wrong');
  });
});

describe('the lock', () => {
  test('refuses a second opening with the holder and the host', () => {
    const { file } = newStudy(path);
    const error = refusal(() => openStudyFile(path));
    expect(error.code).toBe('study-locked');
    expect(error.message).toContain(hostname());
    file.close();
    openStudyFile(path).close();
    expect(readdirSync(folder.path)).toEqual(['a.ninefold']);
  });

  test('of a process that is gone is replaced', () => {
    newStudy(path).file.close();
    writeFileSync(
      `${path}.lock`,
      JSON.stringify({ token: 't', host: hostname(), user: 'ada', pid: 2 ** 22 - 1, started: '1', since: 'then' }),
    );
    openStudyFile(path).close();
  });

  test('of a process on another machine that beat lately holds', () => {
    newStudy(path).file.close();
    writeFileSync(
      `${path}.lock`,
      JSON.stringify({ token: 't', host: 'other-host', user: 'ben', pid: 1, started: null, since: 'then' }),
    );
    const error = refusal(() => openStudyFile(path));
    expect(error.message).toContain('ben on other-host');
    expect(readFileSync(`${path}.lock`, 'utf8')).toContain('other-host');
  });
});

describe('an acknowledged command', () => {
  test('survives kill -9, and the stale lock is recovered', async () => {
    const script = `
      import { newStudy } from './tests/builders/studies.ts';
      import { perform } from './db/journal.ts';
      import { addCode } from './db/codes.ts';
      const { file, coder } = newStudy(process.argv[1]);
      for (let n = 0; ; n++) {
        perform(file, { coder: coder.id, command: 'x', input: {} }, write => ({ result: addCode(file.read, write, { name: 'Code ' + n, coder: coder.id, at: '' }), summary: 's' }));
        process.stdout.write(n + '\\n');
      }`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script, path], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let acknowledged = -1;
    await new Promise<void>(done => {
      child.stdout.on('data', (chunk: Buffer) => {
        acknowledged = Math.max(acknowledged, ...chunk.toString().trim().split('\n').map(Number));
        if (acknowledged >= 40) child.kill('SIGKILL');
      });
      child.on('exit', () => done());
    });
    const file = openStudyFile(path);
    const names = new Set(file.read.all<{ name: string }>('SELECT name FROM code').map(row => row.name));
    for (let n = 0; n <= acknowledged; n++) expect(names.has(`Code ${n}`)).toBe(true);
    file.close();
  });
});

describe('migrations', () => {
  test('run in order with a backup first, and only the steps that are due', () => {
    const one = { version: 1, sql: 'CREATE TABLE a (x); INSERT INTO a VALUES (1)' };
    const two = { version: 2, sql: 'ALTER TABLE a ADD COLUMN y' };
    const db = new Database(path);
    const backups: number[] = [];
    migrate(db, from => backups.push(from), [one]);
    migrate(db, from => backups.push(from), [one, two]);
    migrate(db, from => backups.push(from), [one, two]);
    expect(backups).toEqual([1]);
    expect(db.prepare('SELECT x, y FROM a').all()).toEqual([{ x: 1, y: null }]);
    db.close();
  });

  test('a step that fails takes back those before it, too', () => {
    const db = new Database(path);
    const one = { version: 1, sql: 'CREATE TABLE a (x)' };
    const two = { version: 2, sql: 'CREATE TABLE b (x)' };
    migrate(db, () => undefined, [one]);
    const broken = { version: 3, sql: 'CREATE TABLE c (x); nonsense' };
    expect(() => migrate(db, () => undefined, [one, two, broken])).toThrow();
    expect(db.pragma('user_version', { simple: true })).toBe(1);
    expect(db.prepare('SELECT name FROM sqlite_master').all()).toEqual([{ name: 'a' }]);
    db.close();
  });

  test('opening an older study leaves a backup beside it, with the same passphrase', () => {
    newStudy(path, { passphrase: 'p' }).file.close();
    const latest = latestVersion();
    const steps = [...migrations, { version: latest + 1, sql: 'CREATE TABLE later (x TEXT) STRICT' }];
    openStudyFile(path, { passphrase: 'p', steps }).close();
    const backup = readdirSync(folder.path).find(name => name.endsWith('.backup'));
    expect(backup?.startsWith(`a.ninefold.v${latest}-`)).toBe(true);
    expect(refusal(() => openStudyFile(join(folder.path, backup!))).code).toBe('passphrase-needed');
    const old = openStudyFile(join(folder.path, backup!), { passphrase: 'p' });
    expect(old.read.count('SELECT count(*) FROM outcome')).toBe(9);
    old.close();
  });
});
