import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename } from 'node:path';
import { NinefoldError } from '../../shared/model/errors.ts';
import type { BracketId, EntryId, ReplacementId } from '../../shared/model/ids.ts';
import { explain } from '../errors.ts';
import { contextOf, type Derivation, decrypt, deriveKey, encrypt, newDerivation } from './cipher.ts';
import { type KeyRecord, packRecord, type SealedAct, unpackRecord } from './records.ts';

/**
 * The original words of a study, in a file of their own: a line of JSON that says how the passphrase becomes a key, then records, each encrypted by itself
 * (four bytes of length, little-endian; nonce, tag, words). Records are only ever added.
 */
export type OpenKey = {
  readonly path: string;
  /** Words that a bracket stands for. */
  wordsOf(bracket: BracketId): string | null;
  termsOf(replacement: ReplacementId): readonly string[] | null;
  /** What an act of replacing took out of the study, as it did so last. */
  actOf(entry: EntryId): SealedAct | null;
  originalOf(sha256: string): Uint8Array | null;
  /** Adds records; they are on disk when it returns. @throws `cannot-write`, `disk-full`; the file is as it was then. */
  add(records: readonly KeyRecord[]): void;
  /** Writes the same records to another path under another passphrase. @throws as `makeKey`. */
  copyTo(path: string, passphrase: string): OpenKey;
  close(): void;
};

type Head = { readonly ninefold: 'key'; readonly version: 1; readonly study: string; readonly kdf: Derivation };

/** Where a study's key is looked for: beside it. */
export const keyPathOf = (study: string): string => `${study}-key`;

/** @throws `key-exists`, `cannot-write`; leaves nothing behind then. */
export function makeKey(path: string, study: string, passphrase: string): OpenKey {
  if (existsSync(path)) {
    throw new NinefoldError(
      'key-exists',
      `There is a key at ${path} already. It was not touched. Open it with its passphrase, or move it away first.`,
      { path },
    );
  }
  const kdf = newDerivation();
  const head = Buffer.from(`${JSON.stringify({ ninefold: 'key', version: 1, study, kdf } satisfies Head)}\n`);
  let descriptor: number | null = null;
  try {
    descriptor = openSync(path, 'wx+', 0o600);
    writeSync(descriptor, head);
    const key = keyOn({ path, descriptor, head, secret: deriveKey(passphrase, kdf), study });
    key.add([{ kind: 'begin', study, at: new Date().toISOString() }]);
    return key;
  } catch (thrown) {
    if (descriptor !== null) closeSync(descriptor);
    rmSync(path, { force: true });
    throw explain(thrown, path);
  }
}

/** @throws `key-missing`, `key-broken`, `key-foreign` for the key of another study, `passphrase-wrong`; nothing is written. */
export function openKey(path: string, study: string, passphrase: string): OpenKey {
  if (!existsSync(path)) {
    throw new NinefoldError(
      'key-missing',
      `There is no key at ${path}. The study opens, codes and exports without it. Look for the file that was kept with the originals.`,
      { path },
    );
  }
  let descriptor: number | null = null;
  try {
    descriptor = openSync(path, 'r+');
    const { head, line } = readHead(descriptor, path);
    if (head.study !== study) {
      throw new NinefoldError(
        'key-foreign',
        `${basename(path)} is the key of another study. Nothing was changed. Choose the key that was made for this one.`,
        { path },
      );
    }
    const key = keyOn({ path, descriptor, head: line, secret: deriveKey(passphrase, head.kdf), study });
    return key;
  } catch (thrown) {
    if (descriptor !== null) closeSync(descriptor);
    throw explain(thrown, path);
  }
}

const longestHead = 4096;

function readHead(descriptor: number, path: string): { readonly head: Head; readonly line: Buffer } {
  const start = Buffer.alloc(longestHead);
  const read = readSync(descriptor, start, 0, longestHead, 0);
  const end = start.subarray(0, read).indexOf(10);
  const line = start.subarray(0, end + 1);
  try {
    const head = JSON.parse(line.toString('utf8')) as Head;
    if (head.ninefold === 'key' && head.version === 1) return { head, line };
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError)) throw thrown;
  }
  throw broken(path, 'it is not a key that this Ninefold can read');
}

const broken = (path: string, why: string) =>
  new NinefoldError(
    'key-broken',
    `${basename(path)} can't be used: ${why}. Nothing was changed. Take a copy of the key from where it is kept safe.`,
    { path },
  );

type Frame = { readonly index: number; readonly from: number; readonly length: number };
type Held = {
  readonly path: string;
  readonly descriptor: number;
  readonly head: Uint8Array;
  readonly secret: Buffer;
  readonly study: string;
};

/** Reads all records once. Words and terms are kept in memory, what is big is read again when it is asked for. */
function keyOn({ path, descriptor, head, secret, study }: Held): OpenKey {
  const words = new Map<BracketId, string>();
  const terms = new Map<ReplacementId, readonly string[]>();
  const acts = new Map<EntryId, Frame>();
  const originals = new Map<string, Frame>();
  let end = head.length;
  let count = 0;

  const take = (record: KeyRecord, frame: Frame) => {
    if (record.kind === 'terms') terms.set(record.replacement, record.terms);
    else if (record.kind === 'words') for (const [bracket, said] of record.words) words.set(bracket, said);
    else if (record.kind === 'act') acts.set(record.entry, frame);
    else if (record.kind === 'original') originals.set(record.sha256, frame);
  };
  const recordAt = ({ index, from, length }: Frame): KeyRecord => {
    const sealed = Buffer.alloc(length);
    readSync(descriptor, sealed, 0, length, from);
    try {
      return unpackRecord(decrypt(secret, sealed, contextOf(head, index)));
    } catch {
      if (index > 0) throw broken(path, `its record ${index + 1} was changed or is damaged`);
      throw new NinefoldError(
        'passphrase-wrong',
        `That passphrase does not open ${basename(path)}. Nothing was changed. Check capitals and spaces and try again; without the passphrase the original words can't be brought back by anybody.`,
        { path },
      );
    }
  };
  /** Takes in records that stand behind the last one known: all of them at first, later those of another study that has the same key open. */
  const catchUp = () => {
    const size = fstatSync(descriptor).size;
    while (end + 4 <= size) {
      const length = Buffer.alloc(4);
      readSync(descriptor, length, 0, 4, end);
      const frame = { index: count, from: end + 4, length: length.readUInt32LE() };
      // A record whose writing was cut off: the act it belongs to was never committed.
      if (frame.from + frame.length > size) break;
      take(recordAt(frame), frame);
      end = frame.from + frame.length;
      count++;
    }
    return size;
  };
  if (catchUp() > head.length && count === 0) throw broken(path, 'it holds no record');

  const add = (records: readonly KeyRecord[]) => {
    catchUp();
    const from = end;
    const made = records.map((record, offset) => {
      const sealed = encrypt(secret, packRecord(record), contextOf(head, count + offset));
      const length = Buffer.alloc(4);
      length.writeUInt32LE(sealed.length);
      return { record, length, sealed };
    });
    try {
      let at = from;
      for (const { length, sealed } of made) {
        writeSync(descriptor, length, 0, 4, at);
        writeSync(descriptor, sealed, 0, sealed.length, at + 4);
        at += 4 + sealed.length;
      }
      ftruncateSync(descriptor, at);
      fsyncSync(descriptor);
    } catch (thrown) {
      ftruncateSync(descriptor, from);
      throw explain(thrown, path);
    }
    for (const { record, sealed } of made) {
      take(record, { index: count, from: end + 4, length: sealed.length });
      end += 4 + sealed.length;
      count++;
    }
  };
  const big = <Kind extends KeyRecord['kind']>(frame: Frame | undefined, kind: Kind) => {
    const record = frame && recordAt(frame);
    return record?.kind === kind ? (record as Extract<KeyRecord, { kind: Kind }>) : null;
  };
  return {
    path,
    wordsOf: bracket => words.get(bracket) ?? null,
    termsOf: replacement => terms.get(replacement) ?? null,
    actOf: entry => big(acts.get(entry), 'act'),
    originalOf: sha256 => {
      const record = big(originals.get(sha256), 'original');
      return record && new Uint8Array(Buffer.from(record.bytes, 'base64'));
    },
    add,
    copyTo: (to, passphrase) => {
      const copy = makeKey(to, study, passphrase);
      const kept: KeyRecord[] = [
        ...[...terms].map(([replacement, said]) => ({ kind: 'terms' as const, replacement, terms: said })),
        { kind: 'words', words: [...words] },
      ];
      copy.add(kept);
      for (const frame of [...originals.values(), ...acts.values()]) copy.add([recordAt(frame)]);
      return copy;
    },
    close: () => closeSync(descriptor),
  };
}
