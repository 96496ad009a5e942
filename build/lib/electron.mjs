import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { node } from './install.mjs';
import { root } from './root.mjs';
import { run } from './run.mjs';

const binaryName =
  { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }[process.platform] ?? 'electron';

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
