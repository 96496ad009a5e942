import type { QueryClient } from '@tanstack/react-query';
import type { CodingDelta } from '../../shared/api/events.ts';
import type { Coding, Transcript } from '../../shared/model/entities.ts';
import { keys } from './keys.ts';

/** A transcript with an act's codings taken in; codings ascend by start, then end, then id. */
export function withDelta(transcript: Transcript, { standing, gone }: CodingDelta): Transcript {
  const source = transcript.source.id;
  const mine = standing.filter(coding => coding.source === source);
  const touched = new Set<string>([...mine.map(coding => coding.id), ...gone.map(coding => coding.id)]);
  const kept = transcript.codings.filter(coding => !touched.has(coding.id));
  const codings = [...kept, ...mine].sort(byPlace);
  return { ...transcript, codings };
}

const byPlace = (a: Coding, b: Coding) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1);

/** Takes an act's codings into the transcripts that are held, so that a long one is not read again for each coding. A transcript that is being read right now is read once more. */
export function takeInCodings(queries: QueryClient, study: string, delta: CodingDelta): void {
  const sources = new Set<string>([...delta.standing, ...delta.gone].map(coding => coding.source));
  for (const source of sources) {
    const queryKey = keys.transcript(study, source);
    if (queries.isFetching({ queryKey }) > 0) void queries.invalidateQueries({ queryKey });
    else queries.setQueryData<Transcript>(queryKey, held => held && withDelta(held, delta));
  }
}

/** A transcript that was read again, with the turns and speakers of before where they are the same: what is laid out from them then stands. */
export function shareTranscript(before: Transcript | undefined, now: Transcript): Transcript {
  if (!before) return now;
  const turns = before.turns === now.turns || sameTurns(before, now) ? before.turns : now.turns;
  const speakers = JSON.stringify(before.speakers) === JSON.stringify(now.speakers) ? before.speakers : now.speakers;
  return { ...now, turns, speakers };
}

const sameTurns = (before: Transcript, now: Transcript): boolean =>
  before.text === now.text &&
  before.turns.length === now.turns.length &&
  before.turns.every((turn, index) => {
    const other = now.turns[index];
    return (
      turn.id === other?.id && turn.start === other.start && turn.end === other.end && turn.speaker === other.speaker
    );
  });
