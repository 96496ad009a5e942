import type { StudyFilter } from '../shared/analysis/filter.ts';
import { type MatrixCount, matrixOf } from '../shared/analysis/matrix.ts';
import type { MatrixColumns } from '../shared/api/methods/analysis.ts';
import type { Matrix, MatrixCell } from '../shared/api/outputs/analysis.ts';
import type { Extract } from '../shared/api/outputs.ts';
import { NinefoldError } from '../shared/model/errors.ts';
import type { AttributeId, CodeId, ParticipantId, SourceId, ThemeId } from '../shared/model/ids.ts';
import { attribute } from '../shared/text/attribution.ts';
import { type CodedStudy, readCoded, type Voice } from './coded.ts';
import { participantTraits } from './people.ts';
import type { Reader } from './reader.ts';
import { getSource } from './sources.ts';
import { mainTurnAt, placesOf } from './speakers.ts';
import { themeRows } from './themes.ts';

export type MatrixRequest = {
  readonly rows: 'codes' | 'themes';
  readonly columns: MatrixColumns;
  readonly count: MatrixCount;
  readonly filter?: StudyFilter | undefined;
};

type Column = { readonly key: string; readonly label: string };

export function readMatrix(read: Reader, { rows, columns, count, filter }: MatrixRequest): Matrix {
  const study = readCoded(read, filter);
  const { spans, voice, voices, codes } = study;
  const named = rows === 'codes' ? codes.map(({ id, name }) => ({ id, name })) : themesOf(read, filter);
  const { list, of } = columnsOf(read, study, columns);
  const columnOf = voice.map(place => of[place] ?? -1);
  const personOf = voice.map(place => voices[place]?.person ?? -1);
  const rowsOf = rowPlaces(read, codes, named, rows);
  const { cells, ...totals } = matrixOf(
    { spans, rowsOf, rows: named.length, columnOf, columns: list.length, personOf },
    count,
  );
  return { rows: named, columns: list, cells, totals };
}

const themesOf = (read: Reader, filter: StudyFilter | undefined) =>
  themeRows(read)
    .filter(theme => !filter?.themes || filter.themes.includes(theme.id))
    .map(({ id, name }) => ({ id, name }));

function rowPlaces(
  read: Reader,
  codes: CodedStudy['codes'],
  named: readonly { readonly id: string }[],
  rows: 'codes' | 'themes',
): readonly (readonly number[])[] {
  if (rows === 'codes') return codes.map((_, place) => [place]);
  const places = new Map(named.map(({ id }, place) => [id, place]));
  const of = new Map<CodeId, number[]>();
  for (const theme of themeRows(read)) {
    const place = places.get(theme.id);
    if (place !== undefined) for (const code of theme.codes) of.set(code, [...(of.get(code) ?? []), place]);
  }
  return codes.map(({ id }) => of.get(id) ?? []);
}

/** The columns in which there is something to count, and the column of each voice. */
function columnsOf(
  read: Reader,
  study: CodedStudy,
  columns: MatrixColumns,
): { readonly list: readonly Column[]; readonly of: readonly number[] } {
  const keyOf = columnKey(read, study, columns);
  const found = new Map<string, Column>();
  const keys = study.voices.map(voice => {
    const column = keyOf(voice);
    if (!found.has(column.key)) found.set(column.key, column);
    return column.key;
  });
  const list = columns === 'source' || columns === 'speaker' ? [...found.values()] : sortColumns([...found.values()]);
  const places = new Map(list.map(({ key }, place) => [key, place]));
  return { list, of: keys.map(key => places.get(key) ?? -1) };
}

/** By number where all are numbers, else by name; what is not known last. */
function sortColumns(columns: readonly Column[]): readonly Column[] {
  return columns.toSorted((a, b) => {
    if (a.key === '' || b.key === '') return a.key === '' ? (b.key === '' ? 0 : 1) : -1;
    const [x, y] = [Number(a.key), Number(b.key)];
    return Number.isNaN(x) || Number.isNaN(y) ? a.label.localeCompare(b.label, 'en') : x - y;
  });
}

function columnKey(read: Reader, study: CodedStudy, columns: MatrixColumns): (voice: Voice) => Column {
  const source = (voice: Voice) => study.sources[voice.source];
  const unknown = (key: string | null | undefined, label: (key: string) => string, none: string): Column =>
    key === null || key === undefined || key === '' ? { key: '', label: none } : { key, label: label(key) };
  if (columns === 'source') return voice => ({ key: source(voice)?.id ?? '', label: source(voice)?.title ?? '' });
  if (columns === 'group') return voice => unknown(source(voice)?.group, key => key, 'No group');
  if (columns === 'phase')
    return voice => unknown(source(voice)?.phase?.toString(), key => `Phase ${key}`, 'Phase not known');
  if (columns === 'speaker') {
    const people = new Map(
      read.all<{ id: string; label: string }>('SELECT id, label FROM participant').map(row => [row.id, row.label]),
    );
    return ({ person, speaker, source: place }) => {
      const key = study.people[person] ?? '';
      return { key, label: people.get(key) ?? speaker?.name ?? study.sources[place]?.title ?? '' };
    };
  }
  const own = read.get<{ name: string }>('SELECT name FROM attribute WHERE id = ?', columns.attribute);
  if (!own) throw new NinefoldError('not-found', 'This attribute is no longer in the study.', { ...columns });
  const traits = participantTraits(read);
  return voice => unknown(attributeOf(traits, study, voice, columns.attribute), key => key, 'Not given');
}

const attributeOf = (
  traits: ReturnType<typeof participantTraits>,
  study: CodedStudy,
  voice: Voice,
  wanted: AttributeId,
): string | undefined => traits.get(study.people[voice.person] as ParticipantId)?.values.get(wanted);

/** The extracts of one cell, in source order. @throws `not-found` where the theme is gone. */
export function readCell(
  read: Reader,
  request: Omit<MatrixRequest, 'count'> & {
    readonly row: CodeId | ThemeId;
    readonly column: string;
    readonly offset: number;
    readonly limit: number;
  },
): MatrixCell {
  const { rows, row, columns, column, filter, offset, limit } = request;
  const theme = rows === 'themes' ? themeRows(read).find(one => one.id === row) : null;
  if (theme === undefined)
    throw new NinefoldError('not-found', 'This theme is no longer in the study.', { theme: row });
  const study = readCoded(read, filter, theme === null ? [row as CodeId] : theme.codes);
  const { list, of } = columnsOf(read, study, columns);
  const wanted = list.findIndex(({ key }) => key === column);
  const found: { readonly source: SourceId; readonly start: number; readonly end: number }[] = [];
  const { source, start, end, count } = study.spans;
  for (let n = 0; n < count; n++) {
    if (of[study.voice[n] ?? -1] !== wanted) continue;
    const same = n > 0 && source[n] === source[n - 1] && start[n] === start[n - 1] && end[n] === end[n - 1];
    const id = study.sources[source[n] ?? -1]?.id;
    if (!same && id !== undefined) found.push({ source: id, start: start[n] ?? 0, end: end[n] ?? 0 });
  }
  return { total: found.length, extracts: found.slice(offset, offset + limit).map(span => extractAt(read, span)) };
}

/** The extract with exactly these words: all codes on it, and who says it. */
export function extractAt(
  read: Reader,
  span: { readonly source: SourceId; readonly start: number; readonly end: number },
): Extract {
  const rows = read.all<{ code: CodeId; quoted: string }>(
    'SELECT code_id AS code, quoted FROM coding WHERE source_id = ? AND start_at = ? AND end_at = ? ORDER BY id',
    span.source,
    span.start,
    span.end,
  );
  const places = placesOf(read, [span.source]).get(span.source);
  const turn = places ? mainTurnAt(places, span.start, span.end) : -1;
  const speaker = places && turn >= 0 ? (places.speakers[places.turns.speaker(turn)] ?? null) : null;
  return {
    ...span,
    key: `${span.source}:${span.start}-${span.end}`,
    text: rows[0]?.quoted ?? '',
    attribution: attribute(getSource(read, span.source), speaker),
    speaker: speaker?.name ?? '',
    turn: places && turn >= 0 ? places.turns.ordinal(turn) : 0,
    codes: [...new Set(rows.map(row => row.code))],
  };
}
