import type { ImportWarning } from '../../model/draft.ts';
import type { CodeId, CodingId, EntryId, SourceId } from '../../model/ids.ts';

/** A coding that was removed because of what became of its words, in the same act; undo brings it back. */
export type LostCoding = {
  readonly coding: CodingId;
  readonly code: CodeId;
  readonly codeName: string;
  readonly quoted: string;
};

/** `changed`: codings whose words are no longer exactly the same; they are listed for review. `merged`: those that became one with another of the same code on the same words. */
export type SourceEdited = {
  readonly changed: readonly CodingId[];
  readonly lost: readonly LostCoding[];
  readonly merged: readonly LostCoding[];
};

/** A state of a source's text, newest first; the last is the import. `words` are those after the change. */
export type SourceRevision = {
  /** The act in the history; null for the import. */
  readonly entry: EntryId | null;
  readonly kind: 'import' | 'edit' | 'reimport';
  readonly at: string;
  readonly coder: string;
  readonly reason: string | null;
  readonly words: number;
};

/** A coding that was found again under other words. `score` from 0 to 1. */
export type ApproximateCoding = LostCoding & { readonly found: string; readonly score: number };

/** What becomes of the codings when a corrected transcript takes the place of a source's text. */
export type ReimportReport = {
  /** Codings whose words are there unchanged. */
  readonly placed: number;
  readonly approximate: readonly ApproximateCoding[];
  readonly lost: readonly LostCoding[];
};

/** A corrected transcript before it is stored. `draft` names it in `source.reimport`. */
export type ReimportPreview = ReimportReport & {
  readonly draft: string;
  readonly file: string;
  readonly source: SourceId;
  readonly words: { readonly before: number; readonly after: number };
  readonly turns: { readonly before: number; readonly after: number };
  /** Names of speakers that are new to the source, and of those that no longer speak. */
  readonly newSpeakers: readonly string[];
  readonly goneSpeakers: readonly string[];
  readonly warnings: readonly ImportWarning[];
};

/** How far one coder has read a source. `furthest` is the ordinal of a turn, 0 before the first. `finishedAt`: ISO 8601, UTC. */
export type ReadingState = {
  readonly source: SourceId;
  readonly furthest: number;
  readonly turns: number;
  readonly finishedAt: string | null;
};
