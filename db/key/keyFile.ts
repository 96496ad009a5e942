import { createHmac, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename } from 'node:path';
import { NinefoldError } from '../../shared/model/errors.ts';
import type { BracketId, EntryId, ReplacementId } from '../../shared/model/ids.ts';
import { newId } from '../../shared/model/ids.ts';
import { explain } from '../errors.ts';
import { contextOf, decrypt, deriveKey, encrypt, newDerivation } from './cipher.ts';
import { type Frame, frameAt, lengthNote, setAside, writtenEnd } from './frames.ts';
import { broken, type Head, newHead, readHead } from './head.ts';
import { whileLocked } from './keyLock.ts';
import { type KeyRecord, packRecord, type SealedAct, unpackRecord } from './records.ts';

/**
 * The original words of a study, in a file of their own: a line of JSON that says how the passphrase becomes a key, then records, each encrypted by itself
 * (its length, see `lengthNote`; nonce, tag, words). Records are only ever added, by one program at a time; bytes that can't be read are never written over.
 */
export type OpenKey = {
  readonly path: string;
  /** Words that a bracket stands for. */
  wordsOf(bracket: BracketId): string | null;
  termsOf(replacement: ReplacementId): readonly string[] | null;
  /** What an act of replacing took out of the study, as it did so last. */
  actOf(entry: EntryId): SealedAct | null;
  originalOf(sha256: string): Uint8Array | null;
  /** A digest of words that can be kept in the study: the same for the same words, and nobody can make it, or try words against it, without the key. */
  seal(words: string): string;
  /** Adds records; they are on disk when it returns. @throws `key-missing` where the file that is open is not the one at `path` any more, `key-broken`, `cannot-write`, `disk-full`; the file is as it was then. */
  add(records: readonly KeyRecord[]): void;
  /** Puts the same records under another passphrase into the key's place. This one is closed, whatever happens. @throws as `add`; the file is as it was then. */
  change(passphrase: string): OpenKey;
  close(): void;
};

/** Where a study's key is looked for: beside it. */
export const keyPathOf = (study: string): string => `${study}-key`;

/** @throws `key-exists`, `cannot-write`; leaves nothing behind then. */
export function makeKey(path: string, study: string, passphrase: string, seed = newSeed()): OpenKey {
  if (existsSync(path)) throw exists(path);
  const { head, line } = newHead(study, newDerivation());
  const secret = deriveKey(passphrase, head.kdf);
  let descriptor: number | null = null;
  try {
    descriptor = openSync(path, 'wx+', 0o600);
    const { note, bytes } = sealed(head, line, secret, 0, beginning(study, seed));
    writeWhole(descriptor, Buffer.concat([line, note, bytes]), 0);
    fsyncSync(descriptor);
    return keyOn({ path, descriptor, head, line, secret });
  } catch (thrown) {
    if (descriptor !== null) {
      closeSync(descriptor);
      rmSync(path, { force: true });
    }
    throw isThere(thrown) ? exists(path) : explain(thrown, path);
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
    return keyOn({ path, descriptor, head, line, secret: deriveKey(passphrase, head.kdf) });
  } catch (thrown) {
    if (descriptor !== null) closeSync(descriptor);
    throw explain(thrown, path);
  }
}

const newSeed = () => randomBytes(32).toString('base64');
const beginning = (study: string, seed: string): KeyRecord => ({
  kind: 'begin',
  study,
  at: new Date().toISOString(),
  seed,
});

const exists = (path: string) =>
  new NinefoldError(
    'key-exists',
    `There is a key at ${path} already. It was not touched. Open it with its passphrase, or move it away first.`,
    { path },
  );

const isThere = (thrown: unknown) => thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST';

/** A record as it stands in the file, with the note of its length. `index`: which of the file it is. */
function sealed(head: Head, line: Uint8Array, secret: Buffer, index: number, record: KeyRecord) {
  const bytes = encrypt(secret, packRecord(record), contextOf(line, index));
  return { note: lengthNote(head.version, bytes.length), bytes };
}

type Held = {
  readonly path: string;
  readonly descriptor: number;
  readonly head: Head;
  /** The head as it stands in the file. */
  readonly line: Uint8Array;
  readonly secret: Buffer;
};

/** Reads all records once. Words and terms are kept in memory, what is big is read again when it is asked for. */
function keyOn({ path, descriptor, head, line, secret }: Held): OpenKey {
  const words = new Map<BracketId, string>();
  const terms = new Map<ReplacementId, readonly string[]>();
  const acts = new Map<EntryId, Frame>();
  const originals = new Map<string, Frame>();
  let end = line.length;
  let count = 0;
  let seed: string | undefined;
  let isOpen = true;

  const take = (record: KeyRecord, frame: Frame) => {
    if (record.kind === 'terms') terms.set(record.replacement, record.terms);
    else if (record.kind === 'words') for (const [bracket, said] of record.words) words.set(bracket, said);
    else if (record.kind === 'act') acts.set(record.entry, frame);
    else if (record.kind === 'original') originals.set(record.sha256, frame);
    else if (record.kind === 'begin') seed = record.seed;
  };
  const recordAt = ({ index, from, length }: Frame): KeyRecord => {
    const bytes = Buffer.alloc(length);
    readSync(descriptor, bytes, 0, length, from);
    try {
      return unpackRecord(decrypt(secret, bytes, contextOf(line, index)));
    } catch {
      if (index > 0) throw broken(path, `its record ${index + 1} was changed or is damaged`);
      throw new NinefoldError(
        'passphrase-wrong',
        `That passphrase does not open ${basename(path)}. Nothing was changed. Check capitals and spaces and try again; without the passphrase the original words can't be brought back by anybody.`,
        { path },
      );
    }
  };
  /** Takes in records that stand behind the last one known: all of them at first, later those of another study that has the same key open. @returns the size of the file. */
  const catchUp = (): number => {
    const { size } = fstatSync(descriptor);
    const written = writtenEnd(descriptor, size);
    if (size < end) throw broken(path, 'it is shorter than it was when it was opened');
    while (end < size) {
      const frame = frameAt(descriptor, head.version, { at: end, index: count, written });
      if (frame === 'unfinished') break;
      if (frame === 'damaged') throw broken(path, `it was changed or is damaged at its record ${count + 1}`);
      const record = recordAt(frame);
      if (count === 0 && !(record.kind === 'begin' && record.study === head.study))
        throw broken(path, 'it does not begin as a key does');
      take(record, frame);
      end = frame.from + frame.length;
      count++;
    }
    return size;
  };
  catchUp();
  if (count === 0) throw broken(path, 'all behind its first line is missing');

  /** The key as it is on disk, to be written: nobody else does so meanwhile. What was not finished is set aside. */
  const alone = <Result>(work: () => Result): Result => {
    refuseElsewhere(path, descriptor);
    try {
      return whileLocked(path, () => {
        refuseElsewhere(path, descriptor);
        const size = catchUp();
        if (end < size) {
          setAside(descriptor, end, size, `${path}.rest-${newId()}`);
          ftruncateSync(descriptor, end);
        }
        return work();
      });
    } catch (thrown) {
      throw explain(thrown, path);
    }
  };
  const append = (records: readonly KeyRecord[]) => {
    const from = end;
    const frames: Frame[] = [];
    try {
      let at = from;
      for (const [offset, record] of records.entries()) {
        const { note, bytes } = sealed(head, line, secret, count + offset, record);
        writeWhole(descriptor, Buffer.concat([note, bytes]), at);
        frames.push({ index: count + offset, from: at + note.length, length: bytes.length });
        at += note.length + bytes.length;
      }
      fsyncSync(descriptor);
      end = at;
    } catch (thrown) {
      ftruncateSync(descriptor, from);
      throw thrown;
    }
    count += records.length;
    for (const [offset, record] of records.entries()) {
      const frame = frames[offset];
      if (frame) take(record, frame);
    }
  };
  const close = () => {
    if (isOpen) closeSync(descriptor);
    isOpen = false;
  };
  const big = <Kind extends KeyRecord['kind']>(frame: Frame | undefined, kind: Kind) => {
    const record = frame && recordAt(frame);
    return record?.kind === kind ? (record as Extract<KeyRecord, { kind: Kind }>) : null;
  };
  /** All that counts of the key, in a file of its own. */
  const copyInto = (copy: OpenKey) => {
    const small: KeyRecord[] = [...terms].map(([replacement, said]) => ({ kind: 'terms', replacement, terms: said }));
    copy.add([...small, { kind: 'words', words: [...words] }]);
    for (const frame of [...originals.values(), ...acts.values()]) copy.add([recordAt(frame)]);
  };
  const changed = (passphrase: string): OpenKey => {
    const beside = `${path}.part`;
    const clear = () => {
      for (const name of [beside, `${beside}.lock`]) rmSync(name, { force: true });
    };
    clear();
    try {
      const copy = makeKey(beside, head.study, passphrase, seed);
      try {
        copyInto(copy);
      } finally {
        copy.close();
      }
      // A file that is open can't be replaced everywhere.
      close();
      renameSync(beside, path);
    } finally {
      clear();
    }
    return openKey(path, head.study, passphrase);
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
    seal: words =>
      createHmac('sha256', seed ?? secret)
        .update(words, 'utf8')
        .digest('hex'),
    add: records => alone(() => append(records)),
    change: passphrase => {
      try {
        return alone(() => changed(passphrase));
      } finally {
        close();
      }
    },
    close,
  };
}

/** Words that are added to a file that nobody will look for are lost. @throws `key-missing`. */
function refuseElsewhere(path: string, descriptor: number): void {
  const mine = fstatSync(descriptor, { bigint: true });
  const there = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (there?.ino === mine.ino && there.dev === mine.dev) return;
  throw new NinefoldError(
    'key-missing',
    `The key that was opened is not at ${path} any more: it was moved away, or another was put in its place. Nothing was changed. Put it back, or close the key and open it where it is now, then try again.`,
    { path },
  );
}

function writeWhole(descriptor: number, bytes: Uint8Array, at: number): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done, bytes.length - done, at + done);
}
