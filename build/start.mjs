import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { findElectron, hasDisplay } from './lib/electron.mjs';
import { ensureInstalled, node } from './lib/install.mjs';
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
  open(electron, [root, ...asRoot, ...args]);
} else {
  if (!args.includes('--browser'))
    process.stderr.write(
      hasDisplay()
        ? 'Electron could not be fetched, so Ninefold opens in your browser.\n'
        : 'There is no display, so Ninefold is served to a browser.\n',
    );
  open(node, [join(root, 'electron', 'node', 'serveApp.ts'), ...args]);
}

function open(command, parameters) {
  const child = spawn(command, parameters, { stdio: 'inherit', env: { ...process.env, NINEFOLD_CORE_NODE: node } });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = signal ? 1 : (code ?? 1);
  });
}
