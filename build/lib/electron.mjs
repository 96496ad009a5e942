import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { node } from './install.mjs';
import { root } from './root.mjs';
import { run } from './run.mjs';

/** @type {Partial<Record<NodeJS.Platform, string>>} */
const binaryNames = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' };
const binaryName = binaryNames[process.platform] ?? 'electron';

/** Whether a window can be shown here. */
export const hasDisplay = () =>
  process.platform === 'win32' ||
  process.platform === 'darwin' ||
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** The Electron to open the window with: the one given by ELECTRON_OVERRIDE_DIST_PATH, or the app's own, which is fetched once if the network allows. Null where there is none. */
export async function findElectron() {
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (given) return existsSync(join(given, binaryName)) ? join(given, binaryName) : null;
  const own = join(root, 'node_modules', 'electron', 'dist', binaryName);
  if (existsSync(own)) return own;
  const installer = createRequire(join(root, 'package.json')).resolve('electron/install.js');
  await run(node, [installer], { capture: true, timeout: 180_000 });
  return existsSync(own) ? own : null;
}

/**
 * How the core has to run under an Electron: as the child of the project's own Node where that Electron's Node-API is older than the database
 * driver needs (before Electron 36; only the test Electron is), else as Electron's own utility process.
 * @param {string} executable
 * @returns {'child' | 'utility'}
 */
export function coreUnder(executable) {
  const file = join(dirname(executable), 'version');
  if (!existsSync(file)) return 'utility';
  const major = Number.parseInt(readFileSync(file, 'utf8').replace(/^v/, ''), 10);
  return major < 36 ? 'child' : 'utility';
}
