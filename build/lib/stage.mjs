import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** @typedef {{ name: string, version: string, description: string, license: string, author: string, productName: string, type: string, main: string }} Manifest */
/** @typedef {{ manifest: object, copies: readonly string[] }} Plan what an app's folder holds: its package.json, and paths below the project's folder */

/** Packages that stay outside the bundles, with the files that the app reads of them; the fonts are what the map's picture is set in. */
const packages = {
  'better-sqlite3': ['package.json', 'LICENSE', 'lib'],
  '@resvg/resvg-wasm': ['package.json', 'index.js', 'index.mjs', 'index_bg.wasm'],
  '@expo-google-fonts/inter': ['package.json', '400Regular/Inter_400Regular.ttf', '600SemiBold/Inter_600SemiBold.ttf'],
  '@expo-google-fonts/source-serif-4': [
    'package.json',
    '400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
    '600SemiBold/SourceSerif4_600SemiBold.ttf',
  ],
};

/**
 * What goes into the packaged app: the bundles, the sample, and the few packages that can't be bundled, with the database driver of one platform.
 * @param {Manifest} own the project's package.json
 * @param {{ platform: string, arch: string, trial: boolean }} of `trial` marks a package with the test Electron: its core may run beside it
 * @returns {Plan}
 */
export function planApp(
  { name, version, description, license, author, productName, type, main },
  { platform, arch, trial },
) {
  const driver = `node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node`;
  const files = Object.entries(packages).flatMap(([of, paths]) => paths.map(path => `node_modules/${of}/${path}`));
  return {
    manifest: {
      ...{ name, version, description, license, author, productName, type, main },
      dependencies: Object.fromEntries(Object.keys(packages).map(of => [of, '*'])),
      ...(trial && { trial }),
    },
    copies: ['LICENSE', 'dist', 'electron/node/sample', ...files, driver],
  };
}

/**
 * Lays the app's folder.
 * @param {string} root the project's folder
 * @param {string} folder emptied first
 * @param {{ platform: string, arch: string, trial: boolean }} of
 */
export function stageApp(root, folder, of) {
  const { manifest, copies } = planApp(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')), of);
  rmSync(folder, { recursive: true, force: true });
  for (const path of copies) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(root, path), join(folder, path), { recursive: true, dereference: true });
  }
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}
