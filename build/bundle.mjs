import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, fail, node } from './lib/install.mjs';
import { root } from './lib/root.mjs';
import { run } from './lib/run.mjs';

/** Builds the pages and the desktop's three entries into dist/. */
await ensureInstalled();
rmSync(join(root, 'dist'), { recursive: true, force: true });
/** @type {readonly [what: string, args: readonly string[]][]} */
const steps = [
  ['pages', ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn']],
  ['desktop', ['build/desktop.mjs']],
];
for (const [what, args] of steps) {
  const { code, output } = await run(node, args, { capture: true, env: { NODE_ENV: 'production' } });
  if (code !== 0) fail(`Building the ${what} failed:\n${output}`);
}
