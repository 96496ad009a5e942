import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ranked } from '../../../renderer/ui/ranked.ts';

const names = (choices: readonly { readonly name: string }[]) => choices.map(one => one.name);

describe('choices for typed letters', () => {
  const codes = [
    { name: 'Police encounters' },
    { name: 'What won’t count' },
    { name: 'Counting what won’t' },
    { name: '“Count me in”' },
  ];

  test('what begins with the letters comes first, then what has a word that does', () => {
    expect(names(ranked(codes, ' COUNT'))).toEqual([
      'Counting what won’t',
      '“Count me in”',
      'What won’t count',
      'Police encounters',
    ]);
    expect(ranked(codes, '')).toBe(codes);
  });

  test('what is looked for in its stead counts', () => {
    const outcomes = [
      { name: 'Resilience', find: '15 Resilience' },
      { name: 'Local areas', find: '5 Local areas' },
    ];
    expect(names(ranked(outcomes, '5'))).toEqual(['Local areas', 'Resilience']);
  });

  test('none is lost or doubled, and the like keep their order', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ name: fc.string() })), fc.string(), (choices, typed) => {
        const result = ranked(choices, typed);
        expect(new Set(result)).toEqual(new Set(choices));
        expect(result).toHaveLength(choices.length);
        expect(ranked(result, typed)).toEqual(result);
      }),
    );
  });
});
