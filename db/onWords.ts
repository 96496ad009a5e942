import type { Span } from '../shared/model/entities.ts';
import type { SourceId } from '../shared/model/ids.ts';
import type { Mapped } from '../shared/text/places.ts';
import { extractKey, placeOfKey, quotesIn, withQuotesMoved } from '../shared/text/quoteLinks.ts';
import type { Reader } from './reader.ts';
import type { Tables } from './rows.ts';
import type { Writer } from './writer.ts';

/** Tables whose rows are about words of a source, besides codings and memos. */
export const wordTables = [
  'theme_mark',
  'theme_verdict',
  'outcome_quote',
  'bracket',
  'sensitive',
  'quote',
  'theme_quote',
] as const;

type Row = Span & { readonly id: string };
type Placed = Span & { readonly key: string };

const rowsOn = (read: Reader, table: (typeof wordTables)[number], source: SourceId): readonly Row[] =>
  read.all<Row>(`SELECT id, start_at AS start, end_at AS "end" FROM ${table} WHERE source_id = ?`, source);

/** Narratives of themes and bodies of case studies that quote a source. */
function narrativesOn(read: Reader, source: SourceId) {
  const link = `ninefold:extract/${source}:`;
  return read.all<{ table: 'theme' | 'case_study'; id: string; prose: string }>(
    `SELECT 'theme' AS "table", id, narrative AS prose FROM theme WHERE narrative IS NOT NULL AND instr(narrative, ?) > 0
     UNION ALL SELECT 'case_study', id, body FROM case_study WHERE instr(body, ?) > 0`,
    link,
    link,
  );
}

/** Places of a source that marks, verdicts, quotes under outcomes, narratives and case studies stand on; a quote's key in prose is that of its extract. */
export function wordsOn(read: Reader, source: SourceId): readonly Placed[] {
  const quoted = new Set(narrativesOn(read, source).flatMap(one => quotesIn(one.prose)));
  return [
    ...wordTables.flatMap(table => rowsOn(read, table, source).map(({ id, ...span }) => ({ key: id, ...span }))),
    ...passagesOn(read, source).map(({ id, ...span }) => ({ key: passageKey(id), ...span })),
    ...[...quoted].flatMap(key => {
      const place = placeOfKey(key);
      return place?.source === source ? [{ key, start: place.start, end: place.end }] : [];
    }),
  ];
}

/** Passages of quotes that are wider or narrower than their extracts. */
const passagesOn = (read: Reader, source: SourceId): readonly Row[] =>
  read.all<Row>(
    'SELECT id, passage_start AS start, passage_end AS "end" FROM quote WHERE source_id = ? AND passage_start IS NOT NULL',
    source,
  );
const passageKey = (quote: string) => `${quote} passage`;

/** Carries all of them over to where the words stand now; what has no words any more goes, but a quote in a narrative stays as it was. */
export function moveWords(
  read: Reader,
  write: Writer,
  source: SourceId,
  text: string,
  places: ReadonlyMap<string, Mapped>,
): void {
  for (const { id } of passagesOn(read, source)) {
    const place = places.get(passageKey(id)) ?? null;
    write.update('quote', id, { passage_start: place?.start ?? null, passage_end: place?.end ?? null });
  }
  for (const table of wordTables) {
    for (const row of rowsOn(read, table, source)) {
      const place = places.get(row.id) ?? null;
      const gone = place === null || (table === 'bracket' && !isBracket(text.slice(place.start, place.end)));
      if (gone) write.remove(table, row.id);
      else put(read, write, table, row.id, text, place);
    }
  }
  moveQuotes(read, write, source, key => places.get(key) ?? null);
}

/** A bracket that was mended away is none any more. */
const isBracket = (words: string) => words.startsWith('[') && words.endsWith(']');

/** Columns that with the place tell one row from another; verdicts may be many. */
const owners = {
  theme_mark: 'theme_id',
  outcome_quote: 'outcome_id',
  theme_verdict: null,
  bracket: null,
  sensitive: 'kind',
  quote: 'source_id',
  theme_quote: 'theme_id',
} as const;

/** Puts a row on other words; one that would stand there twice goes. */
function put(
  read: Reader,
  write: Writer,
  table: (typeof wordTables)[number],
  id: string,
  text: string,
  { start, end }: Span,
): void {
  const owner = owners[table];
  const double =
    owner !== null &&
    read.count(
      `SELECT count(*) FROM ${table} o JOIN ${table} m ON m.${owner} IS o.${owner} AND m.source_id = o.source_id
       WHERE m.id = ? AND o.id <> m.id AND o.start_at = ? AND o.end_at = ?`,
      id,
      start,
      end,
    ) > 0;
  if (double && table === 'quote') joinQuotes(read, write, id, start, end);
  if (double) write.remove(table, id);
  else write.update(table, id, { start_at: start, end_at: end, quoted: text.slice(start, end) });
}

/** A quote that is to go, because one stands on its new words already: that one takes over its star, and its lead-in where it has none. */
function joinQuotes(read: Reader, write: Writer, goes: string, start: number, end: number): void {
  type Ready = Pick<Tables['quote'], 'id' | 'lead_in' | 'vivid'>;
  const gone = read.get<Ready>('SELECT id, lead_in, vivid FROM quote WHERE id = ?', goes);
  const stays = read.get<Ready>(
    `SELECT o.id, o.lead_in, o.vivid FROM quote o JOIN quote m ON m.source_id = o.source_id
     WHERE m.id = ? AND o.id <> m.id AND o.start_at = ? AND o.end_at = ?`,
    goes,
    start,
    end,
  );
  if (!gone || !stays) return;
  write.update('quote', stays.id, {
    lead_in: stays.lead_in === '' ? gone.lead_in : stays.lead_in,
    vivid: Math.max(stays.vivid, gone.vivid),
  });
}

function moveQuotes(read: Reader, write: Writer, source: SourceId, to: (key: string) => Span | null): void {
  for (const { table, id, prose } of narrativesOn(read, source)) {
    const moved = new Map(
      quotesIn(prose).flatMap(key => {
        const place = placeOfKey(key)?.source === source ? to(key) : null;
        return place ? [[key, extractKey({ source, start: place.start, end: place.end })] as const] : [];
      }),
    );
    const words = withQuotesMoved(prose, moved);
    if (words === prose) continue;
    if (table === 'theme') write.update('theme', id, { narrative: words });
    else write.update('case_study', id, { body: words });
  }
}

/** Takes what stands on an extract along to its new bounds, unless another coding holds the old ones. To be called after the coding has been moved. */
export function followExtract(read: Reader, write: Writer, source: SourceId, text: string, from: Span, to: Span): void {
  const held = read.count(
    'SELECT count(*) FROM coding WHERE source_id = ? AND start_at = ? AND end_at = ?',
    source,
    from.start,
    from.end,
  );
  if (held > 0 || (from.start === to.start && from.end === to.end)) return;
  const here = (row: Row) => row.start === from.start && row.end === from.end;
  for (const table of wordTables) {
    if (table === 'bracket') continue;
    for (const row of rowsOn(read, table, source).filter(here)) put(read, write, table, row.id, text, to);
  }
  const old = extractKey({ source, start: from.start, end: from.end });
  moveQuotes(read, write, source, key => (key === old ? to : null));
}

/** Removes all that stands on a source's words, before the source goes. */
export function removeWords(read: Reader, write: Writer, source: SourceId): void {
  for (const table of wordTables) for (const row of rowsOn(read, table, source)) write.remove(table, row.id);
}
