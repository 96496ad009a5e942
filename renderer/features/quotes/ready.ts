import { inOrder } from '../../../shared/analysis/reportOrder.ts';
import type { Span } from '../../../shared/model/entities.ts';
import type { PreparedQuote, PreparedQuoteId, QuoteState } from '../../../shared/model/preparedQuotes.ts';
import type { BundleQuote, QuoteChapter } from '../../../shared/model/quotes.ts';
import { extractKey, placeOfKey } from '../../../shared/text/quoteLinks.ts';
import type { Section } from './choice.ts';

/** Quotes made ready, by the key of their extract. */
export type Prepared = ReadonlyMap<string, PreparedQuote>;

export const byKey = (list: readonly PreparedQuote[]): Prepared => new Map(list.map(one => [extractKey(one), one]));

/** What an act changes of a quote; absent fields stay. */
export type ReadyChange = {
  readonly printed?: string | null;
  readonly bounds?: Span;
  readonly leadIn?: string;
  readonly state?: QuoteState;
  readonly vivid?: boolean;
};

/** The quotes made ready as they will be after an act; of bounds and words only the core can tell, so they wait for it. */
export function withChange(
  list: readonly PreparedQuote[],
  quotes: readonly BundleQuote[],
  change: ReadyChange,
): readonly PreparedQuote[] {
  const known = byKey(list);
  const next = new Map(known);
  for (const quote of quotes) {
    const before = known.get(quote.key) ?? plainOf(quote);
    const { printed: _printed, bounds: _bounds, ...rest } = change;
    if (before) next.set(quote.key, { ...before, ...rest });
  }
  return [...next.values()];
}

function plainOf(quote: BundleQuote): PreparedQuote | null {
  const place = placeOfKey(quote.key);
  return (
    place && {
      ...place,
      id: quote.key as PreparedQuoteId,
      bounds: { start: place.start, end: place.end },
      passage: quote.text,
      printed: null,
      leadIn: '',
      state: 'candidate',
      vivid: false,
      again: null,
    }
  );
}

/** The sections with their quotes as they are made ready now. A quote of which nothing changed is the same object. */
export function asPrepared(sections: readonly Section[], prepared: Prepared): readonly Section[] {
  return sections.map(section => {
    const quotes = section.quotes.map(quote => preparedQuote(quote, prepared.get(quote.key)));
    return quotes.every((quote, index) => quote === section.quotes[index]) ? section : { ...section, quotes };
  });
}

/** The chapters with the quotes of one heading in another order: a theme's under each of its outcomes, else those straight under the outcome. */
export function withOrder(
  chapters: readonly QuoteChapter[],
  { outcome, theme }: Pick<Section, 'outcome' | 'theme'>,
  quotes: readonly BundleQuote[],
): readonly QuoteChapter[] {
  const places = new Map(quotes.map((quote, index) => [quote.key, index]));
  return chapters.map(chapter => ({
    ...chapter,
    sections: chapter.sections.map(section => {
      const same = theme
        ? section.theme?.name === theme.name
        : section.theme === null && (chapter.outcome?.number ?? null) === (outcome?.number ?? null);
      return same ? { ...section, byHand: true, quotes: inOrder(section.quotes, places, quote => quote.key) } : section;
    }),
  }));
}

function preparedQuote(quote: BundleQuote, ready: PreparedQuote | undefined): BundleQuote {
  const printed = ready?.printed ?? undefined;
  const [leadIn, vivid, state] = [ready?.leadIn ?? '', ready?.vivid ?? false, ready?.state ?? null];
  const same =
    quote.printed === printed &&
    quote.leadIn === leadIn &&
    quote.vivid === vivid &&
    stateOf(quote) === stateOf({ state });
  if (same) return quote;
  const { printed: _before, ...rest } = quote;
  return { ...rest, ...(printed !== undefined && { printed }), leadIn, vivid, state };
}

/** How far a quote has come: an extract that was never made ready is a candidate. */
export const stateOf = ({ state }: Pick<BundleQuote, 'state'>): QuoteState => state ?? 'candidate';

export const stateNames: Readonly<Record<QuoteState, string>> = {
  candidate: 'Candidate',
  chosen: 'Chosen',
  used: 'Used',
  held: 'Held back',
};

/** All quotes of a section in the order they have when one is moved beside another; null where that changes nothing. */
export function movedBeside(
  quotes: readonly BundleQuote[],
  key: string,
  beside: string,
  side: 'before' | 'after',
): readonly BundleQuote[] | null {
  const moved = quotes.find(quote => quote.key === key);
  const rest = quotes.filter(quote => quote.key !== key);
  const at = rest.findIndex(quote => quote.key === beside);
  if (!moved || at < 0) return null;
  const next = rest.toSpliced(side === 'before' ? at : at + 1, 0, moved);
  return next.every((quote, index) => quote === quotes[index]) ? null : next;
}
