import { readdirSync, readFileSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, posix } from 'node:path';
import { parseSync } from 'vite';
import { findingsIn } from './lib/syntax.mjs';

/** The arrows of ARCHITECTURE.md: which room may use which. A room may always use itself; what is not listed is forbidden. */
const pure = ['shared/model', 'shared/text'];
const shared = [...pure, 'shared/analysis', 'shared/api', 'shared/importers', 'shared/exporters'];
/** @type {Readonly<Record<string, readonly string[]>>} */
export const arrows = {
  'shared/model': [],
  'shared/text': ['shared/model'],
  'shared/analysis': pure,
  'shared/api': pure,
  'shared/importers': pure,
  'shared/exporters': [...pure, 'shared/analysis'],
  db: shared,
  'electron/node': [...shared, 'db'],
  'electron/main': ['shared/model', 'shared/api'],
  'electron/preload': ['shared/api'],
  renderer: [...pure, 'shared/analysis', 'shared/api'],
  build: [],
  tests: [...shared, 'db', 'electron/node', 'electron/main', 'electron/preload', 'renderer', 'build'],
};

/** Packages that belong to one place, by the start of a file's path. */
const owned = [
  { packages: /^better-sqlite3(?:$|\/|-)/, places: ['db/'], rule: 'better-sqlite3 is imported in db alone' },
  {
    packages: /^electron(?:$|\/)/,
    places: ['electron/main/', 'electron/preload/'],
    rule: 'electron is imported in electron/main and electron/preload alone',
  },
  {
    packages: /^(?:lexical|@lexical\/.*)$/,
    places: ['renderer/lexical/'],
    rule: 'lexical is imported in renderer/lexical alone',
  },
  { packages: /^d3(?:$|-|\/)/, places: ['renderer/map/'], rule: 'd3 is imported in renderer/map alone' },
  {
    packages: /^(?:react|react-dom|react-aria-components|@tanstack\/.*)(?:$|\/)/,
    places: ['renderer/'],
    rule: 'what draws on the screen is imported in renderer alone',
  },
];

/** Names that may be used in one file alone: everything else goes through it. */
const wrapped = [
  { name: 'ipcRenderer', place: 'electron/preload/index.ts' },
  { name: 'ipcMain', place: 'electron/main/index.ts' },
  { name: 'console', place: null },
];

/** Rooms in which Node's own modules exist. */
const withNode = ['db', 'electron/node', 'electron/main', 'build', 'tests'];
/** Rooms that are not the product: they may import any package and use the console. */
const workshop = ['build', 'tests'];

/** @typedef {{ file: string, line: number, message: string }} Broken */

/**
 * What a file imports or uses against the arrows.
 * @param {string} file its path from the project's folder, with forward slashes
 * @param {string} source
 * @returns {readonly Broken[]} empty where all is well
 */
export function checkFile(file, source) {
  const room = roomOf(file);
  if (room === null) return [{ file, line: 1, message: 'lies in no room of ARCHITECTURE.md' }];
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) return [{ file, line: 1, message: `can't be read: ${errors[0]?.message}` }];
  const { imports, names } = findingsIn(program);
  const broken = [];
  for (const { specifier, at } of imports) {
    const message = specifier === null ? unnamed(room) : refusal(file, room, specifier);
    if (message) broken.push({ file, line: lineAt(source, at), message });
  }
  if (workshop.includes(room)) return broken;
  for (const { name, at } of names) {
    const wrapper = wrapped.find(one => one.name === name);
    if (!wrapper || wrapper.place === file) continue;
    const way = wrapper.place ? `is used in ${wrapper.place} alone` : 'is not used: write to the host or show a toast';
    broken.push({ file, line: lineAt(source, at), message: `${name} ${way}` });
  }
  return broken;
}

/**
 * Checks all sources of the project.
 * @param {string} root the project's folder
 */
export function checkProject(root) {
  const files = ['shared', 'db', 'electron', 'renderer', 'build', 'tests'].flatMap(room => sourcesIn(root, room));
  return {
    files: files.length,
    broken: files.flatMap(file => checkFile(file, readFileSync(join(root, file), 'utf8'))),
  };
}

/**
 * An import of a name that is put together as the program runs can't be checked.
 * @param {string} room
 */
const unnamed = room => (workshop.includes(room) ? null : 'an import must name its file in plain words');

/**
 * Why a file of a room may not import something; null where it may.
 * @param {string} file
 * @param {string} room
 * @param {string} specifier
 */
function refusal(file, room, specifier) {
  if (!/^\.{0,2}\//.test(specifier)) return packageRefusal(file, room, specifier);
  const target = posix.normalize(posix.join(posix.dirname(file), specifier.replace(/[?#].*$/, '')));
  const other = roomOf(target);
  if (other === room || (other !== null && arrows[room]?.includes(other))) return null;
  if (other === null && workshop.includes(room)) return null;
  const may = arrows[room]?.length ? `may use ${arrows[room]?.join(', ')}` : 'may use no other room';
  return `imports ${target}${other ? ` of ${other}` : ', which is in no room'}; ${room} ${may}`;
}

/**
 * @param {string} file
 * @param {string} room
 * @param {string} specifier
 */
function packageRefusal(file, room, specifier) {
  if (workshop.includes(room)) return null;
  if (isBuiltin(specifier) && !withNode.includes(room)) return `imports ${specifier}; ${room} runs without Node`;
  const owner = owned.find(
    ({ packages, places }) => packages.test(specifier) && !places.some(at => file.startsWith(at)),
  );
  return owner ? `imports ${specifier}; ${owner.rule}` : null;
}

/**
 * @param {string} file
 * @returns {string | null}
 */
export function roomOf(file) {
  return Object.keys(arrows).find(room => file === room || file.startsWith(`${room}/`)) ?? null;
}

/**
 * @param {string} root
 * @param {string} folder
 * @returns {readonly string[]} paths of sources below it, from the root, with forward slashes
 */
function sourcesIn(root, folder) {
  return readdirSync(join(root, folder)).flatMap(name => {
    const path = `${folder}/${name}`;
    if (statSync(join(root, path)).isDirectory()) return name === 'node_modules' ? [] : sourcesIn(root, path);
    return /\.(?:[cm]?[jt]s|tsx)$/.test(name) && !name.endsWith('.d.ts') ? [path] : [];
  });
}

/**
 * @param {string} source
 * @param {number} at an offset in UTF-16 units
 */
const lineAt = (source, at) => source.slice(0, at).split('\n').length;
