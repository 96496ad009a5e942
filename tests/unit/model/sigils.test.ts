import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextHue, nextSigil } from '../../../shared/model/sigils.ts';

const names = fc.oneof(
  fc.constantFrom(
    'Trust',
    'trust in Sal',
    'straße',
    'Ünlü',
    '信任',
    'İstanbul',
    '\u{1D4D0}\u{1D4D1}',
    '12 steps',
    '—',
    'A',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
);

describe('sigils', () => {
  it('are two characters, whole ones, and never one that is taken', () => {
    fc.assert(
      fc.property(fc.array(names, { maxLength: 60 }), list => {
        const taken = new Set<string>();
        for (const name of list) {
          const sigil = nextSigil(name, taken);
          expect([...sigil]).toHaveLength(2);
          expect(sigil).not.toMatch(/[\uD800-\uDFFF](?![\uDC00-\uDFFF])(?<![\uD800-\uDBFF].)/);
          expect(sigil.trim()).toHaveLength(sigil.length);
          expect(taken.has(sigil)).toBe(false);
          taken.add(sigil);
        }
      }),
    );
  });

  it.each([
    ['Trust', [], 'Tr'],
    ['Trust in Sal', [], 'Ti'],
    ['Trust in Sal', ['Ti'], 'Ts'],
    ['Élan', [], 'El'],
  ])('come from the name: %s', (name, taken, sigil) => {
    expect(nextSigil(name, new Set(taken))).toBe(sigil);
  });

  it('stay apart in a codebook of a thousand codes of one name', () => {
    const taken = new Set<string>();
    for (let number = 0; number < 1_000; number++) taken.add(nextSigil('Code', taken));
    expect(taken.size).toBe(1_000);
  });
});

describe('hues', () => {
  it('are taken evenly', () => {
    fc.assert(
      fc.property(fc.nat(60), count => {
        const used: number[] = [];
        for (let number = 0; number < count; number++) used.push(nextHue(used));
        const times = Array.from({ length: 12 }, (_, hue) => used.filter(one => one === hue + 1).length);
        expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
