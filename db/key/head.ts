import { readSync } from 'node:fs';
import { basename } from 'node:path';
import { NinefoldError } from '../../shared/model/errors.ts';
import { type Derivation, isBearable } from './cipher.ts';

/** 1: records with their length once; 2: see `lengthNote`. */
export type KeyVersion = 1 | 2;
const newest: KeyVersion = 2;

/** The first line of a key, as JSON: whose it is, and how its passphrase becomes a key. Every record is bound to it. */
export type Head = {
  readonly ninefold: 'key';
  readonly version: KeyVersion;
  readonly study: string;
  readonly kdf: Derivation;
};

/** The first line of a new key. */
export function newHead(study: string, kdf: Derivation): { readonly head: Head; readonly line: Buffer } {
  const head: Head = { ninefold: 'key', version: newest, study, kdf };
  return { head, line: Buffer.from(`${JSON.stringify(head)}\n`) };
}

const longest = 4096;

/** @throws `key-broken`. */
export function readHead(descriptor: number, path: string): { readonly head: Head; readonly line: Buffer } {
  const start = Buffer.alloc(longest);
  const read = readSync(descriptor, start, 0, longest, 0);
  const line = start.subarray(0, start.subarray(0, read).indexOf(10) + 1);
  const head = parsed(line.toString('utf8'));
  if (!isHead(head)) throw broken(path, 'it is not a key that this Ninefold can read');
  if (!isBearable(head.kdf))
    throw broken(path, 'what it says of how its passphrase is used is damaged, or asks for more than a key may');
  return { head, line };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function isHead(value: unknown): value is Head {
  if (typeof value !== 'object' || value === null) return false;
  const { ninefold, version, study } = value as Partial<Head>;
  return ninefold === 'key' && (version === 1 || version === newest) && typeof study === 'string';
}

/** A key that can't be used, and why. */
export const broken = (path: string, why: string) =>
  new NinefoldError(
    'key-broken',
    `${basename(path)} can't be used: ${why}. Nothing was changed. Keep this file, and open a copy of the key from where it is kept safe.`,
    { path },
  );
