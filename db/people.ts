import {
  asksForPeople,
  isOpen,
  type PersonTraits,
  passesPerson,
  passesSource,
  type SourceTraits,
  type StudyFilter,
} from '../shared/analysis/filter.ts';
import type { AttributeId, ParticipantId, SourceId } from '../shared/model/ids.ts';
import type { Reader } from './reader.ts';

export const nobody: PersonTraits = { participant: null, values: new Map() };

/** Every participant with the values of the study's own attributes. */
export function participantTraits(read: Reader): ReadonlyMap<ParticipantId, PersonTraits> {
  const people = new Map<ParticipantId, { participant: ParticipantId; values: Map<AttributeId, string> }>(
    read
      .all<{ id: ParticipantId }>('SELECT id FROM participant')
      .map(({ id }) => [id, { participant: id, values: new Map() }]),
  );
  for (const { participant, attribute, value } of read.all<{
    participant: ParticipantId;
    attribute: AttributeId;
    value: string;
  }>('SELECT participant_id AS participant, attribute_id AS attribute, value FROM participant_value'))
    people.get(participant)?.values.set(attribute, value);
  return people;
}

/** The sources that the filter lets through, or null where it lets all through. */
export function sourcesWithin(read: Reader, filter: StudyFilter | undefined): ReadonlySet<SourceId> | null {
  if (filter === undefined || isOpen(filter)) return null;
  return new Set(
    read
      .all<SourceTraits>('SELECT id, kind, group_name AS "group", phase FROM source')
      .filter(source => passesSource(filter, source))
      .map(source => source.id),
  );
}

/** The sources that the filter lets through, in order; where it asks for people, those in which such a person speaks. Interviewers are nobody. */
export function sourcesHeard(read: Reader, filter: StudyFilter): readonly SourceId[] {
  const within = sourcesWithin(read, filter);
  const people = asksForPeople(filter) ? participantTraits(read) : null;
  const rows = read.all<{ id: SourceId; person: ParticipantId | null }>(
    `SELECT DISTINCT s.id, CASE WHEN k.id IS NULL THEN s.participant_id
       ELSE coalesce(k.participant_id, CASE WHEN k.role = 'participant' THEN s.participant_id END) END AS person
     FROM source s LEFT JOIN speaker k ON k.source_id = s.id AND k.role <> 'interviewer' ORDER BY s.position, s.id`,
  );
  const passing = rows.filter(
    ({ id, person }) =>
      (within === null || within.has(id)) &&
      (people === null || passesPerson(filter, (person !== null && people.get(person)) || nobody)),
  );
  return [...new Set(passing.map(row => row.id))];
}
