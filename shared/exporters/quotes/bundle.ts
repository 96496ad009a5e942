import type { QuoteState } from '../../model/preparedQuotes.ts';
import type { BundleColumn, BundlePart } from '../../model/printStyles.ts';
import type { BundleExtra, BundleQuote, Narrowed, QuoteChapter, QuoteDetail } from '../../model/quotes.ts';

/** All that a bundle prints, in every format. */
export type Bundle = {
  readonly title: string;
  readonly narrowed: Narrowed;
  readonly chapters: readonly QuoteChapter[];
  /** Every quote once, at its first place. */
  readonly quotes: readonly BundleQuote[];
  readonly extra: BundleExtra;
  /** Null for those of the format. */
  readonly columns: readonly BundleColumn[] | null;
  readonly parts: ReadonlySet<BundlePart>;
  /** True: the words are as they were spoken, and every page says so. */
  readonly spoken: boolean;
};

export const noExtra: BundleExtra = { attributes: [], sources: [], shared: [], details: new Map() };

export const noDetail: QuoteDetail = { values: {}, turn: 0, notes: [], before: [], after: [] };

export const detailOf = (extra: BundleExtra, quote: Pick<BundleQuote, 'key'>): QuoteDetail =>
  extra.details.get(quote.key) ?? noDetail;

/** The words that are printed of a quote. */
export const wordsOf = (quote: Pick<BundleQuote, 'text' | 'printed'>): string => quote.printed ?? quote.text;

/** Stands on every page of a bundle as spoken. */
export const spokenMark = 'As spoken: names are not replaced. Do not share.';

/** What stands before the quotes. */
export const noticeOn = ({ spoken }: Pick<Bundle, 'spoken'>): string =>
  spoken
    ? 'As spoken: the words stand as they were said, with names and places that print replaces. For the team alone: do not share this document.'
    : 'The words stand as in the sources, with labels in square brackets where names and places were replaced. No check sees everything: read each quote for what could identify a person before it is shared.';

/** "12 quotes in report order: only outcome 5, chosen, Parent/Carer, phase 2". */
export function summaryOf({ narrowed, quotes }: Pick<Bundle, 'narrowed' | 'quotes'>): string {
  const only = narrowedInWords(narrowed);
  return `${counted(quotes.length)} in report order${only === null ? '' : `: only ${only}`}`;
}

const statesInWords: Readonly<Record<QuoteState, string>> = {
  candidate: 'candidates',
  chosen: 'chosen',
  used: 'used',
  held: 'held back',
};

/** What a bundle was narrowed to, in words; null where it holds everything. */
export function narrowedInWords(narrowed: Narrowed): string | null {
  const { outcome, theme, code, unthemed, group, phase, participant, state, vivid, within } = narrowed;
  const parts = [
    outcome === undefined ? null : `outcome ${outcome}`,
    theme === undefined ? null : `theme “${theme}”`,
    code === undefined ? null : `code “${code}”`,
    unthemed ? 'in no theme' : null,
    group,
    phase === undefined ? null : `phase ${phase}`,
    participant,
    state === undefined ? null : statesInWords[state],
    vivid === undefined ? null : vivid ? 'starred as vivid' : 'not starred as vivid',
    within === undefined ? null : `within the filter “${within}”`,
  ].filter(part => part !== null && part !== undefined);
  return parts.length === 0 ? null : parts.join(', ');
}

export const counted = (quotes: number): string =>
  `${quotes.toLocaleString('en-GB')} ${quotes === 1 ? 'quote' : 'quotes'}`;

export const headingOf = ({ outcome }: Pick<QuoteChapter, 'outcome'>): string =>
  outcome ? `${outcome.number}. ${outcome.title}` : 'Under no outcome';

export const nameOf = ({ theme }: Pick<QuoteChapter['sections'][number], 'theme'>): string =>
  theme?.name ?? 'Codes in no theme';

/** Quotes under an outcome that are in none of its themes stand under its own heading. */
export const isStraight = (
  { outcome }: Pick<QuoteChapter, 'outcome'>,
  { theme }: Pick<QuoteChapter['sections'][number], 'theme'>,
): boolean => outcome !== null && theme === null;

/** How each attribution of the sources is listed, with how many quotes bear it: those of one label together, in the order of the study. */
export function sourceList({ extra, quotes }: Pick<Bundle, 'extra' | 'quotes'>): readonly {
  readonly attribution: string;
  readonly kinds: readonly string[];
  readonly sources: number;
  readonly quotes: number;
}[] {
  const source = (key: string) => key.slice(0, key.indexOf(':'));
  const counts = new Map<string, number>();
  for (const { key } of quotes) counts.set(source(key), (counts.get(source(key)) ?? 0) + 1);
  const lines = new Map<string, { attribution: string; kinds: string[]; sources: number; quotes: number }>();
  for (const { id, attribution, kind } of extra.sources) {
    const line = lines.get(attribution) ?? { attribution, kinds: [], sources: 0, quotes: 0 };
    if (!line.kinds.includes(kind)) line.kinds.push(kind);
    line.sources += 1;
    line.quotes += counts.get(id) ?? 0;
    lines.set(attribution, line);
  }
  return [...lines.values()];
}
