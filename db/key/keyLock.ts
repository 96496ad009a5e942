import Database from 'better-sqlite3';
import { NinefoldError } from '../../shared/model/errors.ts';

/** How long a program waits for another to have written its records, in milliseconds. */
const patience = 10_000;

/**
 * Does `work` while no other program writes to the key at `path`. The lock is the system's own, held on an empty file beside the key: it ends with the program that holds it, however that ends.
 * @throws `cannot-write` where another program doesn't let go; `work` is not done then.
 */
export function whileLocked<Result>(path: string, work: () => Result): Result {
  const lock = new Database(`${path}.lock`, { timeout: patience });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return work();
  } catch (thrown) {
    throw isBusy(thrown) ? heldBack(path) : thrown;
  } finally {
    lock.close();
  }
}

const isBusy = (thrown: unknown) =>
  thrown instanceof Database.SqliteError && (thrown.code.startsWith('SQLITE_BUSY') || thrown.code === 'SQLITE_LOCKED');

const heldBack = (path: string) =>
  new NinefoldError(
    'cannot-write',
    `Another program is writing to the key at ${path} and has not finished. Nothing was changed. Close the key there, then try again.`,
    { path },
  );
