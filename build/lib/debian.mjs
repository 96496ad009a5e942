import { existsSync } from 'node:fs';
import { run } from './run.mjs';

let updated = false;

/**
 * Installs packages of the Debian kind, where this user may.
 * @param {readonly string[]} packages
 * @returns {Promise<string | null>} null when they are there, else why not
 */
export async function installDebian(packages) {
  const names = packages.join(' ');
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get'))
    return `there is no apt-get here to install ${names}`;
  if (process.getuid?.() !== 0) return `only root may install ${names} (apt-get install ${names})`;
  process.stderr.write(`Installing ${names} …\n`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const options = { capture: true, env, timeout: 600_000 };
  if (!updated) {
    // A source that can't be reached fails the update, but the packages may be had from the others or from an earlier list.
    await run('apt-get', ['update', '-q'], options);
    updated = true;
  }
  const { code, output } = await run(
    'apt-get',
    ['install', '-y', '-q', '--no-install-recommends', ...packages],
    options,
  );
  return code === 0 ? null : `apt-get could not install ${names}: ${output.trim().split('\n').at(-1)}`;
}
