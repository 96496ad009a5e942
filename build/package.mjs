import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findElectron } from './lib/electron.mjs';
import { ensureInstalled, fail, node } from './lib/install.mjs';
import { root } from './lib/root.mjs';
import { run } from './lib/run.mjs';
import { stageApp } from './lib/stage.mjs';
import { makeTestElectron, testElectronFolder } from './lib/testElectron.mjs';

/**
 * `npm run package`: makes installers for this machine's kind in release/. `-- --dir` makes the unpacked app alone, which needs no further download.
 * `-- --trial` does so with the test Electron, to try packaging where Electron can't be fetched: for tests, never for people. Anything else is passed on
 * to electron-builder, such as the names of targets: `npm run package -- deb`.
 */
const args = process.argv.slice(2);
const trial = args.includes('--trial');
const unpacked = trial || args.includes('--dir');
await ensureInstalled();
await import('./bundle.mjs');
const electronDist = await chooseElectron();
stageApp(root, join(root, '.cache', 'app'), { platform: process.platform, arch: process.arch, trial });
await drawIcon(join(root, '.cache', 'icons', 'icon.png'));

const { code } = await run(node, [
  join(root, 'node_modules', 'electron-builder', 'cli.js'),
  `--config=${trial ? trialConfiguration() : 'electron-builder.yml'}`,
  { win32: '--win', darwin: '--mac' }[/** @type {'win32' | 'darwin'} */ (process.platform)] ?? '--linux',
  ...(unpacked ? ['dir'] : args.filter(argument => !argument.startsWith('--'))),
  ...args.filter(argument => argument.startsWith('--') && argument !== '--dir' && argument !== '--trial'),
  `--config.electronDist=${electronDist}`,
  `--config.electronVersion=${readFileSync(join(electronDist, 'version'), 'utf8').trim().replace(/^v/, '')}`,
  '--publish=never',
]);
process.exitCode = code;

/** The folder of the Electron to pack. */
async function chooseElectron() {
  if (trial) {
    const made = await makeTestElectron();
    if ('missing' in made) fail(`There is no test Electron: ${made.missing}.`);
    return testElectronFolder;
  }
  const executable = await findElectron();
  if (!executable)
    fail(
      'Electron could not be fetched, and a package needs it. Try it on a network that reaches github.com, or with -- --trial.',
    );
  return process.platform === 'darwin' ? dirname(dirname(dirname(dirname(executable)))) : dirname(executable);
}

/** Writes the configuration of a trial. There the core runs on the project's Node, which can't read an archive: what it needs lies beside it. */
function trialConfiguration() {
  const path = join(root, '.cache', 'trial-package.json');
  const asarUnpack = ['**/*.node', 'package.json', 'dist/electron/*.mjs', 'electron/node/sample/**', 'node_modules/**'];
  const configuration = { extends: './electron-builder.yml', directories: { output: 'release/trial' }, asarUnpack };
  writeFileSync(path, JSON.stringify(configuration));
  return path;
}

/** @param {string} path where the icon goes, 1024 pixels wide: electron-builder makes every platform's own of it */
async function drawIcon(path) {
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
  await initWasm(readFileSync(join(root, 'node_modules', '@resvg', 'resvg-wasm', 'index_bg.wasm')));
  const svg = readFileSync(join(root, 'renderer', 'icon.svg'), 'utf8');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, new Resvg(svg, { fitTo: { mode: 'width', value: 1024 } }).render().asPng());
}
