import type { Span, Speaker } from '../shared/model/entities.ts';
import type { SourceId } from '../shared/model/ids.ts';
import type { Reader } from './reader.ts';
import type { Change } from './writer.ts';

/** A speaker, and the person it is: the participant where one is known, else the speaker. */
export type Voice = Speaker & { readonly person: string };

/** Who speaks where in a source: turn `n` reaches from `starts[n]` to `ends[n]` and is spoken by `voices[who[n]]`, or by nobody known where `who[n]` is -1. */
export type Voices = {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly who: Int32Array;
  readonly voices: readonly Voice[];
};

/** Kept for each open study while its turns, speakers and people stay as they are. */
const kept = new WeakMap<Reader, Map<SourceId, Voices>>();

/** @throws nothing: a source that is not there has no voices. */
export function voicesOf(read: Reader, source: SourceId): Voices {
  const known = kept.get(read) ?? new Map<SourceId, Voices>();
  kept.set(read, known);
  const found = known.get(source);
  if (found) return found;
  const voices = read.all<Voice>(
    `SELECT k.id, k.label, k.name, k.role, k.support_role AS supportRole,
       coalesce(k.participant_id, CASE WHEN k.role = 'participant' THEN s.participant_id END, k.id) AS person
     FROM speaker k JOIN source s ON s.id = k.source_id WHERE k.source_id = ? ORDER BY k.position`,
    source,
  );
  const places = new Map(voices.map((voice, index) => [voice.id as string, index]));
  const turns = read.all<{ start: number; end: number; speaker: string | null }>(
    'SELECT start_at AS start, end_at AS "end", speaker_id AS speaker FROM turn WHERE source_id = ? ORDER BY start_at',
    source,
  );
  const made: Voices = {
    starts: Int32Array.from(turns, turn => turn.start),
    ends: Int32Array.from(turns, turn => turn.end),
    who: Int32Array.from(turns, turn => (turn.speaker === null ? -1 : (places.get(turn.speaker) ?? -1))),
    voices,
  };
  known.set(source, made);
  return made;
}

/** Index of the turn whose speaker words belong to: the first one touched that is somebody's who is no interviewer, else the first one touched; -1 outside any turn. */
export function mainTurnAt({ starts, ends, who, voices }: Voices, { start, end }: Span): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) > start) high = middle;
    else low = middle + 1;
  }
  const first = low < ends.length && (starts[low] ?? end) < end ? low : -1;
  for (let turn = low; turn < ends.length && (starts[turn] ?? end) < end; turn++) {
    const voice = voices[who[turn] ?? -1];
    if (voice && voice.role !== 'interviewer') return turn;
  }
  return first;
}

/** Who says some words, by the rule of `mainTurnAt`; null where nobody is known. */
export function voiceAt(voices: Voices, span: Span): Voice | null {
  return voices.voices[voices.who[mainTurnAt(voices, span)] ?? -1] ?? null;
}

/** Forgets what is no longer so after these changes. */
export function forgetVoices(read: Reader, changes: readonly Change[]): void {
  const known = kept.get(read);
  if (!known) return;
  for (const [table, id, before, after] of changes) {
    if (table === 'source') known.delete(id as SourceId);
    if (table === 'turn' || table === 'speaker') {
      for (const row of [before, after]) if (row) known.delete(row.source_id as SourceId);
    }
  }
}
