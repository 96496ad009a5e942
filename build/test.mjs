import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { compileCache, ensureInstalled, fail, node } from './lib/install.mjs';
import { summary, tallyCheck, tallyPlaywright, tallyVitest, withExitCode } from './lib/results.mjs';
import { root } from './lib/root.mjs';
import { run } from './lib/run.mjs';
import { isStale } from './lib/stale.mjs';
import { readArguments, suites } from './lib/suites.mjs';
import { browserTool, electronTool } from './lib/tools.mjs';

/**
 * `npm test`: every suite that this machine can run, or those named (`npm test -- unit browser`, `npm test -- tests/unit/db/journal.test.ts`). What it
 * can't run it leaves out, and says why. Ends with 1 if anything failed; its last line is the sum.
 */
const asked = readArguments(process.argv.slice(2));
if ('wrong' in asked) fail(`There is no suite "${asked.wrong}". Suites: ${suites.join(', ')}; or paths of test files.`);
const { chosen, files } = asked;
const inNode = chosen.filter(
  suite => suite === 'unit' || suite === 'property' || suite === 'contract' || suite === 'migrations',
);
const reports = join(root, '.cache', 'reports');
/** Every runner starts Node many times. */
const common = { NODE_COMPILE_CACHE: compileCache };
/** What is printed goes to a log as often as to a person. */
const plain = !process.stderr.isTTY;
/** @type {import('./lib/results.mjs').Tally[]} */
const tallies = [];
/** @type {import('./lib/results.mjs').LeftOut[]} */
const leftOut = [];

await ensureInstalled();
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
if (isStale('dist/renderer/index.html') || isStale('dist/electron/main.cjs')) {
  await timed(runBuild);
}
const built = tallies.every(({ failed }) => failed === 0);
if (chosen.includes('check')) await timed(runCheck);
if (inNode.length > 0) await timed(runInNode);
if (chosen.includes('browser')) await timed(() => runInWindow('browser', browserTool));
if (chosen.includes('electron')) await timed(() => runInWindow('electron', electronTool));
process.stdout.write(summary(tallies, leftOut));
process.exitCode = tallies.some(({ failed }) => failed > 0) ? 1 : 0;

/** @param {() => Promise<readonly import('./lib/results.mjs').Tally[]>} work */
async function timed(work) {
  const start = performance.now();
  const done = await work();
  const seconds = Math.round((performance.now() - start) / 1000);
  // Suites that ran side by side took their time together.
  tallies.push(...done.map(tally => ({ ...tally, seconds })));
}

async function runBuild() {
  process.stderr.write('Building Ninefold …\n');
  const { code } = await run(node, ['build/bundle.mjs']);
  return [{ ...nothing('build'), passed: Number(code === 0), failed: Number(code !== 0) }];
}

async function runCheck() {
  const { code, output } = await run(node, ['build/check.mjs', '--json'], { capture: true });
  const line = output.split('\n').find(text => text.startsWith('[{'));
  process.stderr.write(`${output.replace(line ?? '', '').trim()}\n`);
  return withExitCode([tallyCheck(line ? JSON.parse(line) : [])], code);
}

async function runInNode() {
  const file = join(reports, 'vitest.json');
  const present = inNode.filter(suite => hasTests(join(root, 'tests', suite)));
  for (const name of inNode) if (!present.includes(name)) leftOut.push({ name, why: 'it has no tests yet' });
  if (present.length === 0) return [];
  const wanted = present.flatMap(suite => {
    const named = files.filter(path => path.startsWith(`tests/${suite}/`));
    return named.length > 0 ? named : [`tests/${suite}/`];
  });
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
  const { code } = await run(node, ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...wanted], {
    env: { ...common, ...(plain && { NO_COLOR: '1' }) },
    timeout: 900_000,
  });
  const report = readReport(file);
  return withExitCode(report ? tallyVitest(report, root, present) : present.map(nothing), code || Number(!report));
}

/**
 * @param {'browser' | 'electron'} name
 * @param {() => Promise<import('./lib/tools.mjs').Found>} findTool
 */
async function runInWindow(name, findTool) {
  const tool = built ? await findTool() : { missing: 'the app could not be built' };
  if ('missing' in tool) {
    leftOut.push({ name, why: tool.missing });
    return [];
  }
  const file = join(reports, `${name}.json`);
  const wanted = files.filter(path => path.startsWith(`tests/e2e/${name}`));
  const runner = ['node_modules/@playwright/test/cli.js', 'test', `--project=${name}`, ...wanted];
  const { code } = await run(tool.command, [...tool.before, ...runner], {
    env: { ...common, ...tool.env, ...(plain && { FORCE_COLOR: '0' }), PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    timeout: 1_200_000,
  });
  const report = readReport(file);
  return withExitCode([report ? tallyPlaywright(name, report) : nothing(name)], code || Number(!report));
}

/** @param {string} name */
function nothing(name) {
  return { name, passed: 0, failed: 0, skipped: 0 };
}

/** @param {string} file */
function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/**
 * @param {string} folder
 * @returns {boolean}
 */
function hasTests(folder) {
  return (
    existsSync(folder) && readdirSync(folder, { recursive: true }).some(name => /\.test\.tsx?$/.test(String(name)))
  );
}
