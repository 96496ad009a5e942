import type { ParticipantId, SpeakerId } from '../shared/model/ids.ts';
import type { AttributionFacts } from '../shared/text/attributionStyle.ts';
import type { StudyExtract } from './extracts.ts';
import type { Reader } from './reader.ts';

export type KnownPerson = {
  readonly id: ParticipantId;
  readonly label: string;
  /** What may be printed of the role: 'staff', 'practitioner', or the precise one where a decision of no risk is recorded. */
  readonly role: string | null;
};

/** Who says the words of an extract, where they are a known participant. A source's participant speaks as its participant, never as who supports or asks. */
export function peopleSpeaking(read: Reader): (extract: StudyExtract) => KnownPerson | null {
  const people = new Map(
    read
      .all<{ id: ParticipantId; label: string; role: string | null; kind: string | null; decision: string | null }>(
        'SELECT id, label, role, role_kind AS kind, role_decision AS decision FROM participant',
      )
      .map(({ id, label, role, kind, decision }): [ParticipantId, KnownPerson] => [
        id,
        { id, label, role: (decision ? role : null) ?? kind },
      ]),
  );
  const bySpeaker = new Map(
    read
      .all<{ id: SpeakerId; person: ParticipantId | null }>(
        `SELECT k.id, coalesce(k.participant_id, CASE WHEN k.role = 'participant' THEN s.participant_id END) AS person
         FROM speaker k JOIN source s ON s.id = k.source_id`,
      )
      .map(row => [row.id, row.person]),
  );
  const byLabel = new Map([...people.values()].map(person => [person.label, person]));
  return ({ speaker, source }) => {
    const id = speaker && bySpeaker.get(speaker.id);
    if (id) return people.get(id) ?? null;
    return speaker === null && source.participant !== null ? (byLabel.get(source.participant) ?? null) : null;
  };
}

/** What an attribution is made of. In a group's source the participant is who speaks, where that is known. */
export function factsOf({ source, speaker }: StudyExtract, person: KnownPerson | null): AttributionFacts {
  const { kind, group, phase, participant, title } = source;
  return {
    kind,
    group,
    phase,
    participant: participant ?? person?.label ?? null,
    title,
    speaker,
    role: person?.role ?? null,
  };
}
