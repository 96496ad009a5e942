import { relative, sep } from 'node:path';

/**
 * `unsteady` names the tests among the passed that failed at first.
 * @typedef {{ name: string, passed: number, failed: number, skipped: number, seconds?: number, unsteady?: readonly string[] }} Tally
 */
/** @typedef {{ name: string, why: string }} LeftOut */

/**
 * Counts Vitest's JSON report by suite, which is the folder below tests/. A file that could not be loaded counts as one failure.
 * @param {{ testResults: readonly { name: string, status: string, assertionResults: readonly { status: string }[] }[] }} report
 * @param {string} root the project's folder
 * @param {readonly string[]} suites each gets a tally, also without any test
 * @returns {readonly Tally[]}
 */
export function tallyVitest(report, root, suites) {
  const tallies = new Map(suites.map(name => [name, { name, passed: 0, failed: 0, skipped: 0 }]));
  for (const file of report.testResults) {
    const name = relative(root, file.name).split(sep)[1] ?? '';
    const tally = tallies.get(name) ?? { name, passed: 0, failed: 0, skipped: 0 };
    tallies.set(name, tally);
    if (file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed')) tally.failed++;
    for (const { status } of file.assertionResults) {
      if (status === 'passed') tally.passed++;
      else if (status === 'failed') tally.failed++;
      else tally.skipped++;
    }
  }
  return [...tallies.values()];
}

/** @typedef {{ title: string, specs?: readonly { title: string, tests: readonly { status: string }[] }[], suites?: readonly PlaywrightSuite[] }} PlaywrightSuite */

/**
 * Counts Playwright's JSON report. What went wrong outside any test counts as a failure each.
 * @param {string} name the suite's
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: readonly unknown[], suites: readonly PlaywrightSuite[] }} report
 * @returns {Tally}
 */
export function tallyPlaywright(name, { stats, errors, suites }) {
  const unsteady = suites.flatMap(suite => unsteadyIn(suite, ''));
  return {
    name,
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    ...(unsteady.length > 0 && { unsteady }),
  };
}

/**
 * @param {PlaywrightSuite} suite
 * @param {string} before what it stands in
 * @returns {readonly string[]}
 */
function unsteadyIn({ title, specs = [], suites = [] }, before) {
  const here = before === '' ? title : `${before} › ${title}`;
  return [
    ...specs
      .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
      .map(spec => `${here} › ${spec.title}`),
    ...suites.flatMap(suite => unsteadyIn(suite, here)),
  ];
}

/**
 * Counts the steps of `npm run check`.
 * @param {readonly { ok: boolean }[]} steps
 * @returns {Tally}
 */
export function tallyCheck(steps) {
  const passed = steps.filter(({ ok }) => ok).length;
  return { name: 'check', passed, failed: steps.length - passed, skipped: 0 };
}

/**
 * A run whose tool ended badly although no test failed has one failure: what ended it is in what it printed.
 * @param {readonly Tally[]} tallies
 * @param {number} code the tool's exit code
 * @returns {readonly Tally[]}
 */
export function withExitCode(tallies, code) {
  if (code === 0 || tallies.some(({ failed }) => failed > 0)) return tallies;
  return tallies.map((tally, index) => (index === 0 ? { ...tally, failed: 1 } : tally));
}

/**
 * What a test run says at its end: a line for each suite, what was left out and why, and the sum as the very last line.
 * @param {readonly Tally[]} tallies
 * @param {readonly LeftOut[]} leftOut
 * @returns {string}
 */
export function summary(tallies, leftOut) {
  const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ field) =>
    tallies.reduce((all, one) => all + one[field], 0);
  const words = (/** @type {Pick<Tally, 'passed' | 'failed' | 'skipped'>} */ { passed, failed, skipped }) =>
    `${passed} passed, ${failed} failed, ${skipped} skipped`;
  return [
    '',
    ...tallies.map(
      one => `${one.name.padEnd(12)}${words(one)}${one.seconds === undefined ? '' : ` (${one.seconds} s)`}`,
    ),
    ...tallies.flatMap(({ name, unsteady = [] }) =>
      unsteady.map(test => `${name.padEnd(12)}passed only when tried again: ${test}`),
    ),
    ...leftOut.map(({ name, why }) => `${name.padEnd(12)}left out: ${why}`),
    words({ passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }),
    '',
  ].join('\n');
}
