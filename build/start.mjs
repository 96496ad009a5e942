import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { coreUnder, findElectron, hasDisplay } from './lib/electron.mjs';
import { compileCache, ensureInstalled, node } from './lib/install.mjs';
import { root } from './lib/root.mjs';
import { isStale } from './lib/stale.mjs';

/** `npm start`: installs, builds, and opens Ninefold in a desktop window, or serves it to the browser where there is no Electron or no display. */
const args = process.argv.slice(2);
await ensureInstalled();
if (isStale('dist/renderer/index.html') || isStale('dist/electron/main.cjs')) {
  process.stderr.write('Building Ninefold …\n');
  await import('./bundle.mjs');
}
const electron = args.includes('--browser') || !hasDisplay() ? null : await findElectron();
if (electron) {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const core = coreUnder(electron);
  if (core === 'child') process.stderr.write(`The Electron at ${electron} is old: use it for tests, not for work.\n`);
  open(electron, [root, ...asRoot, ...args], { NINEFOLD_CORE: core, NINEFOLD_CORE_NODE: node });
} else {
  if (!args.includes('--browser'))
    process.stderr.write(
      hasDisplay()
        ? 'Electron could not be fetched, so Ninefold opens in your browser.\n'
        : 'There is no display, so Ninefold is served to a browser.\n',
    );
  open(node, [join(root, 'electron', 'node', 'serveApp.ts'), ...args], { NODE_COMPILE_CACHE: compileCache });
}

/**
 * @param {string} command
 * @param {readonly string[]} parameters
 * @param {Readonly<Record<string, string>>} [env]
 */
function open(command, parameters, env = {}) {
  const child = spawn(command, parameters, { stdio: 'inherit', env: { ...process.env, ...env } });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = signal ? 1 : (code ?? 1);
  });
}
