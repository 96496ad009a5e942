import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packAsar } from '../../../build/lib/asar.mjs';
import { unzip } from '../../../build/lib/unzip.mjs';
import { tempFolder } from '../../builders/studies.ts';

let folder: ReturnType<typeof tempFolder>;
const at = (name: string) => join(folder.path, name);
const bytes = (text: string) => new TextEncoder().encode(text);
beforeEach(() => {
  folder = tempFolder();
});
afterEach(() => folder.remove());

describe('unzip', () => {
  const zipped = (files: Parameters<typeof zipSync>[0]) => {
    writeFileSync(at('a.zip'), zipSync(files));
    return at('a.zip');
  };
  it('gives every file back, packed or stored, where it is told to go', () => {
    const long = 'nine '.repeat(10_000);
    const path = zipped({
      'top/program': [bytes(long), { attrs: 0o755 << 16, os: 3 }],
      'top/deep/stored': [bytes('as it is'), { level: 0 }],
      'top/left': bytes('x'),
    });
    const written = unzip(path, at('out'), name => (name === 'top/left' ? null : name.replace('top/', '')));
    expect(written).toBe(2);
    expect(readFileSync(at('out/program'), 'utf8')).toBe(long);
    expect(readFileSync(at('out/deep/stored'), 'utf8')).toBe('as it is');
    expect(existsSync(at('out/left'))).toBe(false);
    if (process.platform !== 'win32') expect(statSync(at('out/program')).mode & 0o777).toBe(0o755);
  });
  it('lets nothing land outside its folder', () => {
    expect(() => unzip(zipped({ '../evil': bytes('x') }), at('out'))).toThrow('outside');
    expect(existsSync(at('evil'))).toBe(false);
  });
  it('refuses what is no zip, and what is damaged', () => {
    writeFileSync(at('b.zip'), 'not a zip');
    expect(() => unzip(at('b.zip'), at('out'))).toThrow('not a zip');
    const path = zipped({ a: [bytes('nine'), { level: 0 }] });
    const whole = readFileSync(path);
    whole.writeUInt32LE(5, whole.indexOf('PK\x01\x02', 0, 'latin1') + 24);
    chmodSync(path, 0o600);
    writeFileSync(path, whole);
    expect(() => unzip(path, at('out'))).toThrow('damaged');
  });
});

describe('packAsar', () => {
  it('lays files behind a header that tells where they are', () => {
    const archive = packAsar({ 'main.cjs': Buffer.from('run()'), 'ä.json': Buffer.from('{}') });
    const length = archive.readUInt32LE(12);
    const { files } = JSON.parse(archive.toString('utf8', 16, 16 + length));
    const body = archive.subarray(8 + archive.readUInt32LE(4));
    const read = (name: string) => {
      const { offset, size } = files[name];
      return body.toString('utf8', Number(offset), Number(offset) + size);
    };
    expect([read('main.cjs'), read('ä.json')]).toEqual(['run()', '{}']);
    expect(archive.readUInt32LE(0)).toBe(4);
    expect(archive.readUInt32LE(8) % 4).toBe(0);
  });
});
