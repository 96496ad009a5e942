import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import type { KeyVersion } from './head.ts';

/** Where the encrypted bytes of a record stand in the file, in bytes, and which record of the file it is. */
export type Frame = { readonly index: number; readonly from: number; readonly length: number };

const noteLengths = { 1: 4, 2: 8 } as const;

/**
 * What stands before a record: its length, four bytes, little-endian; from version 2 on the same again with every bit turned,
 * so that a length that was damaged is not taken for a record that was not finished.
 */
export function lengthNote(version: KeyVersion, length: number): Buffer {
  const note = Buffer.alloc(noteLengths[version]);
  note.writeUInt32LE(length);
  if (version > 1) note.writeUInt32LE(~length >>> 0, 4);
  return note;
}

/**
 * The record that begins at `at`. `unfinished`: the file was written no further, as it is when a program ends while it adds to the key: the act that the record belongs to was never committed.
 * `written`: see `writtenEnd`.
 */
export function frameAt(
  descriptor: number,
  version: KeyVersion,
  { at, index, written }: { readonly at: number; readonly index: number; readonly written: number },
): Frame | 'unfinished' | 'damaged' {
  const note = Buffer.alloc(noteLengths[version]);
  const from = at + note.length;
  if (from > written) return 'unfinished';
  readSync(descriptor, note, 0, note.length, at);
  const length = note.readUInt32LE();
  if (!note.equals(lengthNote(version, length))) return 'damaged';
  return from + length > written ? 'unfinished' : { index, from, length };
}

/** Zeros that no encrypted record ends with. */
const surelyEmpty = 16;

/** Up to where a file of `size` bytes was written: room that was made for more and never filled reads as zeros. */
export function writtenEnd(descriptor: number, size: number): number {
  const block = Buffer.alloc(4096);
  let end = size;
  while (end > 0) {
    const from = Math.max(0, end - block.length);
    const read = readSync(descriptor, block, 0, end - from, from);
    const last = block.subarray(0, read).findLastIndex(byte => byte !== 0);
    if (last >= 0) {
      const filled = from + last + 1;
      return size - filled < surelyEmpty ? size : filled;
    }
    end = from;
  }
  return 0;
}

/** Copies the bytes of a file from `from` to `to` into a new file, which is on disk when it returns. */
export function setAside(descriptor: number, from: number, to: number, path: string): void {
  const bytes = Buffer.alloc(to - from);
  readSync(descriptor, bytes, 0, bytes.length, from);
  const aside = openSync(path, 'wx', 0o600);
  try {
    writeSync(aside, bytes);
    fsyncSync(aside);
  } finally {
    closeSync(aside);
  }
}
