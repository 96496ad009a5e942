import { join } from 'node:path';
import { ensureInstalled, node } from './lib/install.mjs';
import { root } from './lib/root.mjs';
import { run } from './lib/run.mjs';

/**
 * `npm run check`: types, lint and formatting (warnings count), and the arrows between rooms. Prints what is wrong, and ends with 1 if anything is.
 * With `--json` the last line of standard output is [{ name, ok }].
 */
await ensureInstalled();
const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
const { checkProject } = await import('./imports.mjs');
const steps = [
  { name: 'types', check: () => command('node_modules/typescript/bin/tsc', '-b', '--pretty', 'false') },
  {
    name: 'lint and formatting',
    check: () => command(biome, 'check', '--error-on-warnings', '--diagnostic-level=warn', '.'),
  },
  {
    name: 'arrows between rooms',
    check: async () =>
      checkProject(root)
        .broken.map(({ file, line, message }) => `${file}:${line}: ${message}`)
        .join('\n'),
  },
];
const results = [];
for (const { name, check } of steps) {
  const complaint = await check();
  process.stderr.write(complaint ? `${complaint}\n✗ ${name}\n` : `✓ ${name}\n`);
  results.push({ name, ok: !complaint });
}
if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(results)}\n`);
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;

/**
 * Runs a tool on the project's Node; what it complained of, or nothing.
 * @param {string} script
 * @param {readonly string[]} args
 */
async function command(script, ...args) {
  const { code, output } = await run(node, [script, ...args], { capture: true });
  return code === 0 ? '' : output.trim() || `${script} ended with ${code}`;
}
