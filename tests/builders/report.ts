import type { OutcomeId, ThemeId } from '../../shared/model/ids.ts';
import type {
  CaseStudyId,
  PrintedQuote,
  RecommendationId,
  ReportSnapshot,
  ReportTheme,
} from '../../shared/model/report.ts';

export const themeId = (name: string) => `theme ${name}` as ThemeId;
export const outcomeId = (number: number) => `outcome ${number}` as OutcomeId;
/** A key of an extract, as quoteLinks.ts makes them. */
export const keyOf = (number: number) => `01890000-0000-7000-8000-00000000000a:${number}-${number + 5}`;
export const live = (number: number, leadIn = 'Quote:') => `[${leadIn}](ninefold:extract/${keyOf(number)})`;

export const printed = (number: number, given: Partial<PrintedQuote> = {}): PrintedQuote => ({
  key: keyOf(number),
  words: `words ${number}`,
  attribution: `Interview CYP${number}`,
  leadIn: '',
  state: null,
  vivid: false,
  ...given,
});

export const reportTheme = (name: string, given: Partial<ReportTheme> = {}): ReportTheme => ({
  id: themeId(name),
  name,
  concept: `${name} in a line`,
  definition: `${name} in full`,
  isNot: '',
  narrative: '',
  status: 'candidate',
  role: null,
  parent: null,
  parked: false,
  outcomes: [],
  codes: [],
  evidence: { extracts: 0, sources: 0, participants: 0 },
  extracts: [],
  contrary: [],
  qualifies: [],
  ...given,
});

/** A report of these parts; quotes are known by their keys. */
export const report = ({
  quotes = [],
  ...given
}: Partial<Omit<ReportSnapshot, 'quotes'>> & { readonly quotes?: readonly PrintedQuote[] }): ReportSnapshot => ({
  title: 'Boat & shed',
  counts: { sources: 0, participants: 0, groups: [], speakers: 0 },
  outcomes: [],
  themes: [],
  relations: [],
  caseStudies: [],
  recommendations: [],
  sources: [],
  ...given,
  quotes: new Map(quotes.map(quote => [quote.key, quote])),
});

export const outcome = (number: number, themes: readonly string[], straight: readonly number[] = []) => ({
  id: outcomeId(number),
  number,
  title: `Outcome ${number}`,
  statement: `Statement ${number}`,
  themes: themes.map(themeId),
  straight: straight.map(keyOf),
});

export const caseStudy = (title: string, given: Partial<ReportSnapshot['caseStudies'][number]> = {}) => ({
  id: `box ${title}` as CaseStudyId,
  title,
  body: '',
  disclaimer: '',
  outcome: null,
  theme: null,
  ...given,
});

export const recommendation = (addressee: string, body: string, themes: readonly string[] = []) => ({
  id: `do ${body}` as RecommendationId,
  addressee,
  body,
  themes: themes.map(themeId),
});

/** A report with something of everything: themes of several outcomes and of none, a sub-theme, quotes of every state, boxes at every place, recommendations with and without support. */
export const wholeReport = report({
  counts: { sources: 2, participants: 1, groups: [{ group: 'CYP', participants: 1 }], speakers: 3 },
  outcomes: [outcome(1, ['Trust', 'Time', 'Fear'], [7, 8]), outcome(2, ['Time', 'Trust']), outcome(3, [])],
  themes: [
    reportTheme('Trust', {
      outcomes: [1, 2].map(outcomeId),
      narrative: `They **said** so & more.\n\n- one\n- two\n\n1. first\n\n${live(1, 'One said:')}\n\nBetween.\n\n1. anew\n\n${live(4, 'Held:')}\n\n${live(6)}\n\n${live(9)}`,
      extracts: [1, 5, 2, 3, 4, 6].map(keyOf),
      contrary: [keyOf(3)],
    }),
    reportTheme('Loose'),
    reportTheme('Fear', { outcomes: [outcomeId(1)] }),
    reportTheme('Time', { parent: themeId('Trust'), outcomes: [1, 2].map(outcomeId) }),
  ],
  relations: [{ from: themeId('Trust'), to: themeId('Fear'), kind: 'opposes', note: 'mostly' }],
  quotes: [
    printed(1, { words: 'Two\nlines \u0001', vivid: true }),
    printed(2, { state: 'chosen' }),
    printed(3, { state: 'candidate' }),
    printed(4, { state: 'held' }),
    printed(5, { state: 'used' }),
    printed(6, { state: 'chosen', leadIn: 'As prepared' }),
    printed(7),
    printed(8, { state: 'held' }),
  ],
  caseStudies: [
    caseStudy('A story', { theme: themeId('Trust'), body: `Told. ${live(2)}`, disclaimer: 'Names are changed.' }),
    caseStudy('Of the outcome', { outcome: outcomeId(1) }),
    caseStudy('Of the report'),
    caseStudy('Of a discarded theme', { theme: themeId('Gone') }),
  ],
  recommendations: [
    recommendation('Funders', 'Pay.', ['Trust', 'Gone']),
    recommendation('Schools', 'Ask.'),
    recommendation('Funders', 'Stay.'),
  ],
  sources: [
    { attribution: 'Interview CYP1', kind: 'interview', group: 'CYP', phase: 1 },
    { attribution: 'Staff Email', kind: 'email', group: 'Staff', phase: null },
    { attribution: 'Staff Email', kind: 'email', group: 'Staff', phase: null },
  ],
});
