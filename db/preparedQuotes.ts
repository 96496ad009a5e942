import { NinefoldError } from '../shared/model/errors.ts';
import type { SourceId } from '../shared/model/ids.ts';
import type { PreparedQuote, PreparedQuoteId, QuoteState } from '../shared/model/preparedQuotes.ts';
import { checkPrinted } from '../shared/text/printed.ts';
import { printedErrorInWords } from '../shared/text/printedWords.ts';
import { type ExtractPlace, extractKey } from '../shared/text/quoteLinks.ts';
import type { Reader } from './reader.ts';
import type { Tables } from './rows.ts';
import { sourceText } from './sources.ts';

export type QuoteRow = Tables['quote'];

/** A row of the table as the quote it is, checked against its passage. */
export function preparedOf(read: Reader, row: QuoteRow): PreparedQuote {
  const extract = { start: row.start_at, end: row.end_at };
  const own = row.passage_start !== null && row.passage_end !== null;
  const bounds = own ? { start: row.passage_start ?? 0, end: row.passage_end ?? 0 } : extract;
  const passage = own ? sourceText(read, row.source_id as SourceId).slice(bounds.start, bounds.end) : row.quoted;
  return {
    id: row.id as PreparedQuoteId,
    source: row.source_id as SourceId,
    ...extract,
    bounds,
    passage,
    printed: row.printed ?? (own ? passage : null),
    leadIn: row.lead_in,
    state: row.state as QuoteState,
    vivid: row.vivid === 1,
    again: row.printed === null ? null : whyAgain(passage, row.printed),
  };
}

/** Every quote that was made ready, by the key of its extract (`extractKey`). */
export function preparedOn(read: Reader): ReadonlyMap<string, PreparedQuote> {
  return new Map(
    read.all<QuoteRow>('SELECT * FROM quote ORDER BY source_id, start_at, end_at, id').map(row => {
      const prepared = preparedOf(read, row);
      return [extractKey(prepared), prepared];
    }),
  );
}

/** The row of one extract, where it was made ready. */
export const quoteRow = (read: Reader, { source, start, end }: ExtractPlace): QuoteRow | undefined =>
  read.get<QuoteRow>(
    'SELECT * FROM quote WHERE source_id = ? AND start_at = ? AND end_at = ? ORDER BY id',
    source,
    start,
    end,
  );

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

/** Checks that were made: the same words are asked for again and again. Emptied when it is full. */
const known = new Map<string, string | null>();
const mostKnown = 20_000;

function whyAgain(passage: string, printed: string): string | null {
  const key = `${passage}\u0000${printed}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const checked = checkPrinted(passage, printed);
  const [error] = checked.ok ? [] : checked.errors;
  const why = error ? printedErrorInWords(error) : null;
  if (known.size >= mostKnown) known.clear();
  known.set(key, why);
  return why;
}
