import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AdvisedTheme, themeAdvice, topicsOf, wordsOf } from '../../../shared/analysis/themeAdvice.ts';
import { themeOverlap } from '../../../shared/analysis/themeOverlap.ts';

const sound: AdvisedTheme = {
  name: 'Someone stays',
  status: 'candidate',
  coded: true,
  extracts: 9,
  sources: 4,
  participants: 5,
  against: 1,
  outcomes: 1,
};
const topics = topicsOf(
  [{ number: 2, title: 'REASONS FOR JOINING' }],
  ['What was it that made you feel safe at the club?', 'Do you row?'],
);
const kinds = (theme: Partial<AdvisedTheme>) => themeAdvice({ ...sound, ...theme }, topics).map(one => one.kind);

describe('advice on a theme', () => {
  it.each([
    [{}, []],
    [{ name: 'Reasons for joining' }, ['outcome-name']],
    [{ name: 'Joining: the reason' }, ['outcome-name']],
    [{ name: 'Joining' }, []],
    [{ name: 'Safe at the club' }, ['question-name']],
    [{ name: 'Rowing' }, []],
    [{ name: 'Do you row?' }, ['question-name']],
    [{ name: '???' }, []],
    [{ participants: 1 }, ['one-voice']],
    [{ sources: 1 }, ['one-source']],
    [{ extracts: 0, sources: 0, participants: 0 }, ['interviewer-only']],
    [{ coded: false, extracts: 0, sources: 0, participants: 0 }, ['no-extracts']],
    [{ against: 0, outcomes: 0 }, []],
    [{ against: 0, status: 'reviewed' }, ['no-contrary']],
    [{ outcomes: 0, status: 'defined' }, ['no-outcome']],
  ] as const)('%j: %j', (theme, expected) => expect(kinds(theme)).toEqual(expected));

  it('never fails and never says a thing twice', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (name, questions) => {
        const said = themeAdvice({ ...sound, name }, topicsOf([], questions)).map(one => one.kind);
        expect(new Set(said).size).toBe(said.length);
      }),
    );
  });
});

describe('the words that carry meaning', () => {
  it('are neither halves of a contraction nor words that join others', () => {
    expect([...wordsOf('Counting what won’t count, while others didn’t look')]).toEqual(['counting', 'count', 'look']);
  });
});

describe('overlap of themes', () => {
  type Coded = { readonly source: number; readonly start: number; readonly end: number; readonly code: number };
  const spansOf = (rows: readonly Coded[]) => {
    const sorted = rows.toSorted((a, b) => a.source - b.source || a.start - b.start || a.end - b.end);
    const column = (key: keyof Coded) => Int32Array.from(sorted, row => row[key]);
    return {
      count: rows.length,
      source: column('source'),
      start: column('start'),
      end: column('end'),
      code: column('code'),
    };
  };

  it('counts each unit of text once, as a plain count of all units does', () => {
    const coded = fc.record({
      source: fc.nat(1),
      start: fc.nat(30),
      length: fc.integer({ min: 1, max: 9 }),
      code: fc.nat(3),
    });
    const membership = fc.array(fc.uniqueArray(fc.nat(2)), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(coded, { maxLength: 12 }), membership, (given, themesOf) => {
        const rows = given.map(({ length, ...row }) => ({ ...row, end: row.start + length }));
        const units = (theme: number) =>
          new Set(
            rows
              .filter(row => themesOf[row.code]!.includes(theme))
              .flatMap(row =>
                Array.from({ length: row.end - row.start }, (_, at) => `${row.source} ${row.start + at}`),
              ),
          );
        const own = units(0);
        for (const [theme, shared] of themeOverlap(spansOf(rows), themesOf, 3, 0).entries()) {
          if (theme === 0) continue;
          const other = units(theme);
          const common = [...own].filter(unit => other.has(unit)).length;
          expect(shared.units).toBe(common);
          expect(shared.ofOwn).toBe(own.size === 0 ? 0 : common / own.size);
          expect(shared.ofOther).toBe(other.size === 0 ? 0 : common / other.size);
          expect(shared.extracts > 0).toBe(common > 0);
        }
      }),
    );
  });
});
