import type { Speaker } from '../shared/model/entities.ts';
import type { SourceId, SpeakerId } from '../shared/model/ids.ts';
import type { Reader } from './reader.ts';
import { type PackedTurns, unpackTurns } from './searchIndex.ts';

/** A speaker, and the person it is: the participant where one is known, else the speaker. */
export type KnownSpeaker = Speaker & { readonly person: string };

/** Who speaks where in a source, as of the last command. */
export type Places = {
  readonly source: SourceId;
  /** Ascends with the order of the sources. */
  readonly number: number;
  readonly turns: PackedTurns;
  readonly speakers: readonly (KnownSpeaker | null)[];
};

/** The places of every source, or of these; one read for all of them. */
export function placesOf(read: Reader, sources?: readonly SourceId[]): ReadonlyMap<SourceId, Places> {
  const only = sources === undefined ? null : JSON.stringify(sources);
  const within = (column: string) => (only === null ? '' : `WHERE ${column} IN (SELECT value FROM json_each(?))`);
  const given = only === null ? [] : [only];
  const speakers = new Map(
    read
      .all<KnownSpeaker>(
        `SELECT k.id, k.label, k.name, k.role, k.support_role AS supportRole,
           coalesce(k.participant_id, CASE WHEN k.role = 'participant' THEN s.participant_id END, k.id) AS person
         FROM speaker k JOIN source s ON s.id = k.source_id ${within('k.source_id')}`,
        ...given,
      )
      .map(speaker => [speaker.id, speaker]),
  );
  const rows = read.all<{ source: SourceId; number: number; speakers: string; turns: Uint8Array }>(
    `SELECT source_id AS source, number, speakers, turns FROM source_index ${within('source_id')} ORDER BY number`,
    ...given,
  );
  return new Map(
    rows.map(row => {
      const ids = JSON.parse(row.speakers) as readonly SpeakerId[];
      const known = ids.map(id => speakers.get(id) ?? null);
      return [row.source, { source: row.source, number: row.number, turns: unpackTurns(row.turns), speakers: known }];
    }),
  );
}

/** The turn that words belong to: the first one touched of somebody who is no interviewer, else the first one touched; -1 outside any turn. Found by halving. */
export function mainTurnAt({ turns, speakers }: Places, start: number, end: number): number {
  let low = 0;
  let high = turns.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (turns.end(middle) <= start) low = middle + 1;
    else high = middle;
  }
  if (low >= turns.count || turns.start(low) >= end) return -1;
  for (let turn = low; turn < turns.count && turns.start(turn) < end; turn++) {
    const speaker = turns.speaker(turn);
    if (speaker >= 0 && speakers[speaker]?.role !== 'interviewer') return turn;
  }
  return low;
}

/** Who says some words; null where nobody is known. */
export function speakerAt(places: Places, start: number, end: number): KnownSpeaker | null {
  const turn = mainTurnAt(places, start, end);
  return turn < 0 ? null : (places.speakers[places.turns.speaker(turn)] ?? null);
}
