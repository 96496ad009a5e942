import fc from 'fast-check';
import type { CodeId, OutcomeId, ThemeId } from '../../shared/model/ids.ts';
import type { ThemeMap } from '../../shared/model/themeMap.ts';

type Link = readonly [from: number, to: number, extracts: number];
type Plan = {
  readonly title?: string;
  readonly outcomes: readonly string[];
  readonly themes: readonly string[];
  readonly codes: readonly string[];
  readonly codeLinks: readonly Link[];
  readonly outcomeLinks: readonly Link[];
};

const code = (index: number) => `c${index}` as CodeId;
const theme = (index: number) => `t${index}` as ThemeId;
const outcome = (index: number) => `o${index}` as OutcomeId;
const sum = (links: readonly Link[]) => links.reduce((total, [, , extracts]) => total + extracts, 0);

/** A theme map by names, with links by their places in the lists. */
export function mapOf(plan: Plan): ThemeMap {
  return {
    title: plan.title ?? 'Boat shed',
    outcomes: plan.outcomes.map((title, index) => {
      const own = plan.outcomeLinks.filter(link => link[1] === index);
      return { id: outcome(index), number: index + 1, title, extracts: sum(own), themes: own.length };
    }),
    themes: plan.themes.map((name, index) => {
      const extracts = sum(plan.codeLinks.filter(link => link[1] === index));
      return { id: theme(index), name, status: 'candidate', extracts, sources: Math.min(3, extracts) };
    }),
    codes: plan.codes.map((name, index) => ({
      id: code(index),
      name,
      extracts: sum(plan.codeLinks.filter(link => link[0] === index)),
    })),
    codeLinks: plan.codeLinks.map(([from, to, extracts]) => ({ code: code(from), theme: theme(to), extracts })),
    outcomeLinks: plan.outcomeLinks.map(([from, to, extracts]) => ({
      theme: theme(from),
      outcome: outcome(to),
      extracts,
    })),
  };
}

const names = (most: number) =>
  fc.array(
    fc
      .array(fc.oneof(fc.constantFrom('trust', 'being', 'known', '&', '<b>', 'Parent/Carer', '安全'), fc.string()), {
        minLength: 1,
        maxLength: 14,
      })
      .map(
        words =>
          words
            .join(' ')
            .replace(/[\p{C}\s]+/gu, ' ')
            .trim() || 'name',
      ),
    { maxLength: most },
  );

/** Links between two lists, no pair twice. */
function links(from: number, to: number): fc.Arbitrary<readonly Link[]> {
  if (from === 0 || to === 0) return fc.constant([]);
  const link = fc.tuple(fc.nat(from - 1), fc.nat(to - 1), fc.oneof(fc.nat(4), fc.nat(60)));
  return fc.uniqueArray(link, { selector: ([a, b]) => `${a} ${b}`, maxLength: from * 2 });
}

/** Theme maps of any shape: empty columns, heavy links, long names. */
export const anyMap: fc.Arbitrary<ThemeMap> = fc
  .tuple(names(1), names(12), names(20), names(160))
  .chain(([title, outcomes, themes, codes]) =>
    fc.record({
      title: fc.constant(title[0] ?? 'Boat shed'),
      outcomes: fc.constant(outcomes),
      themes: fc.constant(themes),
      codes: fc.constant(codes),
      codeLinks: links(codes.length, themes.length),
      outcomeLinks: links(themes.length, outcomes.length),
    }),
  )
  .map(mapOf);

/** A map like a team's, to look at. */
export const boatMap: ThemeMap = mapOf({
  title: 'Boat shed & slipway <phase 2>',
  outcomes: [
    'Involvement',
    'Reasons for joining',
    'What changes for the better, for whom, and for how long',
    'Cost savings',
  ],
  themes: ['Being known before being judged', 'A place that is dry and open', 'Nobody asked', 'Not placed yet'],
  codes: ['Trust in one person', 'Sal', '“Dry”', 'Boredom at home', 'Measuring twice'],
  codeLinks: [
    [0, 0, 6],
    [1, 0, 2],
    [2, 1, 3],
    [3, 2, 1],
    [4, 0, 1],
    [4, 3, 0],
  ],
  outcomeLinks: [
    [0, 2, 9],
    [0, 0, 9],
    [1, 0, 3],
    [2, 1, 1],
  ],
});
