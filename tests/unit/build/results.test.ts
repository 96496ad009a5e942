import { sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { summary, tallyCheck, tallyPlaywright, tallyVitest, withExitCode } from '../../../build/lib/results.mjs';

const root = `${sep}project`;
const file = (path: string, status: string, ...tests: string[]) => ({
  name: [root, ...path.split('/')].join(sep),
  status,
  assertionResults: tests.map(one => ({ status: one })),
});

describe('a tally', () => {
  it('of Vitest counts by suite, also a suite without a test', () => {
    const testResults = [
      file('tests/unit/db/a.test.ts', 'failed', 'passed', 'failed', 'skipped', 'todo', 'pending'),
      file('tests/contract/b.test.ts', 'passed', 'passed'),
    ];
    expect(tallyVitest({ testResults }, root, ['unit', 'contract', 'migrations'])).toEqual([
      { name: 'unit', passed: 1, failed: 1, skipped: 3 },
      { name: 'contract', passed: 1, failed: 0, skipped: 0 },
      { name: 'migrations', passed: 0, failed: 0, skipped: 0 },
    ]);
  });
  it('of Vitest counts a file that could not be loaded as a failure', () => {
    const testResults = [file('tests/unit/a.test.ts', 'failed'), file('tests/unit/b.test.ts', 'failed', 'passed')];
    expect(tallyVitest({ testResults }, root, ['unit'])).toEqual([{ name: 'unit', passed: 1, failed: 2, skipped: 0 }]);
  });
  it('of Playwright counts what went wrong outside any test', () => {
    const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 2 };
    const suites = [
      {
        title: 'board.spec.ts',
        specs: [{ title: 'opens', tests: [{ status: 'expected' }] }],
        suites: [{ title: 'dark', specs: [{ title: 'drags', tests: [{ status: 'flaky' }] }] }],
      },
    ];
    expect(tallyPlaywright('browser', { stats, errors: [{}], suites })).toEqual({
      name: 'browser',
      passed: 4,
      failed: 2,
      skipped: 2,
      unsteady: ['board.spec.ts › dark › drags'],
    });
    expect(tallyPlaywright('browser', { stats, errors: [], suites: [] })).not.toHaveProperty('unsteady');
  });
  it('of the check counts its steps', () => {
    expect(tallyCheck([{ ok: true }, { ok: false }, { ok: true }])).toEqual({
      name: 'check',
      passed: 2,
      failed: 1,
      skipped: 0,
    });
  });
});

describe('a tool that ends badly', () => {
  const clean = { name: 'unit', passed: 5, failed: 0, skipped: 0 };
  it('is a failure where no test says so', () => {
    expect(withExitCode([clean], 1)).toEqual([{ ...clean, failed: 1 }]);
  });
  it('is no further failure where a test does, and none where it ends well', () => {
    const failed = { ...clean, failed: 2 };
    expect(withExitCode([failed], 1)).toEqual([failed]);
    expect(withExitCode([clean], 0)).toEqual([clean]);
  });
});

describe('the summary', () => {
  it('says what was left out and why, and ends with the sum', () => {
    const text = summary(
      [
        { name: 'check', passed: 3, failed: 0, skipped: 0, seconds: 4 },
        { name: 'unit', passed: 20, failed: 1, skipped: 2, unsteady: ['board.spec.ts › drags'] },
      ],
      [{ name: 'electron', why: 'there is no display' }],
    );
    expect(text.split('\n').slice(1)).toEqual([
      'check       3 passed, 0 failed, 0 skipped (4 s)',
      'unit        20 passed, 1 failed, 2 skipped',
      'unit        passed only when tried again: board.spec.ts › drags',
      'electron    left out: there is no display',
      '23 passed, 1 failed, 2 skipped',
      '',
    ]);
  });
  it('is a plain zero where nothing ran', () => {
    expect(summary([], []).trim()).toBe('0 passed, 0 failed, 0 skipped');
  });
});
