import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../shared/text/decode.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const withMark = (mark: readonly number[], bytes: Uint8Array) => Uint8Array.from([...mark, ...bytes]);
const utf16 = (text: string, little: boolean) => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let unit = 0; unit < text.length; unit++) view.setUint16(unit * 2, text.charCodeAt(unit), little);
  return bytes;
};
const words = fc
  .string({ unit: 'grapheme' })
  .map(text => `Interviewer: ${text.replace(/[\p{C}\uFEFF]/gu, '')} naïve “words”`);

describe('decoding', () => {
  it.each([
    ['UTF-8', (text: string) => utf8(text), 'UTF-8'],
    ['UTF-8 with a mark', (text: string) => withMark([0xef, 0xbb, 0xbf], utf8(text)), 'UTF-8'],
    ['UTF-16LE with a mark', (text: string) => withMark([0xff, 0xfe], utf16(text, true)), 'UTF-16LE'],
    ['UTF-16BE with a mark', (text: string) => withMark([0xfe, 0xff], utf16(text, false)), 'UTF-16BE'],
  ])('reads any text in %s, and takes the mark off', (_name, encode, encoding) => {
    fc.assert(
      fc.property(words, text => {
        expect(decodeText(encode(text))).toEqual({ ok: true, text, encoding, guessed: false });
      }),
    );
  });

  it.each([
    ['UTF-16LE', true],
    ['UTF-16BE', false],
  ])('knows %s without a mark by its zero bytes', (encoding, little) => {
    const text = 'Interviewer: what was it like? – “Good.”\r\n';
    expect(decodeText(utf16(text, little))).toEqual({ ok: true, text, encoding, guessed: false });
  });

  it('reads what is not UTF-8 as Windows-1252, and says that it guessed', () => {
    const bytes = Uint8Array.from([0x93, 0x49, 0x92, 0x6d, 0x20, 0x66, 0x69, 0x6e, 0xe9, 0x94, 0x20, 0x80]);
    expect(decodeText(bytes)).toEqual({ ok: true, text: '“I’m finé” €', encoding: 'Windows-1252', guessed: true });
  });

  it.each([
    ['nothing', [], 'file-empty'],
    ['a PDF', [...utf8('%PDF-1.7\n')], 'format-unknown'],
    ['a Zip', [0x50, 0x4b, 3, 4, 0, 0], 'file-binary'],
    ['an old Word file', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1], 'file-binary'],
    [
      'a picture',
      [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 73, 72, 68, 82, 0, 1, 2, 3],
      'file-binary',
    ],
    ['control characters', Array.from({ length: 200 }, (_, n) => (n % 3 ? 65 : 1)), 'file-binary'],
    ['half a UTF-16 unit', [0xff, 0xfe, 65, 0, 66], 'encoding-unknown'],
    ['broken UTF-8 after a mark', [0xef, 0xbb, 0xbf, 0xc3, 0x28], 'encoding-unknown'],
  ])('refuses %s', (_name, bytes, code) => {
    const decoded = decodeText(Uint8Array.from(bytes));
    expect(decoded).toMatchObject({ ok: false, code });
    expect(decoded).toHaveProperty('message', expect.stringMatching(/\. [A-Z].*\.$/s));
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
        const decoded = decodeText(bytes);
        if (!decoded.ok) expect(decoded.message).not.toBe('');
      }),
      { numRuns: 500 },
    );
  });
});
