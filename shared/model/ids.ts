import { v7 } from 'uuid';

declare const brand: unique symbol;

/** A UUIDv7 in lower case, branded with what it names. Global: ids never clash between copies of a study. */
export type Id<Kind extends string> = string & { readonly [brand]: Kind };

export type StudyId = Id<'study'>;
export type CoderId = Id<'coder'>;
export type SourceId = Id<'source'>;
export type SpeakerId = Id<'speaker'>;
export type TurnId = Id<'turn'>;
export type CodeId = Id<'code'>;
export type CodingId = Id<'coding'>;
export type ThemeId = Id<'theme'>;
export type FrameworkId = Id<'framework'>;
export type OutcomeId = Id<'outcome'>;
export type MemoId = Id<'memo'>;
export type ParticipantId = Id<'participant'>;
export type AttributeId = Id<'attribute'>;
export type EntryId = Id<'entry'>;
export type ReplacementId = Id<'replacement'>;
export type BracketId = Id<'bracket'>;

/** A new id; ids made later in one process sort after earlier ones. */
export function newId<Kind extends string>(): Id<Kind> {
  return v7() as Id<Kind>;
}
