import type { CodedSpans } from '../shared/analysis/cooccurrence.ts';
import {
  asksForPeople,
  passesPerson,
  passesSource,
  type SourceTraits,
  type StudyFilter,
} from '../shared/analysis/filter.ts';
import type { CodeId, ParticipantId, SourceId } from '../shared/model/ids.ts';
import { nobody, participantTraits } from './people.ts';
import type { Reader } from './reader.ts';
import { type KnownSpeaker, placesOf, speakerAt } from './speakers.ts';

export type CodedSource = SourceTraits & { readonly title: string };
/** Who says a span: a speaker, or nobody known in a source. */
export type Voice = { readonly speaker: KnownSpeaker | null; readonly source: number; readonly person: number };

/** Everything that was coded, words of interviewers left out, in columns. Codes, sources, voices and people are numbers from 0: places in the lists. */
export type CodedStudy = {
  readonly spans: CodedSpans;
  /** Voice of each span. */
  readonly voice: Int32Array;
  readonly voices: readonly Voice[];
  /** A participant's id where one is known, else a speaker's, else a source's. */
  readonly people: readonly string[];
  readonly codes: readonly { readonly id: CodeId; readonly name: string }[];
  readonly sources: readonly CodedSource[];
};

type Row = { readonly code: number; readonly source: number; readonly start: number; readonly end: number };

/** Reads what was coded within the filter, with all codes or with these. */
export function readCoded(read: Reader, filter: StudyFilter = {}, only?: readonly CodeId[]): CodedStudy {
  const codes = read.all<{ id: CodeId; name: string; place: number }>(
    'SELECT id, name, rowid AS place FROM code ORDER BY position, id',
  );
  const codePlaces = new Map(codes.map((code, index) => [code.place, index]));
  const sources = read.all<CodedSource & { number: number }>(
    'SELECT s.id, s.title, s.kind, s.group_name AS "group", s.phase, x.number FROM source_index x JOIN source s ON s.id = x.source_id ORDER BY x.number',
  );
  const sourcePlaces = new Map(sources.map((source, index) => [source.number, index]));
  const passing = sources.map(source => passesSource(filter, source));
  const rows = codedRows(read, filter, only);
  const sorted = sortRows(rows, codePlaces, sourcePlaces, passing, sources.length);
  return heard(read, filter, sorted, codes, sources);
}

function codedRows(read: Reader, filter: StudyFilter, only: readonly CodeId[] | undefined): readonly Row[] {
  const conditions: string[] = [];
  const given: string[] = [];
  if (only) {
    conditions.push('k.id IN (SELECT value FROM json_each(?))');
    given.push(JSON.stringify(only));
  }
  if (filter.themes) {
    conditions.push('k.id IN (SELECT code_id FROM theme_code WHERE theme_id IN (SELECT value FROM json_each(?)))');
    given.push(JSON.stringify(filter.themes));
  }
  if (filter.coders) {
    conditions.push('c.coder_id IN (SELECT value FROM json_each(?))');
    given.push(JSON.stringify(filter.coders));
  }
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
  // Along the index that holds all four columns, so that no coding's row is read.
  return read.all<Row>(
    `SELECT k.rowid AS code, x.number AS source, c.start_at AS start, c.end_at AS "end"
     FROM code k CROSS JOIN coding c INDEXED BY coding_code ON c.code_id = k.id CROSS JOIN source_index x ON x.source_id = c.source_id ${where}`,
    ...given,
  );
}

function sortRows(
  rows: readonly Row[],
  codePlaces: ReadonlyMap<number, number>,
  sourcePlaces: ReadonlyMap<number, number>,
  passing: readonly boolean[],
  sources: number,
): readonly (readonly Row[])[] {
  const bySource: Row[][] = Array.from({ length: sources }, () => []);
  for (const { code, source, start, end } of rows) {
    const place = sourcePlaces.get(source) ?? -1;
    if (passing[place]) bySource[place]?.push({ code: codePlaces.get(code) ?? -1, source: place, start, end });
  }
  for (const list of bySource) list.sort((a, b) => a.start - b.start || a.end - b.end || a.code - b.code);
  return bySource;
}

function heard(
  read: Reader,
  filter: StudyFilter,
  bySource: readonly (readonly Row[])[],
  codes: CodedStudy['codes'],
  sources: readonly CodedSource[],
): CodedStudy {
  const most = bySource.reduce((sum, list) => sum + list.length, 0);
  const column = () => new Int32Array(most);
  const spans = { source: column(), start: column(), end: column(), code: column() };
  const voice = column();
  const voices: Voice[] = [];
  const people = new Map<string, number>();
  const places = placesOf(read);
  const traits = asksForPeople(filter) ? participantTraits(read) : null;
  let count = 0;
  for (const [source, rows] of bySource.entries()) {
    const facts = sources[source];
    const place = facts && places.get(facts.id);
    if (!facts || !place) continue;
    const known = new Map<KnownSpeaker | null, number>();
    let last: Row | null = null;
    for (const row of rows) {
      if (last && last.start === row.start && last.end === row.end && last.code === row.code) continue;
      last = row;
      const speaker = speakerAt(place, row.start, row.end);
      if (speaker?.role === 'interviewer') continue;
      if (traits && !passesPerson(filter, traits.get(speaker?.person as ParticipantId) ?? nobody)) continue;
      let at = known.get(speaker);
      if (at === undefined) {
        const key = speaker?.person ?? facts.id;
        const person = people.get(key) ?? people.size;
        people.set(key, person);
        at = voices.length;
        voices.push({ speaker, source, person });
        known.set(speaker, at);
      }
      spans.source[count] = source;
      spans.start[count] = row.start;
      spans.end[count] = row.end;
      spans.code[count] = row.code;
      voice[count++] = at;
    }
  }
  return { spans: { count, ...spans }, voice, voices, people: [...people.keys()], codes, sources };
}

/** The text of a source, for those who count its words. */
export function textOf(read: Reader, source: SourceId): string {
  return (
    read.get<{ text: string }>(
      'SELECT r.text FROM source s JOIN text_revision r ON r.id = s.text_id WHERE s.id = ?',
      source,
    )?.text ?? ''
  );
}
