import { createCipheriv, createDecipheriv, createHash, randomBytes, scryptSync } from 'node:crypto';

/** How a passphrase becomes a key: scrypt (RFC 7914). `N` costs 128 · N · r bytes of memory: 128 MiB here, about a third of a second. */
export type Derivation = { readonly N: number; readonly r: number; readonly p: number; readonly salt: string };

export const newDerivation = (): Derivation => ({
  N: 2 ** 17,
  r: 8,
  p: 1,
  salt: randomBytes(16).toString('base64'),
});

/** The most that a file may ask for, as N · r · p: twice as much as a new key does. */
const mostWork = 2 ** 21;

/** Whether a derivation, as it was read from a file, is one, and asks for no more time and memory than a key may. */
export function isBearable(given: unknown): given is Derivation {
  if (typeof given !== 'object' || given === null) return false;
  const { N, r, p, salt } = given as Partial<Derivation>;
  if (![N, r, p].every(Number.isSafeInteger) || typeof salt !== 'string') return false;
  const [cost = 0, block = 0, lanes = 0] = [N, r, p];
  return (
    cost > 1 &&
    Number.isInteger(Math.log2(cost)) &&
    block > 0 &&
    lanes > 0 &&
    cost * block * lanes <= mostWork &&
    Buffer.from(salt, 'base64').length >= 16
  );
}

/** The 256-bit key of a passphrase. Passphrases are compared in Unicode's composed form. The derivation has to be bearable. */
export const deriveKey = (passphrase: string, { N, r, p, salt }: Derivation): Buffer =>
  scryptSync(passphrase.normalize('NFC'), Buffer.from(salt, 'base64'), 32, { N, r, p, maxmem: 256 * r * (N + p) });

const nonceLength = 12;
const tagLength = 16;

/** AES-256-GCM: a fresh nonce, the tag, then the secret words. `context` is bound to it and not stored. */
export function encrypt(key: Buffer, plain: Uint8Array, context: Uint8Array): Buffer {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(context);
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** @throws where the key, the context or the bytes are not those it was encrypted with. */
export function decrypt(key: Buffer, sealed: Uint8Array, context: Uint8Array): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceLength))
    .setAAD(context)
    .setAuthTag(sealed.subarray(nonceLength, nonceLength + tagLength));
  return Buffer.concat([decipher.update(sealed.subarray(nonceLength + tagLength)), decipher.final()]);
}

/** What binds a record to its file and its place in it. */
export function contextOf(head: Uint8Array, index: number): Buffer {
  const place = Buffer.alloc(4);
  place.writeUInt32LE(index);
  return Buffer.concat([createHash('sha256').update(head).digest(), place]);
}

/** A passphrase of 100 random bits in five groups, from letters and digits that are not taken for one another. */
export function newPassphrase(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789A'.toLowerCase();
  const signs = [...randomBytes(20)].map(byte => letters[byte % 32] ?? 'a');
  return [0, 4, 8, 12, 16].map(from => signs.slice(from, from + 4).join('')).join('-');
}
