import type { ErrorCode } from '../model/errors.ts';

export type Decoded =
  | { readonly ok: true; readonly text: string; readonly encoding: string; readonly guessed: boolean }
  | { readonly ok: false; readonly code: ErrorCode; readonly message: string };

const refuse = (code: ErrorCode, message: string): Decoded => ({ ok: false, code, message });

/**
 * Reads a text file's bytes: by its byte order mark, by the zero bytes of UTF-16, as strict UTF-8, else as Windows-1252 (`guessed`).
 * Refuses what is not text. Never throws. The text is not normalised yet.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return refuse('file-empty', 'the file has no bytes. Check that it was copied whole.');
  const known = otherKind(bytes);
  if (known) return known;
  const marked = byMark(bytes) ?? byZeroes(bytes);
  if (marked) return decodeAs(bytes, marked, false);
  if (bytes.includes(0))
    return refuse('file-binary', 'this is not a text file. Save the transcript as text or Word and import that.');
  const utf8 = decodeAs(bytes, 'UTF-8', false);
  const decoded = utf8.ok ? utf8 : decodeAs(bytes, 'Windows-1252', true);
  if (decoded.ok && looksBinary(decoded.text))
    return refuse('file-binary', 'this is not a text file. Save the transcript as text or Word and import that.');
  return decoded;
}

const starts = (bytes: Uint8Array, ...head: readonly number[]) => head.every((byte, index) => bytes[index] === byte);

function otherKind(bytes: Uint8Array): Decoded | null {
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46))
    return refuse('format-unknown', 'this is a PDF under another name. Give it its own ending (.pdf).');
  if (starts(bytes, 0x7b, 0x5c, 0x72, 0x74, 0x66))
    return refuse('format-unknown', 'this is a Rich Text file under another name. Give it its own ending (.rtf).');
  if (starts(bytes, 0x50, 0x4b, 3, 4))
    return refuse(
      'file-binary',
      'this is a Zip or Word package under another name. Give it its own ending (.docx or .odt), or unpack it.',
    );
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return refuse(
      'file-binary',
      'this is an old Word file or one with a password. Open it in Word and save it as .docx without a password.',
    );
  return null;
}

function byMark(bytes: Uint8Array): string | null {
  if (starts(bytes, 0xef, 0xbb, 0xbf)) return 'UTF-8';
  if (starts(bytes, 0xff, 0xfe)) return 'UTF-16LE';
  if (starts(bytes, 0xfe, 0xff)) return 'UTF-16BE';
  return null;
}

/** UTF-16 of mostly Latin text has a zero in every other byte. */
function byZeroes(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, 4096) & ~1;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) even++;
    if (bytes[index + 1] === 0) odd++;
  }
  if (length < 4) return null;
  if (odd > length * 0.2 && even < length * 0.02) return 'UTF-16LE';
  if (even > length * 0.2 && odd < length * 0.02) return 'UTF-16BE';
  return null;
}

function decodeAs(bytes: Uint8Array, encoding: string, guessed: boolean): Decoded {
  try {
    return {
      ok: true,
      text: new TextDecoder(encoding.toLowerCase(), { fatal: true }).decode(bytes),
      encoding,
      guessed,
    };
  } catch {
    return refuse(
      'encoding-unknown',
      `the text is not proper ${encoding}. Save it again as UTF-8 text and import that.`,
    );
  }
}

/** More than one control character in a hundred: not something a person typed. */
function looksBinary(text: string): boolean {
  const sample = text.slice(0, 20_000);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is counted.
  const controls = sample.match(/[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F]/g)?.length ?? 0;
  return controls > sample.length / 100;
}
