import { asksForPeople, isOpen, passesPerson, type StudyFilter } from '../shared/analysis/filter.ts';
import type { Source, Speaker } from '../shared/model/entities.ts';
import type { CodeId, CodingId, ParticipantId, SourceId, SpeakerId } from '../shared/model/ids.ts';
import type { ExtractPlace } from '../shared/text/quoteLinks.ts';
import { nobody, participantTraits, sourcesWithin } from './people.ts';
import type { Reader } from './reader.ts';
import { listSources, sourceText } from './sources.ts';
import { type KnownSpeaker, mainTurnAt, placesOf } from './speakers.ts';

/** A stretch of text that carries at least one coding, with all codes on exactly these words. */
export type StudyExtract = {
  readonly source: Source;
  /** Place of the source in the study, from 0. */
  readonly sourceOrder: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly speaker: Speaker | null;
  /** Ordinal of the turn it belongs to, from 1; 0 outside any turn. */
  readonly turn: number;
  readonly codes: readonly CodeId[];
  readonly codings: readonly CodingId[];
  readonly ref: string | null;
  readonly rank: number | null;
};

type Row = {
  readonly id: CodingId;
  readonly source: SourceId;
  readonly start: number;
  readonly end: number;
  readonly code: CodeId;
  readonly quoted: string;
  readonly ref: string | null;
  readonly rank: number | null;
};

/**
 * Extracts of the study by source, then place: all of them, or those with one of these codes (with all other codes on the same words).
 * An extract belongs to the first speaker in it who is not an interviewer.
 */
export function readExtracts(read: Reader, codes?: readonly CodeId[]): readonly StudyExtract[] {
  const rows = codingRows(read, codes);
  const touched = new Set(rows.map(row => row.source));
  const sources = new Map(listSources(read).map((source, order) => [source.id, { source, order }]));
  const places = placesOf(read, touched.size > 200 ? undefined : [...touched]);
  const extracts: StudyExtract[] = [];
  for (let index = 0; index < rows.length; ) {
    const first = rows[index];
    if (!first) break;
    const same: Row[] = [];
    for (let row: Row | undefined = first; row && sameWords(row, first); row = rows[++index]) same.push(row);
    const place = sources.get(first.source);
    const heard = places.get(first.source);
    if (!place || !heard) continue;
    const turn = mainTurnAt(heard, first.start, first.end);
    extracts.push({
      source: place.source,
      sourceOrder: place.order,
      start: first.start,
      end: first.end,
      text: first.quoted,
      speaker: turn < 0 ? null : speakerOf(heard.speakers[heard.turns.speaker(turn)]),
      turn: turn < 0 ? 0 : heard.turns.ordinal(turn),
      codes: [...new Set(same.map(row => row.code))],
      codings: same.map(row => row.id),
      ref: same.find(row => row.ref !== null)?.ref ?? null,
      rank: same.find(row => row.rank !== null)?.rank ?? null,
    });
  }
  return extracts;
}

/** Words that stand at these places, as extracts, in the order given: with their codes where they are coded. Places of sources that are gone are left out. */
export function extractsOn(read: Reader, places: readonly ExtractPlace[]): readonly StudyExtract[] {
  const sources = new Map(listSources(read).map((source, order) => [source.id, { source, order }]));
  const voices = placesOf(read, [...new Set(places.map(place => place.source))]);
  return places.flatMap(({ source: id, start, end }) => {
    const place = sources.get(id);
    const heard = voices.get(id);
    if (!place || !heard) return [];
    const rows = read.all<Pick<Row, 'id' | 'code' | 'ref' | 'rank'>>(
      'SELECT id, code_id AS code, ref, rank FROM coding WHERE source_id = ? AND start_at = ? AND end_at = ? ORDER BY id',
      id,
      start,
      end,
    );
    const turn = mainTurnAt(heard, start, end);
    return {
      source: place.source,
      sourceOrder: place.order,
      start,
      end,
      text: sourceText(read, id).slice(start, end),
      speaker: turn < 0 ? null : speakerOf(heard.speakers[heard.turns.speaker(turn)]),
      turn: turn < 0 ? 0 : heard.turns.ordinal(turn),
      codes: [...new Set(rows.map(row => row.code))],
      codings: rows.map(row => row.id),
      ref: rows.find(row => row.ref !== null)?.ref ?? null,
      rank: rows.find(row => row.rank !== null)?.rank ?? null,
    };
  });
}

function speakerOf(known: KnownSpeaker | null | undefined): Speaker | null {
  if (!known) return null;
  const { person: _person, ...speaker } = known;
  return speaker;
}

function codingRows(read: Reader, codes: readonly CodeId[] | undefined): readonly Row[] {
  const columns =
    'c.id, c.source_id AS source, c.start_at AS start, c.end_at AS "end", c.code_id AS code, c.quoted, c.ref, c.rank';
  const order = 'ORDER BY s.position, c.source_id, c.start_at, c.end_at, c.id';
  if (codes === undefined)
    return read.all<Row>(`SELECT ${columns} FROM coding c JOIN source s ON s.id = c.source_id ${order}`);
  return read.all<Row>(
    `WITH span AS MATERIALIZED (
       SELECT DISTINCT source_id, start_at, end_at FROM coding WHERE code_id IN (SELECT value FROM json_each(?))
     )
     SELECT ${columns} FROM span
     CROSS JOIN coding c INDEXED BY coding_source ON c.source_id = span.source_id AND c.start_at = span.start_at AND c.end_at = span.end_at
     JOIN source s ON s.id = c.source_id ${order}`,
    JSON.stringify(codes),
  );
}

const sameWords = (a: Row, b: Row) => a.source === b.source && a.start === b.start && a.end === b.end;

/** Whether an extract passes the filter of the study: its source, who says it, a coder of it, a theme of one of its codes. */
export function extractFilter(read: Reader, filter: StudyFilter | undefined): (extract: StudyExtract) => boolean {
  if (filter === undefined || isOpen(filter)) return () => true;
  const sources = sourcesWithin(read, filter);
  const ids = (sql: string, given: readonly string[] | undefined) =>
    given && new Set(read.all<{ id: string }>(sql, JSON.stringify(given)).map(row => row.id));
  const codings = ids('SELECT id FROM coding WHERE coder_id IN (SELECT value FROM json_each(?))', filter.coders);
  const codes = ids(
    'SELECT code_id AS id FROM theme_code WHERE theme_id IN (SELECT value FROM json_each(?))',
    filter.themes,
  );
  const people = asksForPeople(filter) ? participantTraits(read) : null;
  const persons = new Map(
    read
      .all<{ id: SpeakerId; person: ParticipantId | null }>(
        `SELECT k.id, coalesce(k.participant_id, CASE WHEN k.role = 'participant' THEN s.participant_id END) AS person
         FROM speaker k JOIN source s ON s.id = k.source_id`,
      )
      .map(row => [row.id, row.person]),
  );
  return extract => {
    if (sources && !sources.has(extract.source.id)) return false;
    if (codings && !extract.codings.some(coding => codings.has(coding))) return false;
    if (codes && !extract.codes.some(code => codes.has(code))) return false;
    const person = extract.speaker && persons.get(extract.speaker.id);
    return people === null || passesPerson(filter, (person && people.get(person)) || nobody);
  };
}
