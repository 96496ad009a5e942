import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Encodings in which words could stand in a file. */
const encodings = ['utf8', 'utf16le', 'latin1'] as const;

/** The words that stand in a study's file or in what SQLite keeps beside it, in any of the encodings, in any case of ASCII letters: "FILE: words (encoding)". The key is not looked at. */
export function leaksIn(path: string, words: readonly string[]): readonly string[] {
  const beside = readdirSync(dirname(path))
    .filter(name => name.startsWith(basename(path)) && !name.endsWith('-key'))
    .map(name => join(dirname(path), name))
    .filter(existsSync);
  return beside.flatMap(file => {
    const bytes = readFileSync(file);
    const lower = lowered(bytes);
    return words.flatMap(word =>
      encodings
        .flatMap(encoding => [
          ...forms(word).map(form => ({ encoding, needle: lowered(Buffer.from(form, encoding)) })),
          { encoding, needle: swapped(lowered(Buffer.from(word, 'utf16le'))) },
        ])
        .filter(({ needle }) => lower.includes(needle))
        .map(({ encoding }) => `${basename(file)}: ${word} (${encoding})`),
    );
  });
}

/** As written, composed, decomposed, and as JSON writes it. */
const forms = (word: string): readonly string[] => [
  ...new Set([word, word.normalize('NFC'), word.normalize('NFD'), JSON.stringify(word).slice(1, -1)]),
];

/** Bytes with ASCII capitals in lower case. */
function lowered(bytes: Buffer): Buffer {
  return Buffer.from(bytes.map(byte => (byte >= 65 && byte <= 90 ? byte + 32 : byte)));
}

const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();
