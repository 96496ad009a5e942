import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { NinefoldError } from '../../shared/model/errors.ts';
import { newId } from '../../shared/model/ids.ts';

/** Largest transcript that is read, in bytes. */
export const largestFile = 50 * 1024 * 1024;

/** Writes beside the target, flushes to disk, then renames: the target is the old file or the new one, never half of it. @throws `cannot-write`, `disk-full`. */
export function writeFileSafely(path: string, bytes: Uint8Array): string {
  const target = resolve(path);
  const beside = join(dirname(target), `.${basename(target)}.${newId()}.part`);
  try {
    const descriptor = openSync(beside, 'wx');
    try {
      for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(beside, target);
  } catch (thrown) {
    rmSync(beside, { force: true });
    throw cannotWrite(thrown, target);
  }
  return target;
}

/** Makes a folder and those above it. @throws `cannot-write`. */
export function ensureFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (thrown) {
    throw cannotWrite(thrown, path);
  }
}

/** Reads a whole file. @throws `file-missing`, `file-too-large`, `file-unreadable`, each naming the file. */
export function readFileSafely(path: string, largest = largestFile): Uint8Array {
  const name = basename(path);
  try {
    const stat = statSync(path);
    if (stat.isDirectory())
      throw new NinefoldError('file-unreadable', `${name} is a folder. Choose the files in it.`, { path });
    if (stat.size > largest) {
      throw new NinefoldError(
        'file-too-large',
        `${name} has ${Math.round(stat.size / 1048576)} MB; up to ${Math.round(largest / 1048576)} MB can be read. Split it, or remove what is not text.`,
        { path, bytes: stat.size },
      );
    }
    return new Uint8Array(readFileSync(path));
  } catch (thrown) {
    if (thrown instanceof NinefoldError) throw thrown;
    const code = codeOf(thrown);
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new NinefoldError('file-missing', `${name} was not found at ${path}. Check the name and the folder.`, {
        path,
      });
    throw new NinefoldError(
      'file-unreadable',
      `${name} can't be read (${code}). Check that you may read it and that no other program holds it.`,
      { path },
    );
  }
}

function cannotWrite(thrown: unknown, path: string): unknown {
  if (thrown instanceof NinefoldError) return thrown;
  const code = codeOf(thrown);
  const name = basename(path);
  if (code === 'ENOSPC')
    return new NinefoldError('disk-full', `The disk is full: ${name} was not written. Free some space and try again.`, {
      path,
    });
  if (code === 'EISDIR' || code === 'ENOTEMPTY')
    return new NinefoldError('cannot-write', `${path} is a folder. Give the name of a file.`, { path });
  if (code === 'ENOENT')
    return new NinefoldError(
      'cannot-write',
      `The folder ${dirname(path)} does not exist. ${name} was not written; make the folder first.`,
      { path },
    );
  if (code === '') return thrown;
  return new NinefoldError(
    'cannot-write',
    `${name} can't be written to ${dirname(path)} (${code}). Choose another folder, or close the program that has it open.`,
    { path },
  );
}

const codeOf = (thrown: unknown): string => (thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '');
