import fc from 'fast-check';
import type { CodeId, OutcomeId, SourceId, ThemeId } from '../../shared/model/ids.ts';
import type { ThemeMap } from '../../shared/model/themeMap.ts';

type Link = readonly [from: number, to: number, extracts: number];
type Plan = {
  readonly title?: string;
  readonly outcomes: readonly string[];
  readonly themes: readonly string[];
  readonly codes: readonly string[];
  readonly codeLinks: readonly Link[];
  readonly outcomeLinks: readonly Link[];
  readonly relations?: readonly (readonly [from: number, to: number, kind: string])[];
  /** Group and phase of each source; three young people in phase 1 unless told. */
  readonly sources?: readonly (readonly [group: string | null, phase: number | null])[];
  readonly places?: readonly ({ readonly x: number; readonly y: number } | null)[];
};

const threeVoices: readonly (readonly [string | null, number | null])[] = [
  ['CYP', 1],
  ['CYP', 1],
  ['CYP', 2],
];
const source = (index: number) => `s${index}` as SourceId;

/** Extracts dealt out to the sources one after the other. */
function dealt(extracts: number, sources: number, from: number) {
  const each = Array.from({ length: sources }, (_, index) => ({
    source: source((from + index) % Math.max(1, sources)),
    extracts: Math.floor((extracts + sources - 1 - index) / Math.max(1, sources)),
  }));
  return each.filter(one => one.extracts > 0).sort((a, b) => (a.source < b.source ? -1 : 1));
}

const code = (index: number) => `c${index}` as CodeId;
const theme = (index: number) => `t${index}` as ThemeId;
const outcome = (index: number) => `o${index}` as OutcomeId;
const sum = (links: readonly Link[]) => links.reduce((total, [, , extracts]) => total + extracts, 0);

/** A theme map by names, with links by their places in the lists. */
export function mapOf(plan: Plan): ThemeMap {
  const voices = plan.sources ?? threeVoices;
  const heardBy = (index: number) => dealt(sum(plan.codeLinks.filter(link => link[1] === index)), voices.length, index);
  return {
    title: plan.title ?? 'Boat shed',
    titles: {},
    filter: null,
    outcomes: plan.outcomes.map((title, index) => {
      const own = plan.outcomeLinks.filter(link => link[1] === index);
      return { id: outcome(index), number: index + 1, title, extracts: sum(own), themes: own.length };
    }),
    themes: plan.themes.map((name, index) => {
      const heard = heardBy(index);
      return {
        id: theme(index),
        name,
        concept: '',
        status: 'candidate',
        extracts: sum(plan.codeLinks.filter(link => link[1] === index)),
        sources: heard.length,
        heard,
        against: [],
        place: plan.places?.[index] ?? null,
      };
    }),
    codes: plan.codes.map((name, index) => ({
      id: code(index),
      name,
      extracts: sum(plan.codeLinks.filter(link => link[0] === index)),
    })),
    codeLinks: plan.codeLinks.map(([from, to, extracts]) => ({ code: code(from), theme: theme(to), extracts })),
    outcomeLinks: plan.outcomeLinks.map(([from, to, extracts], index) => ({
      theme: theme(from),
      outcome: outcome(to),
      extracts,
      primary: plan.outcomeLinks.findIndex(link => link[0] === from) === index,
    })),
    relations: (plan.relations ?? []).map(([from, to, kind]) => ({ from: theme(from), to: theme(to), kind })),
    sources: voices.map(([group, phase], index) => ({
      id: source(index),
      title: `Talk ${index + 1}`,
      group,
      phase,
      extracts: plan.themes
        .flatMap((_, place) => heardBy(place))
        .filter(one => one.source === source(index))
        .reduce((total, one) => total + one.extracts, 0),
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
  relations: [
    [0, 1, 'leads to'],
    [2, 0, 'opposes'],
    [3, 1, 'part of'],
    [1, 2, 'explains'],
  ],
  sources: [
    ['CYP', 1],
    ['CYP', 2],
    ['Parent/Carer', 2],
    ['Staff', null],
    [null, null],
  ],
});

/** A map of many themes and codes, made by rule: names of all lengths, links of all weights, relations between a third of them. */
export function bigMap(themes = 60, codes = 400): ThemeMap {
  const words = [
    'being',
    'known',
    'before',
    'anyone',
    'judges',
    'a place',
    'that',
    'stays',
    'dry',
    'when',
    'March',
    'comes',
    'round',
  ];
  const name = (seed: number, most: number) =>
    Array.from({ length: 2 + (seed % most) }, (_, index) => words[(seed * 7 + index * 5) % words.length]).join(' ');
  const groups = ['CYP', 'Parent/Carer', 'Professional', 'Advisory Group', 'Staff'];
  return mapOf({
    title: 'Large study',
    outcomes: [
      'Involvement',
      'Reasons',
      'Interventions',
      'Positive outcomes',
      'Resilience',
      'Partnership',
      'Cost savings',
      'Inclusivity',
      'Local areas',
    ],
    themes: Array.from({ length: themes }, (_, index) => `${name(index + 1, 7)} ${index + 1}`),
    codes: Array.from({ length: codes }, (_, index) => `${name(index + 3, 4)} ${index + 1}`),
    codeLinks: Array.from(
      { length: codes },
      (_, index) => [index, (index * 11) % themes, 1 + ((index * 17) % 40)] as const,
    ),
    outcomeLinks: Array.from({ length: themes }, (_, index) =>
      Array.from(
        { length: 1 + (index % 3) },
        (_, more) => [index, (index + more * 2) % 8 === 6 ? 8 : (index + more * 2) % 8, 5 + index] as const,
      ),
    ).flat(),
    relations: Array.from(
      { length: Math.floor(themes / 3) },
      (_, index) =>
        [
          (index * 3) % themes,
          (index * 5 + 7) % themes,
          ['leads to', 'part of', 'opposes', 'explains', 'makes possible'][index % 5] ?? '',
        ] as const,
    ).filter(([from, to]) => from !== to),
    sources: Array.from({ length: 36 }, (_, index) => [groups[index % 5] ?? null, 1 + (index % 2)] as const),
  });
}
