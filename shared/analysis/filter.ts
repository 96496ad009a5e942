import type { AttributeId, CoderId, ParticipantId, SourceId, ThemeId } from '../model/ids.ts';
import type { SourceKind } from '../model/kinds.ts';

/** What the study is narrowed to, across the app. Each field that is given narrows; within one field any of its values will do. null in groups and phases stands for those not known, '' in values for none. */
export type StudyFilter = {
  readonly kinds?: readonly SourceKind[] | undefined;
  readonly groups?: readonly (string | null)[] | undefined;
  readonly phases?: readonly (number | null)[] | undefined;
  readonly participants?: readonly ParticipantId[] | undefined;
  readonly attributes?: readonly { readonly attribute: AttributeId; readonly values: readonly string[] }[] | undefined;
  readonly coders?: readonly CoderId[] | undefined;
  readonly themes?: readonly ThemeId[] | undefined;
  readonly sources?: readonly SourceId[] | undefined;
};

export type SourceTraits = {
  readonly id: SourceId;
  readonly kind: SourceKind;
  readonly group: string | null;
  readonly phase: number | null;
};
/** The participant that words belong to, where one is known, with the values of the study's own attributes. */
export type PersonTraits = {
  readonly participant: ParticipantId | null;
  readonly values: ReadonlyMap<AttributeId, string>;
};

/** Whether a source can hold anything that passes. */
export function passesSource(filter: StudyFilter, source: SourceTraits): boolean {
  return (
    has(filter.sources, source.id) &&
    has(filter.kinds, source.kind) &&
    has(filter.groups, source.group) &&
    has(filter.phases, source.phase)
  );
}

/** Whether words of this person pass. Words of nobody known pass only where no participant or value is asked for. */
export function passesPerson(filter: StudyFilter, person: PersonTraits): boolean {
  if (filter.participants && (person.participant === null || !filter.participants.includes(person.participant)))
    return false;
  return (filter.attributes ?? []).every(({ attribute, values }) =>
    values.includes(person.values.get(attribute) ?? ''),
  );
}

/** Whether the filter looks at who speaks. */
export const asksForPeople = (filter: StudyFilter): boolean =>
  filter.participants !== undefined || (filter.attributes ?? []).length > 0;

/** Whether the filter lets everything through. */
export const isOpen = (filter: StudyFilter | undefined): boolean =>
  filter === undefined || Object.values(filter).every(value => value === undefined);

function has<T>(wanted: readonly T[] | undefined, value: T): boolean {
  return wanted === undefined || wanted.includes(value);
}
