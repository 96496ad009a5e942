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
