import { byReport, inOrder } from '../shared/analysis/reportOrder.ts';
import type { OutcomeId, SourceId, ThemeId } from '../shared/model/ids.ts';
import { newId } from '../shared/model/ids.ts';
import type { QuoteOrders } from '../shared/model/quotes.ts';
import { type ExtractPlace, extractKey } from '../shared/text/quoteLinks.ts';
import { extractsOn } from './extracts.ts';
import { outcomeQuoteRows, quotePlace } from './outcomeQuotes.ts';
import type { Place } from './prepareQuote.ts';
import type { Reader } from './reader.ts';
import type { Tables } from './rows.ts';
import { outcomeRow } from './themeOutcomes.ts';
import { themeRow } from './themes.ts';
import type { Writer } from './writer.ts';

type Row = Tables['theme_quote'];

/** Every order by hand. */
export function quoteOrders(read: Reader): QuoteOrders {
  const rows = read.all<Row>('SELECT * FROM theme_quote ORDER BY theme_id, position, id');
  const byTheme = Map.groupBy(rows, row => row.theme_id as ThemeId | null);
  return new Map([...byTheme].map(([theme, mine]) => [theme, new Map(mine.map((row, at) => [keyOf(row), at]))]));
}

/** Where quotes are put in order: under a theme, straight under an outcome, or (neither given) among those in no theme. */
export type OrderedUnder = { readonly theme?: ThemeId | undefined; readonly outcome?: OutcomeId | undefined };

/** Puts quotes into this order by hand under one heading, before all others there; null gives that heading back to report order. @throws `not-found`. */
export function orderQuotes(
  read: Reader,
  write: Writer,
  { theme, outcome }: OrderedUnder,
  places: readonly Place[] | null,
): void {
  if (outcome !== undefined) orderStraight(read, write, outcome, places);
  else orderUnder(read, write, theme ?? null, places);
}

function orderUnder(read: Reader, write: Writer, theme: ThemeId | null, places: readonly Place[] | null): void {
  if (theme !== null) themeRow(read, theme);
  const there = new Map(
    read.all<Row>('SELECT * FROM theme_quote WHERE theme_id IS ?', theme).map(row => [keyOf(row), row]),
  );
  const wanted = new Map((places ?? []).map(place => [extractKey(place), place]));
  for (const [key, row] of there) if (!wanted.has(key)) write.remove('theme_quote', row.id);
  for (const [position, [key, place]] of [...wanted].entries()) {
    const row = there.get(key);
    if (row) write.update('theme_quote', row.id, { position });
    else write.insert('theme_quote', { ...rowOf(place), id: newId(), theme_id: theme, position });
  }
}

/** Quotes straight under an outcome always have places of their own there. */
function orderStraight(read: Reader, write: Writer, id: OutcomeId, places: readonly Place[] | null): void {
  outcomeRow(read, id);
  const rows = outcomeQuoteRows(read, id);
  const order = places ?? extractsOn(read, rows.map(quotePlace)).toSorted(byReport).map(placeOfExtract);
  const at = new Map(order.map((place, position) => [extractKey(place), position]));
  for (const [position, row] of inOrder(rows, at, row => extractKey(quotePlace(row))).entries())
    write.update('outcome_quote', row.id, { position });
}

const placeOfExtract = ({ source, start, end }: ReturnType<typeof extractsOn>[number]): ExtractPlace => ({
  source: source.id,
  start,
  end,
});

const rowOf = ({ source, start, end, quoted }: Place) => ({
  source_id: source,
  start_at: start,
  end_at: end,
  quoted,
});

const keyOf = (row: Row): string =>
  extractKey({ source: row.source_id as SourceId, start: row.start_at, end: row.end_at });
