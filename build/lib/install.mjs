import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';
import { run } from './run.mjs';

const stamp = join(root, 'node_modules', '.ninefold-lock');

/** The project's own Node, which npm installs: study files need its version, whatever the machine has. */
export const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** Installs what package-lock.json says, unless that has been done. Messages go to standard error. Exits with a plain message if it fails. */
export async function ensureInstalled() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const done = existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && existsSync(node);
  if (!done) {
    process.stderr.write('Installing what Ninefold needs (a minute or so, once) …\n');
    const { code, output } = await run('npm', ['ci', '--no-audit', '--no-fund'], {
      capture: true,
      env: { ELECTRON_SKIP_BINARY_DOWNLOAD: '1' },
    });
    if (code !== 0)
      fail(`npm ci failed. Check the network and try again.\n${output.split('\n').slice(-30).join('\n')}`);
    mkdirSync(join(root, 'node_modules'), { recursive: true });
    writeFileSync(stamp, wanted);
  }
  const version = await run(node, ['--version'], { capture: true });
  if (!version.output.startsWith('v24.')) {
    fail(
      `Ninefold runs on its own Node 24, but ${node} answers “${version.output.trim()}”. Delete node_modules and start again; npm must be allowed to run the install script of the package “node”.`,
    );
  }
}

/** Where Node keeps what it has compiled (NODE_COMPILE_CACHE): the command line then starts in half the time. */
export const compileCache = join(root, '.cache', 'compiled');

/**
 * Says what is wrong and ends.
 * @param {string} message
 * @returns {never}
 */
export function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
