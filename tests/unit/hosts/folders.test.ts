import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { baseFolder } from '../../../electron/node/cli/host.ts';
import { coreOptions, dataFolder, programFolder, studiesFolder } from '../../../electron/node/folders.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'ninefold-home-'));
});
afterEach(() => rmSync(home, { recursive: true }));

describe('folders', () => {
  it('keeps data where the platform keeps it', () => {
    expect(dataFolder({ env: {}, platform: 'linux', home })).toBe(join(home, '.local/share/ninefold'));
    expect(dataFolder({ env: { XDG_DATA_HOME: '/x' }, platform: 'linux', home })).toBe('/x/ninefold');
    expect(dataFolder({ env: {}, platform: 'darwin', home })).toBe(join(home, 'Library/Application Support/Ninefold'));
    expect(dataFolder({ env: { APPDATA: '/roaming' }, platform: 'win32', home })).toBe('/roaming/Ninefold');
    expect(dataFolder({ env: { NINEFOLD_DATA: '/d', XDG_DATA_HOME: '/x' }, platform: 'linux', home })).toBe('/d');
  });

  it('puts studies in Documents where there is such a folder', () => {
    expect(studiesFolder({ env: {}, platform: 'linux', home })).toBe(join(home, 'Ninefold'));
    mkdirSync(join(home, 'Documents'));
    expect(studiesFolder({ env: {}, platform: 'linux', home })).toBe(join(home, 'Documents', 'Ninefold'));
    expect(studiesFolder({ env: { NINEFOLD_STUDIES: '/s' }, platform: 'linux', home })).toBe('/s');
  });

  it('finds its own package from source and from a bundle', () => {
    const program = programFolder();
    expect(programFolder(join(program, 'dist', 'electron'))).toBe(program);
    expect(() => programFolder(home)).toThrow(/package\.json/);
    expect(coreOptions({ env: {}, platform: 'linux', home }).version).toMatch(/^\d+\.\d+\.\d+/);
  });

  it('takes relative paths from where the user stood when npm moved', () => {
    const npm = { npm_lifecycle_event: 'ninefold', INIT_CWD: '/home/kim' };
    expect(baseFolder(npm, '/program', '/program')).toBe('/home/kim');
    expect(baseFolder(npm, '/elsewhere', '/program')).toBe('/elsewhere');
    expect(baseFolder({ ...npm, npm_lifecycle_event: 'test' }, '/program', '/program')).toBe('/program');
    expect(baseFolder({}, '/program', '/program')).toBe('/program');
  });
});
