/** All suites, in the order in which they run: what is quick and tells most comes first. */
export const suites = /** @type {const} */ ([
  'check',
  'unit',
  'property',
  'contract',
  'migrations',
  'browser',
  'electron',
]);

/** @typedef {typeof suites[number]} Suite */

/**
 * What `npm test -- …` asks for: suites by name (all unless told), or test files by path, which choose their suites.
 * @param {readonly string[]} args
 * @returns {{ chosen: readonly Suite[], files: readonly string[] } | { wrong: string }}
 */
export function readArguments(args) {
  /** @type {Set<Suite>} */
  const chosen = new Set();
  const files = [];
  for (const argument of args) {
    const path = argument.replaceAll('\\', '/').replace(/^\.\//, '');
    const name = suites.find(
      suite => suite === path || path.startsWith(`tests/${suite}/`) || path.startsWith(`tests/e2e/${suite}/`),
    );
    if (!name) return { wrong: argument };
    chosen.add(name);
    if (name !== path) files.push(path);
  }
  return { chosen: suites.filter(suite => chosen.size === 0 || chosen.has(suite)), files };
}
