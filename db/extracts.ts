import type { Source, Speaker, Turn } from '../shared/model/entities.ts';
import type { CodeId, CodingId, SourceId, SpeakerId } from '../shared/model/ids.ts';
import { mainTurn } from '../shared/text/turns.ts';
import type { Reader } from './reader.ts';
import { listSources } from './sources.ts';

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

/** Every extract of the study by source, then place. An extract belongs to the first speaker in it who is not an interviewer. */
export function readExtracts(read: Reader): readonly StudyExtract[] {
  const sources = new Map(listSources(read).map((source, order) => [source.id, { source, order }]));
  const speakers = new Map(
    read
      .all<Speaker>('SELECT id, label, name, role, support_role AS supportRole FROM speaker')
      .map(speaker => [speaker.id, speaker]),
  );
  const turns = turnsBySource(read);
  const rows = read.all<Row>(
    `SELECT c.id, c.source_id AS source, c.start_at AS start, c.end_at AS "end", c.code_id AS code, c.quoted, c.ref, c.rank
     FROM coding c JOIN source s ON s.id = c.source_id ORDER BY s.position, c.source_id, c.start_at, c.end_at, c.id`,
  );
  const extracts: StudyExtract[] = [];
  for (let index = 0; index < rows.length; ) {
    const first = rows[index];
    if (!first) break;
    const same: Row[] = [];
    for (let row: Row | undefined = first; row && sameWords(row, first); row = rows[++index]) same.push(row);
    const place = sources.get(first.source);
    if (!place) continue;
    const isEvidence = (turn: Turn) => turn.speaker !== null && speakers.get(turn.speaker)?.role !== 'interviewer';
    const turn = mainTurn(turns.get(first.source) ?? [], first, isEvidence);
    extracts.push({
      source: place.source,
      sourceOrder: place.order,
      start: first.start,
      end: first.end,
      text: first.quoted,
      speaker: (turn?.speaker && speakers.get(turn.speaker)) || null,
      turn: turn?.ordinal ?? 0,
      codes: [...new Set(same.map(row => row.code))],
      codings: same.map(row => row.id),
      ref: same.find(row => row.ref !== null)?.ref ?? null,
      rank: same.find(row => row.rank !== null)?.rank ?? null,
    });
  }
  return extracts;
}

const sameWords = (a: Row, b: Row) => a.source === b.source && a.start === b.start && a.end === b.end;

function turnsBySource(read: Reader): ReadonlyMap<SourceId, readonly Turn[]> {
  const groups = new Map<SourceId, Turn[]>();
  const rows = read.all<Turn & { readonly source: SourceId; readonly speaker: SpeakerId | null }>(
    `SELECT source_id AS source, id, ordinal, start_at AS start, end_at AS "end", speaker_id AS speaker, from_ms AS fromMs, to_ms AS toMs
     FROM turn WHERE source_id IN (SELECT source_id FROM coding) ORDER BY source_id, start_at`,
  );
  for (const { source, ...turn } of rows) {
    const list = groups.get(source);
    if (list) list.push(turn);
    else groups.set(source, [turn]);
  }
  return groups;
}
