import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expandPaths } from '../../../electron/node/cli/importPaths.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ninefold-paths-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function make(...names: string[]) {
  for (const name of names) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), 'x');
  }
}

describe('paths of import', () => {
  it('takes the readable files of a folder and below, numbers by value', () => {
    make(
      'Talk 10.txt',
      'Talk 2.TXT',
      'b/deep.docx',
      'sources.csv',
      'photo.png',
      '.hidden.txt',
      '~$Talk.docx',
      '.git/a.md',
    );
    symlinkSync(folder, join(folder, 'loop'));
    symlinkSync(join(folder, 'Talk 2.TXT'), join(folder, 'linked.txt'));
    const found = expandPaths([folder]).map(({ path, error }) => [relative(folder, path), error]);
    expect(found).toEqual([
      [join('b', 'deep.docx'), null],
      ['linked.txt', null],
      ['Talk 2.TXT', null],
      ['Talk 10.txt', null],
    ]);
  });

  it('takes named files whatever they are, in the order given', () => {
    make('z.png', 'a.txt');
    const paths = [join(folder, 'z.png'), join(folder, 'missing.txt'), join(folder, 'a.txt')];
    expect(expandPaths(paths)).toEqual(paths.map(path => ({ path, error: null })));
  });

  it('names a folder that gives nothing', () => {
    make('photo.png');
    expect(expandPaths([folder])).toMatchObject([{ path: folder, error: { code: 'format-unknown' } }]);
  });
});
