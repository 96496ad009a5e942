import { isUnusedVivid, overuseOf, sharedWords, voicesOf } from '../shared/analysis/quoteBoard.ts';
import { quoteChapters } from '../shared/analysis/reportOrder.ts';
import type { QuoteFilter } from '../shared/api/inputs.ts';
import type { BoardQuote, Heard, PrintedElsewhere, QuoteBoard } from '../shared/api/outputs/preparedQuote.ts';
import type { OutcomeId, ThemeId } from '../shared/model/ids.ts';
import type { BundleQuote } from '../shared/model/quotes.ts';
import { placeOfKey } from '../shared/text/quoteLinks.ts';
import { countWords } from '../shared/text/words.ts';
import { preparedOn } from './preparedQuotes.ts';
import { readQuotes } from './quotes.ts';
import type { Reader } from './reader.ts';
import { outcomeRow } from './themeOutcomes.ts';
import { themeRow } from './themes.ts';

/** One quote at one place of the report. */
type Printed = {
  readonly quote: BundleQuote;
  readonly theme: PrintedElsewhere['theme'];
  readonly outcome: PrintedElsewhere['outcome'];
};

/** The board of a theme, an outcome or the study. @throws `not-found`. */
export function quoteBoard(
  read: Reader,
  asked: { readonly theme?: ThemeId | undefined; readonly outcome?: OutcomeId | undefined },
  within: QuoteFilter['within'],
): QuoteBoard {
  if (asked.theme !== undefined) themeRow(read, asked.theme);
  if (asked.outcome !== undefined) outcomeRow(read, asked.outcome);
  const everything = printedPlaces(read, within);
  const here = everything.filter(
    one =>
      (asked.theme === undefined || one.theme?.id === asked.theme) &&
      (asked.outcome === undefined || one.outcome?.id === asked.outcome),
  );
  const mine = [...new Map(here.map(one => [one.quote.key, one.quote])).values()];
  const bySource = Map.groupBy(
    everything.filter(one => one.quote.state !== 'held' && (one.theme !== null || one.outcome !== null)),
    one => one.quote.source,
  );
  const prepared = preparedOn(read);
  const quotes = mine.map((quote): BoardQuote => {
    const { leadIn: _leadIn, vivid: _vivid, state: _state, paths: _paths, printed: _printed, ...rest } = quote;
    const place = placeOfKey(quote.key);
    const ready = prepared.get(quote.key) ?? null;
    return {
      ...rest,
      sourceId: place?.source ?? ('' as never),
      prepared: ready,
      words: countWords(ready?.printed ?? quote.text),
      passageWords: countWords(ready?.passage ?? quote.text),
      elsewhere: (bySource.get(quote.source) ?? []).flatMap(other => elsewhere(quote, other, here)),
    };
  });
  const heard = mine.filter(quote => quote.state !== 'held');
  const overuse = overuseOf(heard);
  return {
    quotes,
    balance: {
      participants: voicesOf(heard).map(({ voice, count }) => ({ name: voice, count })),
      groups: counted(heard.map(quote => quote.group)),
      phases: counted(heard.map(quote => quote.phase)),
    },
    advice: overuse === null ? [] : [overuse],
    unusedVivid: mine.filter(isUnusedVivid).map(quote => quote.key),
    again: quotes.filter(quote => quote.prepared?.again).map(quote => quote.key),
  };
}

function printedPlaces(read: Reader, within: QuoteFilter['within']): readonly Printed[] {
  const snapshot = readQuotes(read, within ? { within } : {}, { held: true });
  const outcomes = new Map(snapshot.outcomes.map(outcome => [outcome.number, outcome.id]));
  const themes = new Map(snapshot.themes.map(theme => [theme.name, theme.id]));
  return quoteChapters(snapshot).flatMap(({ outcome, sections }) => {
    const id = outcome && outcomes.get(outcome.number);
    return sections.flatMap(({ theme, quotes }) => {
      const known = theme && themes.get(theme.name);
      return quotes.map(quote => ({
        quote,
        theme: theme && known ? { id: known, name: theme.name } : null,
        outcome: outcome && id ? { id, number: outcome.number } : null,
      }));
    });
  });
}

/** A place besides those asked for that prints the same words, or the same place where another quote there shares words. */
function elsewhere(quote: BundleQuote, other: Printed, here: readonly Printed[]): readonly PrintedElsewhere[] {
  if (other.quote.key === quote.key && here.includes(other)) return [];
  const shared = sharedWords(quote, other.quote);
  return shared ? [{ key: other.quote.key, theme: other.theme, outcome: other.outcome, ...shared }] : [];
}

function counted(values: readonly (string | number | null)[]): readonly Heard[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(String(value ?? ''), (counts.get(String(value ?? '')) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count })).toSorted((a, b) => b.count - a.count);
}
