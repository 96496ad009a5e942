import { NinefoldError } from '../shared/model/errors.ts';
import type { SourceId } from '../shared/model/ids.ts';
import type { PreparedQuote, PreparedQuoteId, QuoteState } from '../shared/model/preparedQuotes.ts';
import { extractKey } from '../shared/text/quoteLinks.ts';
import type { Reader } from './reader.ts';
import type { Tables } from './rows.ts';

type Row = Tables['quote'];

/** A row of the table as the quote it is, checked against its passage. */
export function preparedOf(row: Row): PreparedQuote {
  return {
    id: row.id as PreparedQuoteId,
    source: row.source_id as SourceId,
    start: row.start_at,
    end: row.end_at,
    passage: row.quoted,
    printed: row.printed,
    leadIn: row.lead_in,
    state: row.state as QuoteState,
    vivid: row.vivid === 1,
    position: row.position,
    again: null,
  };
}

/** Every quote that was made ready, by the key of its extract (`extractKey`). */
export function preparedOn(read: Reader): ReadonlyMap<string, PreparedQuote> {
  return new Map(
    read.all<Row>('SELECT * FROM quote ORDER BY source_id, start_at, end_at, id').map(row => {
      const prepared = preparedOf(row);
      return [extractKey(prepared), prepared];
    }),
  );
}

/**
 * To be called before anything is printed, with the prepared quotes that would be: words that were changed for print and no longer check are never printed silently,
 * nor is their passage in their place, from which something may have been cut for a reason.
 * @throws `integrity` naming the quotes.
 */
export function refuseUnchecked(prepared: Iterable<PreparedQuote>): void {
  const again = [...prepared].filter(one => one.again !== null && one.state !== 'held');
  const [first] = again;
  if (!first) return;
  const others = again.length === 1 ? '' : ` So it is with ${again.length - 1} more.`;
  throw new NinefoldError(
    'integrity',
    `The printed words “${opening(first.printed ?? first.passage)}” no longer stand in their passage: ${first.again}${others} Nothing was written. Edit their words or hold them back, on the Quotes page.`,
    { quotes: again.map(one => ({ extract: extractKey(one), printed: one.printed, why: one.again })) },
  );
}

const opening = (words: string): string => (words.length <= 60 ? words : `${words.slice(0, 58).trimEnd()} …`);
