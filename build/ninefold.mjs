import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { compileCache, ensureInstalled, node } from './lib/install.mjs';
import { root } from './lib/root.mjs';

/** The command line: `npm run -s ninefold -- <command>`. `serve` needs the pages, so they are built first if they are not. */
await ensureInstalled();
if (process.argv[2] === 'serve') {
  const { isStale } = await import('./lib/stale.mjs');
  if (isStale('dist/renderer/index.html')) await import('./bundle.mjs');
}
const child = spawn(node, [join(root, 'electron', 'node', 'cli.ts'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { NODE_COMPILE_CACHE: compileCache, ...process.env },
});
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => {
  process.exitCode = signal ? 1 : (code ?? 1);
});
