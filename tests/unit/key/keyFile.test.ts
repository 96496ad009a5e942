import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contextOf, deriveKey, encrypt, newDerivation } from '../../../db/key/cipher.ts';
import { lengthNote } from '../../../db/key/frames.ts';
import { makeKey, type OpenKey, openKey } from '../../../db/key/keyFile.ts';
import { packRecord } from '../../../db/key/records.ts';
import type { BracketId } from '../../../shared/model/ids.ts';
import { tempFolder } from '../../builders/studies.ts';

const passphrase = 'quiet harbour';
let folder: ReturnType<typeof tempFolder>;
let path: string;
let opened: OpenKey[];
beforeEach(() => {
  folder = tempFolder();
  path = join(folder.path, 's.ninefold-key');
  opened = [];
});
afterEach(() => {
  for (const key of opened) key.close();
  folder.remove();
});

const kept = (key: OpenKey) => {
  opened.push(key);
  return key;
};
/** Makes a key of which the passphrase is tried fast. */
function cheap(version: 1 | 2 = 2) {
  const kdf = { ...newDerivation(), N: 1024 };
  const line = Buffer.from(`${JSON.stringify({ ninefold: 'key', version, study: 'S', kdf })}\n`);
  const begin = { kind: 'begin', study: 'S', at: '2026-01-01T00:00:00.000Z' } as const;
  const sealed = encrypt(deriveKey(passphrase, kdf), packRecord(begin), contextOf(line, 0));
  writeFileSync(path, Buffer.concat([line, lengthNote(version, sealed.length), sealed]));
}
const make = (version: 1 | 2 = 2) => {
  cheap(version);
  return open();
};
const open = (at = path) => kept(openKey(at, 'S', passphrase));
const named = (name: string) => name as BracketId;
const add = (key: OpenKey, name: string) => key.add([{ kind: 'words', words: [[named(name), `words of ${name}`]] }]);
const wordsOf = (key: OpenKey, names: readonly string[]) => names.filter(name => key.wordsOf(named(name)) !== null);
const refusalOf = (work: () => unknown) => {
  try {
    work();
  } catch (thrown) {
    return thrown;
  }
  return null;
};
const names = ['a', 'b', 'c', 'd'];
/** A key of five records, closed. @returns its bytes and where each record begins. */
function five() {
  cheap();
  const key = openKey(path, 'S', passphrase);
  const starts = [readFileSync(path).indexOf(10) + 1];
  for (const name of names) {
    starts.push(statSync(path).size);
    add(key, name);
  }
  key.close();
  return { bytes: readFileSync(path), starts };
}

describe('two programs with one key', () => {
  test('add at the same time, and nothing is lost', async () => {
    cheap();
    const script = join(import.meta.dirname, 'adder.ts');
    const programs = ['x', 'y'].map(name =>
      spawn(process.execPath, [script, path, name, '60'], { stdio: ['pipe', 'pipe', 'inherit'] }),
    );
    await Promise.all(programs.map(program => once(program.stdout, 'data')));
    const ends = programs.map(program => once(program, 'exit'));
    for (const program of programs) program.stdin.write('go');
    expect((await Promise.all(ends)).map(([code]) => code)).toEqual([0, 0]);
    const added = ['x', 'y'].flatMap(name => Array.from({ length: 60 }, (_, number) => `${name}${number}`));
    expect(wordsOf(open(), added)).toEqual(added);
  }, 30_000);

  test('one of which is older than a change of passphrase adds nothing that would be lost', () => {
    const one = make();
    const two = open();
    const changed = kept(one.change('windy harbour'));
    expect(refusalOf(() => add(two, 'a'))).toMatchObject({ code: 'key-missing' });
    add(changed, 'b');
    expect(changed.wordsOf(named('b'))).not.toBe(null);
    expect(refusalOf(() => open())).toMatchObject({ code: 'passphrase-wrong' });
  });
});

describe('a key that is not in its place any more', () => {
  test('is not added to, and says so; put back, it is', () => {
    const key = make();
    const away = `${path}.away`;
    renameSync(path, away);
    expect(refusalOf(() => add(key, 'a'))).toMatchObject({ code: 'key-missing' });
    copyFileSync(away, path);
    expect(refusalOf(() => add(key, 'a'))).toMatchObject({ code: 'key-missing' });
    rmSync(path);
    renameSync(away, path);
    add(key, 'a');
    expect(wordsOf(open(), names)).toEqual(['a']);
  });
});

describe('a damaged key', () => {
  test('is refused wherever a byte of it was changed, and never cut', () => {
    const { bytes, starts } = five();
    const start = starts[0]!;
    fc.assert(
      fc.property(fc.integer({ min: start, max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const damaged = Buffer.from(bytes);
        damaged[at] = damaged[at]! ^ by;
        writeFileSync(path, damaged);
        const refused = refusalOf(() => open());
        expect(refused).toMatchObject({ code: at < starts[1]! && at >= start + 8 ? 'passphrase-wrong' : 'key-broken' });
        expect(readFileSync(path).equals(damaged)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('that is open already is not added to', () => {
    const { starts } = five();
    const key = open();
    const other = open();
    add(other, 'e');
    const bytes = readFileSync(path);
    const damaged = Buffer.from(bytes);
    damaged[bytes.length - 1] = bytes.at(-1)! ^ 1;
    writeFileSync(path, damaged);
    expect(starts.length).toBe(5);
    expect(refusalOf(() => add(key, 'f'))).toMatchObject({ code: 'key-broken' });
    expect(readFileSync(path).equals(damaged)).toBe(true);
  });

  test('without its first record is refused whatever the passphrase', () => {
    const { bytes, starts } = five();
    for (const end of [starts[0]!, starts[0]! + 3, starts[0]! + 20]) {
      writeFileSync(path, bytes.subarray(0, end));
      expect(refusalOf(() => open())).toMatchObject({ code: 'key-broken' });
    }
  });
});

describe('a record of which the writing was cut off', () => {
  test('keeps nothing from opening the key; its bytes are set aside before more is added', () => {
    const { bytes, starts } = five();
    const from = starts[4]!;
    fc.assert(
      fc.property(fc.integer({ min: from + 1, max: bytes.length - 1 }), fc.boolean(), (end, zeros) => {
        for (const name of readdirSync(folder.path)) rmSync(join(folder.path, name));
        const torn = Buffer.concat([bytes.subarray(0, end), Buffer.alloc(zeros ? 40 : 0)]);
        writeFileSync(path, torn);
        const key = open();
        expect(wordsOf(key, names)).toEqual(['a', 'b', 'c']);
        expect(readFileSync(path).equals(torn)).toBe(true);
        add(key, 'e');
        expect(wordsOf(open(), [...names, 'e'])).toEqual(['a', 'b', 'c', 'e']);
        const [aside] = readdirSync(folder.path).filter(name => name.includes('.rest-'));
        expect(readFileSync(join(folder.path, aside!)).equals(torn.subarray(from))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  test('is no hindrance to a change of passphrase, and is kept', () => {
    const { bytes, starts } = five();
    writeFileSync(path, bytes.subarray(0, bytes.length - 3));
    const key = open().change('windy harbour');
    expect(wordsOf(kept(key), names)).toEqual(['a', 'b', 'c']);
    const [aside] = readdirSync(folder.path).filter(name => name.includes('.rest-'));
    expect(readFileSync(join(folder.path, aside!)).equals(bytes.subarray(starts[4], bytes.length - 3))).toBe(true);
  });
});

test('a change of passphrase keeps all of it, also what another program has added meanwhile', () => {
  const one = make();
  const two = open();
  add(one, 'a');
  add(two, 'b');
  expect(wordsOf(kept(one.change('windy harbour')), names)).toEqual(['a', 'b']);
});

test('a key of version 1 opens, is added to, and opens again', () => {
  add(make(1), 'a');
  const key = open();
  expect(wordsOf(key, names)).toEqual(['a']);
  add(key, 'b');
  expect(wordsOf(open(), names)).toEqual(['a', 'b']);
  expect(wordsOf(kept(key.change('windy harbour')), names)).toEqual(['a', 'b']);
});

test('a new key is one, and is made but once', () => {
  add(kept(makeKey(path, 'S', passphrase)), 'a');
  expect(wordsOf(open(), names)).toEqual(['a']);
  expect(refusalOf(() => makeKey(path, 'S', passphrase))).toMatchObject({ code: 'key-exists' });
});

test('what a head asks for is looked at before it is done', () => {
  make();
  const bytes = readFileSync(path);
  const end = bytes.indexOf(10);
  const head = JSON.parse(bytes.subarray(0, end).toString('utf8'));
  const { kdf } = head;
  const wrong = [
    { ...head, kdf: undefined },
    { ...head, version: 3 },
    ...[
      { N: 3 },
      { N: '131072' },
      { N: 2 ** 30 },
      { N: 2 ** 20, r: 16 },
      { N: 1.5 },
      { r: 0 },
      { p: 2 ** 12 },
      { salt: 5 },
      { salt: '' },
    ].map(more => ({ ...head, kdf: { ...kdf, ...more } })),
  ];
  for (const one of wrong) {
    writeFileSync(path, Buffer.concat([Buffer.from(JSON.stringify(one)), bytes.subarray(end)]));
    const began = performance.now();
    expect(refusalOf(() => open())).toMatchObject({ code: 'key-broken' });
    expect(performance.now() - began).toBeLessThan(250);
  }
});
