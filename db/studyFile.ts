import { accessSync, closeSync, constants, existsSync, fsyncSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import Database, { type Statement } from 'better-sqlite3';
import { NinefoldError } from '../shared/model/errors.ts';
import { explain } from './errors.ts';
import type { OpenKey } from './key/keyFile.ts';
import { type Lock, takeLock } from './lock.ts';
import { applicationId, type Migration, migrate, migrations, versionOf } from './migrate.ts';
import { createReader, type Reader } from './reader.ts';
import { catchUpIndex, keepFor } from './searchIndex.ts';

/** An open study file. Only the journal writes through `db`; everything else reads through `read`. */
export type StudyFile = {
  readonly path: string;
  readonly encrypted: boolean;
  /** What `openReader` needs to read the same file from another thread. Holds the passphrase: never to leave the process. */
  readonly location: StudyLocation;
  readonly db: Database.Database;
  readonly read: Reader;
  readonly statement: (sql: string) => Statement<unknown[], unknown>;
  readonly lock: Lock;
  /** The key to the original words, while it is open. */
  readonly keyring: { open: OpenKey | null };
  /** Writes the file as it is, with the same passphrase, to a path where nothing is yet; the copy is on disk when it returns. @throws `study-exists`, and what the disk refuses. */
  copyTo(path: string): void;
  close(): void;
};

export type StudyLocation = { readonly path: string; readonly passphrase: string | undefined };

type OpenOptions = { readonly passphrase?: string | undefined; readonly steps?: readonly Migration[] };

/** Makes a new, empty study file. @throws `study-exists`, `study-read-only`, `disk-full`; leaves nothing behind then. */
export function createStudyFile(path: string, { passphrase, steps = migrations }: OpenOptions = {}): StudyFile {
  if (existsSync(path)) {
    throw new NinefoldError(
      'study-exists',
      `There is a file at ${path} already. Choose another name; it was not touched.`,
      { path },
    );
  }
  if (!existsSync(dirname(path))) {
    throw new NinefoldError(
      'study-missing',
      `The folder ${dirname(path)} does not exist. Make it first, or choose another.`,
      { path },
    );
  }
  try {
    return open(path, passphrase, steps, true);
  } catch (thrown) {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${suffix}`, { force: true });
    throw explain(thrown, path);
  }
}

/** Opens a study and takes its lock; brings it up to date, with a backup first. @throws one of the `study-…` and `passphrase-…` errors; the file is as it was then. */
export function openStudyFile(path: string, { passphrase, steps = migrations }: OpenOptions = {}): StudyFile {
  try {
    const plain = inspect(path, passphrase);
    return open(path, plain ? undefined : passphrase, steps, false);
  } catch (thrown) {
    throw explain(thrown, path);
  }
}

/** Looks at the file before anything is opened; says whether it is plain SQLite. */
function inspect(path: string, passphrase: string | undefined): boolean {
  const file = basename(path);
  if (!existsSync(path)) {
    throw new NinefoldError(
      'study-missing',
      `There is no study at ${path}. Check the name, or look for it in another folder.`,
      { path },
    );
  }
  const stat = statSync(path);
  if (stat.isDirectory()) {
    throw new NinefoldError(
      'study-is-folder',
      `${path} is a folder, not a study. Choose a file that ends in .ninefold.`,
      { path },
    );
  }
  accessSync(path, constants.R_OK | constants.W_OK);
  accessSync(dirname(path), constants.W_OK);
  const plain = head(path, 16) === 'SQLite format 3\0';
  if (plain && passphrase !== undefined) {
    throw new NinefoldError('passphrase-wrong', `${file} has no passphrase. Open it without one.`, { path });
  }
  if (!plain && (stat.size === 0 || stat.size % 4096 !== 0)) {
    throw new NinefoldError(
      'study-not-sqlite',
      `${file} is not a Ninefold study. Choose a file that ends in .ninefold.`,
      { path },
    );
  }
  if (!plain && passphrase === undefined) {
    throw new NinefoldError('passphrase-needed', `${file} asks for a passphrase, or is not a Ninefold study.`, {
      path,
    });
  }
  return plain;
}

function open(path: string, passphrase: string | undefined, steps: readonly Migration[], isNew: boolean): StudyFile {
  const lock = takeLock(path);
  let db: Database.Database | null = null;
  try {
    const made = new Database(path, { timeout: 2_000 });
    db = made;
    unlock(made, passphrase);
    if (isNew) made.pragma(`application_id = ${applicationId}`);
    else checkIsStudy(made, path, passphrase !== undefined);
    // Before WAL is switched on, which writes to the file.
    versionOf(made, steps);
    made.pragma('journal_mode = WAL');
    made.pragma('synchronous = FULL');
    made.pragma('foreign_keys = ON');
    // What is deleted is overwritten: words that were replaced must not be left in pages that are not used any more.
    made.pragma('secure_delete = ON');
    made.pragma('cache_size = -65536');
    migrate(made, from => backUp(made, path, from), steps);
    const file = studyFile(path, passphrase, made, lock);
    keepFor(file);
    if (Number(made.pragma('user_version', { simple: true })) >= indexVersion) catchUpIndex(file);
    return file;
  } catch (thrown) {
    db?.close();
    lock.release();
    throw thrown;
  }
}

/** The file version that brought the search index. */
const indexVersion = 3;

function unlock(db: Database.Database, passphrase: string | undefined): void {
  if (passphrase === undefined) return;
  db.pragma("cipher = 'sqlcipher'");
  db.pragma(`key = '${passphrase.replaceAll("'", "''")}'`);
}

/** A second connection to a study that this process has open, for reading from another thread; it sees what was committed. It takes no lock of its own. */
export function openReader(location: StudyLocation): {
  readonly read: Reader;
  /** As `StudyFile.copyTo`. */
  copyTo(path: string): void;
  close(): void;
} {
  const db = secondConnection(location);
  // Not opened read-only: the last connection to close has to be able to fold the WAL into the file.
  db.pragma('query_only = ON');
  return {
    read: createReader(db),
    copyTo: to => {
      // SQLite takes the writing of another file for a change of this one.
      db.pragma('query_only = OFF');
      copyInto(db, to);
      db.pragma('query_only = ON');
    },
    close: () => db.close(),
  };
}

/** Does what `wipe` does over a connection of its own, from another thread than that which has the study open. @throws as `wipe`. */
export function clearFile(location: StudyLocation): void {
  const db = secondConnection(location);
  try {
    wipe({ db, path: location.path });
  } finally {
    db.close();
  }
}

function secondConnection({ path, passphrase }: StudyLocation): Database.Database {
  const db = new Database(path, { fileMustExist: true, timeout: 2_000 });
  unlock(db, passphrase);
  db.pragma('cache_size = -65536');
  return db;
}

function checkIsStudy(db: Database.Database, path: string, hasPassphrase: boolean): void {
  let id: unknown;
  try {
    id = db.pragma('application_id', { simple: true });
    db.prepare('SELECT count(*) FROM sqlite_master').get();
  } catch (thrown) {
    if (hasPassphrase && thrown instanceof Error && 'code' in thrown && thrown.code === 'SQLITE_NOTADB') {
      throw new NinefoldError(
        'passphrase-wrong',
        `That passphrase does not open ${basename(path)}. Nothing was changed. Check capitals and spaces and try again.`,
        { path },
      );
    }
    throw thrown;
  }
  if (id !== applicationId) {
    throw new NinefoldError(
      'study-not-ninefold',
      `${basename(path)} is a database of another program, not a Ninefold study. Nothing was changed.`,
      { path },
    );
  }
}

/** Gives back the pages that are not used any more and empties the log beside the file, so that neither holds words that were taken out. Not within a transaction. @throws `study-locked` where another program is reading the file, and what the disk refuses. */
export function wipe({ db, path }: Pick<StudyFile, 'db' | 'path'>): void {
  try {
    db.exec('VACUUM');
    // SQLite says so in a row, and throws nothing.
    if (db.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) !== 0) throw beingRead(path);
  } catch (thrown) {
    throw explain(thrown, path);
  }
}

const beingRead = (path: string) =>
  new NinefoldError(
    'study-locked',
    `${basename(path)} is being read by another program. Close it there, then close and open the study again, which clears it.`,
    { path },
  );

/** Copies the file beside itself, before it is brought to a newer version. */
function backUp(db: Database.Database, path: string, fromVersion: number): void {
  const stamp = new Date().toISOString().slice(0, 23).replaceAll(':', '');
  copyInto(db, `${path}.v${fromVersion}-${stamp}.backup`);
}

function copyInto(db: Database.Database, path: string): void {
  if (existsSync(path)) {
    throw new NinefoldError(
      'study-exists',
      `There is a file at ${path} already. Choose another name; it was not touched.`,
      { path },
    );
  }
  db.prepare('VACUUM INTO ?').run(path);
  const descriptor = openSync(path, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function studyFile(path: string, passphrase: string | undefined, db: Database.Database, lock: Lock): StudyFile {
  const statements = new Map<string, Statement<unknown[], unknown>>();
  const keyring: StudyFile['keyring'] = { open: null };
  return {
    path,
    encrypted: passphrase !== undefined,
    location: { path, passphrase },
    db,
    read: createReader(db),
    lock,
    keyring,
    copyTo: to => copyInto(db, to),
    statement: sql => {
      const known = statements.get(sql);
      if (known) return known;
      const made = db.prepare<unknown[], unknown>(sql);
      statements.set(sql, made);
      return made;
    },
    close: () => {
      try {
        keyring.open?.close();
        keyring.open = null;
        db.close();
      } finally {
        lock.release();
      }
    },
  };
}

function head(path: string, length: number): string {
  const buffer = Buffer.alloc(length);
  const descriptor = openSync(path, 'r');
  try {
    return buffer.subarray(0, readSync(descriptor, buffer, 0, length, 0)).toString('latin1');
  } finally {
    closeSync(descriptor);
  }
}
