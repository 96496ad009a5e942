import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

const sources = ['renderer', 'shared', 'db', 'electron', 'build', 'package-lock.json', 'vite.config.ts'];

/**
 * Whether a built file is missing or older than any source.
 * @param {string} built
 */
export function isStale(built) {
  const path = join(root, built);
  if (!existsSync(path)) return true;
  const made = statSync(path).mtimeMs;
  return sources.some(source => newest(join(root, source)) > made);
}

/**
 * @param {string} path
 * @returns {number} ms
 */
function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map(name => newest(join(path, name))));
}
