import { describe, expect, it } from 'vitest';
import { readArguments, suites } from '../../../build/lib/suites.mjs';

describe('npm test -- …', () => {
  it('runs all suites unless told', () => {
    expect(readArguments([])).toEqual({ chosen: suites, files: [] });
  });
  it('runs the named ones in their order', () => {
    expect(readArguments(['electron', 'unit'])).toEqual({ chosen: ['unit', 'electron'], files: [] });
  });
  it('takes files, which choose their suites', () => {
    expect(readArguments(['./tests/unit/db/journal.test.ts', 'tests\\e2e\\browser\\start.spec.ts'])).toEqual({
      chosen: ['unit', 'browser'],
      files: ['tests/unit/db/journal.test.ts', 'tests/e2e/browser/start.spec.ts'],
    });
  });
  it('says what it does not know', () => {
    expect(readArguments(['unit', 'units'])).toEqual({ wrong: 'units' });
    expect(readArguments(['tests/bench/run.ts'])).toEqual({ wrong: 'tests/bench/run.ts' });
    expect(readArguments(['tests/unitary/x.test.ts'])).toEqual({ wrong: 'tests/unitary/x.test.ts' });
  });
});
