import type { ExtractRef } from '../shared/api/inputs.ts';
import type { Span } from '../shared/model/entities.ts';
import { NinefoldError } from '../shared/model/errors.ts';
import type { CoderId, SourceId } from '../shared/model/ids.ts';
import { newId } from '../shared/model/ids.ts';
import type { PreparedQuote, QuoteState } from '../shared/model/preparedQuotes.ts';
import { checkPrinted, isPassage } from '../shared/text/printed.ts';
import { printedErrorInWords } from '../shared/text/printedWords.ts';
import { type ExtractPlace, extractKey, placeOfKey } from '../shared/text/quoteLinks.ts';
import { checkedSpan } from './codings.ts';
import { preparedOf, type QuoteRow, quoteRow } from './preparedQuotes.ts';
import type { Reader } from './reader.ts';
import { sourceText } from './sources.ts';
import type { Writer } from './writer.ts';

/** Words of a source that were checked against its text. */
export type Place = ExtractPlace & { readonly quoted: string };

/** Words as they are named in a call, checked against their texts, each of which is read once. @throws `not-found` for a source, `selection-outside`, `selection-empty`. */
export function checkedPlaces(read: Reader, refs: readonly ExtractRef[]): readonly Place[] {
  const texts = new Map<SourceId, string>();
  return refs.map(ref => {
    const place = typeof ref === 'string' ? placeOfKey(ref) : ref;
    if (!place) throw new NinefoldError('selection-empty', 'The quote holds no words. Nothing was changed.');
    const text = texts.get(place.source) ?? sourceText(read, place.source);
    texts.set(place.source, text);
    const span = checkedSpan(text, place);
    return { source: place.source, ...span, quoted: text.slice(span.start, span.end) };
  });
}

/** What is made ready of a quote; absent fields stay. `printed` null: back to the passage. `bounds`: of the passage in its source's text. */
export type QuoteChange = {
  readonly printed?: string | null | undefined;
  readonly leadIn?: string | undefined;
  readonly state?: QuoteState | undefined;
  readonly vivid?: boolean | undefined;
  readonly bounds?: Span | undefined;
};

/**
 * Makes an extract ready for print. A quote of which nothing is left but what every extract has is none any more.
 * @returns the quote as it is now; null where it is an extract like any other. @throws `invalid-input` with the places where printed words don't check.
 */
export function prepareQuote(
  read: Reader,
  write: Writer,
  place: Place,
  change: QuoteChange,
  coder: CoderId,
  at: string,
): PreparedQuote | null {
  const row = quoteRow(read, place);
  const next = changed(read, row ?? emptyRow(place, coder, at), place, change);
  if (row && isPlain(next)) write.remove('quote', row.id);
  else if (row) {
    if (differs(row, next)) write.update('quote', row.id, { ...next, coder_id: coder, at });
  } else if (!isPlain(next)) write.insert('quote', next);
  const now = quoteRow(read, place);
  return now ? preparedOf(read, now) : null;
}

const emptyRow = (place: Place, coder: CoderId, at: string): QuoteRow => ({
  id: newId<'quote'>(),
  source_id: place.source,
  start_at: place.start,
  end_at: place.end,
  quoted: place.quoted,
  printed: null,
  lead_in: '',
  state: 'candidate',
  vivid: 0,
  passage_start: null,
  passage_end: null,
  coder_id: coder,
  at,
});

const isPlain = (row: QuoteRow): boolean =>
  row.printed === null &&
  row.lead_in === '' &&
  row.state === 'candidate' &&
  row.vivid === 0 &&
  row.passage_start === null;

const differs = (a: QuoteRow, b: QuoteRow): boolean =>
  (Object.keys(b) as (keyof QuoteRow)[]).some(column => a[column] !== b[column]);

function changed(read: Reader, row: QuoteRow, place: Place, change: QuoteChange): QuoteRow {
  const bounds = change.bounds ?? boundsOf(row);
  const same = bounds.start === place.start && bounds.end === place.end;
  const passage = same ? place.quoted : sourceText(read, place.source).slice(bounds.start, bounds.end);
  const given = change.printed === undefined ? row.printed : change.printed;
  const asked = change.printed !== undefined || change.bounds !== undefined;
  return {
    ...row,
    printed: given === null || !asked ? given : checkedWords(passage, given, place),
    lead_in: change.leadIn === undefined ? row.lead_in : change.leadIn.trim(),
    state: change.state ?? row.state,
    vivid: change.vivid === undefined ? row.vivid : Number(change.vivid),
    passage_start: same ? null : bounds.start,
    passage_end: same ? null : bounds.end,
  };
}

const boundsOf = (row: QuoteRow): Span => ({
  start: row.passage_start ?? row.start_at,
  end: row.passage_end ?? row.end_at,
});

/** Words in the house style; null where they are those of the passage. */
function checkedWords(passage: string, printed: string, place: Place): string | null {
  const checked = checkPrinted(passage, printed);
  if (checked.ok)
    return checked.differences.length === 0 && isPassage(passage, checked.printed) ? null : checked.printed;
  const errors = checked.errors.map(error => ({ ...error, message: printedErrorInWords(error) }));
  const more = errors.length === 1 ? '' : ` There are ${errors.length - 1} more differences like this.`;
  throw new NinefoldError(
    'invalid-input',
    `The words to print are not those of the passage. ${errors[0]?.message ?? ''}${more} The quote is as it was.`,
    { extract: extractKey(place), errors },
  );
}
