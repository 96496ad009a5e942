import type { OutcomeQuote } from '../shared/api/outputs/theme.ts';
import type { OutcomeId, SourceId } from '../shared/model/ids.ts';
import { newId } from '../shared/model/ids.ts';
import { type ExtractPlace, extractKey } from '../shared/text/quoteLinks.ts';
import type { Reader } from './reader.ts';
import type { Tables } from './rows.ts';
import type { checkedPlace } from './themeMarks.ts';
import { extractsAt } from './themePlaces.ts';
import type { Writer } from './writer.ts';

type Row = Tables['outcome_quote'];

export const quotePlace = (row: Row): ExtractPlace => ({
  source: row.source_id as SourceId,
  start: row.start_at,
  end: row.end_at,
});

/** Quotes straight under outcomes, in their order under each; of one outcome where it is given. */
export function outcomeQuoteRows(read: Reader, outcome?: OutcomeId): readonly Row[] {
  return read.all<Row>(
    'SELECT * FROM outcome_quote WHERE ? IS NULL OR outcome_id = ? ORDER BY outcome_id, position, id',
    outcome ?? null,
    outcome ?? null,
  );
}

export function outcomeQuotes(read: Reader, outcome: OutcomeId): readonly OutcomeQuote[] {
  const rows = outcomeQuoteRows(read, outcome);
  const shown = new Map(extractsAt(read, rows.map(quotePlace)).map(extract => [extract.key, extract]));
  return rows.flatMap(row => {
    const extract = shown.get(extractKey(quotePlace(row)));
    if (!extract) return [];
    const { before: _before, after: _after, ...rest } = extract;
    return [{ ...rest, id: row.id, reason: row.reason }];
  });
}

/** Puts words straight under an outcome, at the end, or takes them off. @returns whether that changed anything. */
export function quoteUnder(
  read: Reader,
  write: Writer,
  outcome: OutcomeId,
  place: ReturnType<typeof checkedPlace>,
  placed: boolean,
  reason: string | null,
): boolean {
  const there = outcomeQuoteRows(read, outcome).filter(
    row => row.source_id === place.source && row.start_at === place.start && row.end_at === place.end,
  );
  if (!placed) for (const row of there) write.remove('outcome_quote', row.id);
  if (!placed || there.length > 0) return !placed && there.length > 0;
  write.insert('outcome_quote', {
    id: newId(),
    outcome_id: outcome,
    source_id: place.source,
    start_at: place.start,
    end_at: place.end,
    quoted: place.quoted,
    position: read.count('SELECT coalesce(max(position), -1) + 1 FROM outcome_quote WHERE outcome_id = ?', outcome),
    reason,
  });
  return true;
}
