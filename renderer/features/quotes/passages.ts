import type { Framework, Outcome, Quote, Theme } from '../../../shared/model/entities.ts';

/** A place in the report where a quote is printed. `outcome` is null for a theme under none. */
export type Printed = { readonly outcome: Outcome | null; readonly theme: Theme };

/** Everywhere a quote is printed, in report order. */
export function printedIn(quote: Quote, framework: Framework, themes: readonly Theme[]): readonly Printed[] {
  const mine = themes.filter(theme => quote.themes.includes(theme.name));
  const placed = framework.outcomes.flatMap(outcome =>
    outcome.themes.flatMap(id => {
      const theme = mine.find(one => one.id === id);
      return theme ? [{ outcome, theme }] : [];
    }),
  );
  const unplaced = mine.filter(theme => theme.outcomes.length === 0).map(theme => ({ outcome: null, theme }));
  return [...placed, ...unplaced];
}

/** Other quotes that share words of the same source with this one, in the order given. */
export function sharingWords(quote: Quote, quotes: readonly Quote[]): readonly Quote[] {
  return quotes.filter(
    other =>
      other.id !== quote.id && other.source === quote.source && other.start < quote.end && quote.start < other.end,
  );
}
