import { closeSync, mkdirSync, openSync, readSync, statSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { inflateRawSync } from 'node:zlib';

/** @typedef {{ name: string, method: number, packed: number, size: number, offset: number, mode: number }} Entry */

/**
 * Unpacks a zip file on the disk (no zip64, no encryption) with nothing but Node. Files keep their permissions.
 * @param {string} path
 * @param {string} folder where the files go
 * @param {(name: string) => string | null} place an entry's name in the folder; null leaves it out
 * @returns {number} how many files were written
 * @throws Error for a file that is not such a zip, and for an entry that would land outside the folder
 */
export function unzip(path, folder, place = name => name) {
  const file = openSync(path, 'r');
  try {
    const read = (/** @type {number} */ offset, /** @type {number} */ length) => {
      const bytes = Buffer.alloc(length);
      if (readSync(file, bytes, 0, length, offset) !== length) throw new Error(`${path} ends too early.`);
      return bytes;
    };
    let written = 0;
    for (const entry of entriesOf(path, read)) {
      const name = entry.name.endsWith('/') ? null : place(entry.name);
      if (name === null) continue;
      const target = resolve(folder, name);
      if (relative(folder, target).split(sep)[0] === '..') throw new Error(`${path}: ${name} lies outside the folder.`);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, bytesOf(path, entry, read), { mode: entry.mode || 0o644 });
      written++;
    }
    return written;
  } finally {
    closeSync(file);
  }
}

/**
 * @param {string} path
 * @param {(offset: number, length: number) => Buffer} read
 * @returns {Generator<Entry>}
 */
function* entriesOf(path, read) {
  const { size } = statSync(path);
  const tailLength = Math.min(size, 65_557);
  const tail = read(size - tailLength, tailLength);
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Error(`${path} is not a zip file.`);
  const directory = read(tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  for (let at = 0; at < directory.length; ) {
    const nameLength = directory.readUInt16LE(at + 28);
    yield {
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
      mode: (directory.readUInt32LE(at + 38) >>> 16) & 0o777,
    };
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
}

/**
 * @param {string} path
 * @param {Entry} entry
 * @param {(offset: number, length: number) => Buffer} read
 */
function bytesOf(path, { name, method, packed, size, offset }, read) {
  const header = read(offset, 30);
  const bytes = read(offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28), packed);
  if (method !== 0 && method !== 8) throw new Error(`${path}: ${name} is packed in a way that is not known here.`);
  const unpacked = method === 0 ? bytes : inflateRawSync(bytes);
  if (unpacked.length !== size) throw new Error(`${path}: ${name} is damaged.`);
  return unpacked;
}
