import {
  isOpen,
  type PersonTraits,
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
