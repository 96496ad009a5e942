import { basename } from 'node:path';
import { NinefoldError } from '../shared/model/errors.ts';

/** Names what SQLite or the file system refused, in words that say what to do. Anything already named passes through. */
export function explain(thrown: unknown, path: string): unknown {
  if (thrown instanceof NinefoldError || !(thrown instanceof Error)) return thrown;
  const code = 'code' in thrown ? String(thrown.code) : '';
  const file = basename(path);
  const details = { path, cause: code };
  if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC') {
    return new NinefoldError(
      'disk-full',
      `The disk that holds ${file} is full. The last change was not saved; everything before it was. Free some space and try again.`,
      details,
    );
  }
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
    return new NinefoldError(
      'study-read-only',
      `${file} or its folder can't be written to. Nothing was changed. Copy the study to a folder of your own, or ask for the right to write there.`,
      details,
    );
  }
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_IOERR')) {
    return new NinefoldError(
      'study-damaged',
      `${file} is damaged or can't be read (${thrown.message}). Nothing was changed. Restore it from a backup.`,
      details,
    );
  }
  if (code.startsWith('SQLITE_NOTADB')) {
    return new NinefoldError(
      'study-not-sqlite',
      `${file} is not a Ninefold study. Choose a file that ends in .ninefold.`,
      details,
    );
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new NinefoldError(
      'study-locked',
      `${file} is in use by another program. Close it there and try again.`,
      details,
    );
  }
  if (code.startsWith('SQLITE_CANTOPEN')) {
    return new NinefoldError(
      'file-unreadable',
      `${file} can't be opened. Check that the folder exists and that you may write there.`,
      details,
    );
  }
  return thrown;
}
