import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { installDebian } from './debian.mjs';
import { coreUnder, findElectron, hasDisplay } from './electron.mjs';
import { node } from './install.mjs';
import { run } from './run.mjs';
import { makeTestElectron } from './testElectron.mjs';

/** @typedef {{ command: string, before: readonly string[], env: Readonly<Record<string, string>> }} Tool how to start a suite's runner: `command before… runner`, in `env` */
/** @typedef {Tool | { missing: string }} Found */

const electronNeeds =
  'libgtk-3-0 libnss3 libgbm1 libasound2 libxss1 libxtst6 libnotify4 libsecret-1-0 dbus-x11 fonts-dejavu-core'.split(
    ' ',
  );

/**
 * A browser of the Chromium kind: one that is installed, else Debian's, else Playwright's own.
 * @returns {Promise<Found>}
 */
export async function browserTool() {
  const found = findChromium();
  if (found) return { command: node, before: [], env: { NINEFOLD_CHROMIUM: found } };
  const refused = await installDebian(['chromium', 'fonts-dejavu-core']);
  const installed = findChromium();
  if (installed) return { command: node, before: [], env: { NINEFOLD_CHROMIUM: installed } };
  process.stderr.write("Fetching Playwright's own Chromium …\n");
  const fetched = await run(node, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], {
    capture: true,
    timeout: 600_000,
  });
  if (fetched.code !== 0)
    return { missing: `no Chromium, Chrome or Edge is installed; ${refused}; Playwright's own could not be fetched` };
  const { chromium } = await import('@playwright/test');
  const own = chromium.executablePath();
  const { code, output } = await run(own, ['--version'], { capture: true, timeout: 30_000 });
  if (code !== 0) return { missing: `Playwright's own Chromium does not start here: ${output.trim().split('\n')[0]}` };
  return { command: node, before: [], env: { NINEFOLD_CHROMIUM: own } };
}

/**
 * An Electron, with what it needs to show a window where nobody looks: the app's own if it can be had, else the test Electron.
 * @returns {Promise<Found>}
 */
export async function electronTool() {
  const own = await findElectron();
  const test = own ? null : await makeTestElectron();
  if (test && 'missing' in test) return { missing: `Electron could not be fetched, and ${test.missing}` };
  const executable = own ?? test?.executable ?? '';
  const env = { NINEFOLD_TEST_ELECTRON: executable, NINEFOLD_CORE: coreUnder(executable) };
  if (process.platform !== 'linux') return { command: node, before: [], env };
  const lacking = await missingLibraries(executable);
  if (lacking.length > 0) {
    const refused = await installDebian(electronNeeds);
    const still = await missingLibraries(executable);
    if (still.length > 0)
      return { missing: `Electron needs ${still.join(', ')}; ${refused ?? 'no known package has it'}` };
  }
  if (!onPath('xvfb-run') || !onPath('xauth')) {
    const refused = await installDebian(['xvfb', 'xauth']);
    if (refused && !hasDisplay()) return { missing: `there is no display and no xvfb-run; ${refused}` };
    if (refused) return { command: node, before: [], env };
  }
  return { command: 'xvfb-run', before: ['-a', '-s', '-screen 0 1600x1200x24', node], env };
}

/**
 * Shared libraries that a program of this machine would not find.
 * @param {string} executable
 * @returns {Promise<readonly string[]>}
 */
async function missingLibraries(executable) {
  const { output } = await run('ldd', [executable], { capture: true });
  return [...output.matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => name ?? '');
}

/** @param {string} command */
const onPath = command =>
  (process.env.PATH ?? '').split(delimiter).some(folder => folder !== '' && existsSync(join(folder, command)));
