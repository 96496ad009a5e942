/**
 * JSON that carries bytes. Bytes are `{ "$bytes": "<base64>" }`; a key of one or more `$` before `bytes` gets one `$` more,
 * so that an object which happens to have a `$bytes` key comes back as it was. What plain data can't hold is refused, never dropped in silence.
 */

const tag = '$bytes';

/** Plain data to JSON text. Throws TypeError for functions, class instances, dates, bigints and numbers that are not finite. Fields that are undefined are left out. */
export function encodeWire(value: unknown): string {
  return JSON.stringify(toWire(value === undefined ? null : value));
}

/** JSON text to plain data, bytes as Uint8Array. Throws SyntaxError for text that is not of this form. */
export function decodeWire(text: string): unknown {
  return fromWire(JSON.parse(text));
}

function toWire(value: unknown): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'undefined':
      return value;
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`${value} is not plain data`);
      return value;
    case 'object':
      if (value === null) return null;
      if (Array.isArray(value)) return value.map(item => toWire(item));
      if (value instanceof Uint8Array) return { [tag]: toBase64(value) };
      return plainObject(value);
    default:
      throw new TypeError(`a ${typeof value} is not plain data`);
  }
}

function plainObject(value: object): object {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    throw new TypeError(`a ${value.constructor.name} is not plain data`);
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [escapeKey(key), toWire(item)]));
}

function fromWire(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(item => fromWire(item));
  const entries: [string, unknown][] = Object.entries(value);
  const [first] = entries;
  if (first?.[0] === tag) {
    if (entries.length !== 1 || typeof first[1] !== 'string') throw new SyntaxError(`"${tag}" holds no bytes`);
    return fromBase64(first[1]);
  }
  return Object.fromEntries(entries.map(([key, item]) => [unescapeKey(key), fromWire(item)]));
}

function escapeKey(key: string): string {
  return /^\$+bytes$/.test(key) ? `$${key}` : key;
}

function unescapeKey(key: string): string {
  if (key === tag) throw new SyntaxError(`"${tag}" stands beside other fields`);
  return /^\$\$+bytes$/.test(key) ? key.slice(1) : key;
}

function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += chunk) parts.push(String.fromCharCode(...bytes.subarray(at, at + chunk)));
  return btoa(parts.join(''));
}

function fromBase64(text: string): Uint8Array {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) throw new SyntaxError(`"${tag}" is not base64`);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/** Bytes turned into characters at a time: below what a call may take as arguments. */
const chunk = 8192;
