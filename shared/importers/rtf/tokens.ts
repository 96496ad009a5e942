/** What an RTF file is made of. Text and `byte` are still in the file's code page; `binary` has been jumped over. */
export type Token =
  | { readonly kind: 'open' | 'close' }
  | { readonly kind: 'word'; readonly name: string; readonly value: number | null }
  | { readonly kind: 'symbol'; readonly char: string }
  | { readonly kind: 'byte'; readonly value: number }
  | { readonly kind: 'text'; readonly start: number; readonly end: number };

const backslash = 0x5c;
const isLetter = (byte: number) => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39;

/** Reads an RTF file's bytes one token after the other, from start to end, whatever stands in them. */
export function* readTokens(bytes: Uint8Array): Generator<Token> {
  const { length } = bytes;
  let at = 0;
  while (at < length) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x7b || byte === 0x7d) {
      at++;
      yield { kind: byte === 0x7b ? 'open' : 'close' };
    } else if (byte !== backslash) {
      const start = at;
      while (at < length && !isMark(bytes[at] ?? 0)) at++;
      if (at > start) yield { kind: 'text', start, end: at };
      while (bytes[at] === 0x0d || bytes[at] === 0x0a || bytes[at] === 0) at++;
    } else {
      const next = bytes[at + 1];
      if (next === undefined) return;
      if (next === 0x27) {
        const value = Number.parseInt(String.fromCharCode(bytes[at + 2] ?? 0, bytes[at + 3] ?? 0), 16);
        at += 4;
        if (!Number.isNaN(value)) yield { kind: 'byte', value };
      } else if (!isLetter(next)) {
        at += 2;
        yield { kind: 'symbol', char: String.fromCharCode(next) };
      } else {
        let end = at + 1;
        while (end < length && end - at < 40 && isLetter(bytes[end] ?? 0)) end++;
        const name = String.fromCharCode(...bytes.subarray(at + 1, end));
        let digits = end;
        if (bytes[digits] === 0x2d) digits++;
        while (digits < length && digits - end < 12 && isDigit(bytes[digits] ?? 0)) digits++;
        const value = digits > end ? Number(String.fromCharCode(...bytes.subarray(end, digits))) : Number.NaN;
        if (!Number.isNaN(value)) end = digits;
        at = bytes[end] === 0x20 ? end + 1 : end;
        // Raw bytes of a picture follow; a number that points past the end takes the rest of the file.
        if (name === 'bin' && value > 0) at = Math.min(length, at + value);
        else yield { kind: 'word', name, value: Number.isNaN(value) ? null : value };
      }
    }
  }
}

const isMark = (byte: number) =>
  byte === 0x7b || byte === 0x7d || byte === backslash || byte === 0x0d || byte === 0x0a || byte === 0;
