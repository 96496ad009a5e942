import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { name, phase, sourceId } from '../../../shared/api/inputs.ts';
import { isMethodName, methods } from '../../../shared/api/methods.ts';
import { newId } from '../../../shared/model/ids.ts';

describe('the method table', () => {
  it('knows its own names and no others, not even those that every object has', () => {
    for (const one of Object.keys(methods)) expect(isMethodName(one)).toBe(true);
    for (const other of ['toString', '__proto__', 'constructor', 'hasOwnProperty', '', 'study'])
      expect(isMethodName(other)).toBe(false);
  });

  it('takes nothing but an object of the right fields, and never throws', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(methods)), fc.anything(), (method, input) => {
        const parsed = method.input.safeParse(input);
        if (parsed.success) expect(typeof input === 'object' && input !== null).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('inputs', () => {
  it.each([
    ['  Trust ', 'Trust'],
    ['x'.repeat(500), 'x'.repeat(500)],
  ])('a name is trimmed: %j', (given, taken) => expect(name.parse(given)).toBe(taken));

  it.each(['', '  ', 'x'.repeat(501), 'two\nlines', 'two\rlines', 7, null])('a name is not %j', given => {
    expect(name.safeParse(given).success).toBe(false);
  });

  it.each([0, 100, 1.5, '1', Number.NaN])('a phase is not %j', given => {
    expect(phase.safeParse(given).success).toBe(false);
  });

  it('an id is one that this app made', () => {
    expect(sourceId.safeParse(newId()).success).toBe(true);
    for (const other of ['', 'x', newId().toUpperCase(), `${newId()} `, '00000000-0000-4000-8000-000000000000'])
      expect(sourceId.safeParse(other).success).toBe(false);
  });

  it('ids made later sort later', () => {
    const made = Array.from({ length: 2_000 }, () => newId());
    expect(made.toSorted()).toEqual(made);
    expect(new Set(made).size).toBe(made.length);
  });
});
