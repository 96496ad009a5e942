import type { MatchKind } from '../../model/anonymity.ts';
import type { Span, Transcript } from '../../model/entities.ts';
import type { CodingId, ReplacementId, SourceId } from '../../model/ids.ts';
import type { Redaction } from '../../text/spoken.ts';
import type { LostCoding } from './source.ts';

/** A place where words of the table may stand, with a little of what stands around it. */
export type FoundWords = Span & {
  readonly source: SourceId;
  readonly title: string;
  /** Index in the list of terms that was asked for. */
  readonly term: number;
  readonly found: string;
  readonly before: string;
  readonly after: string;
  readonly how: MatchKind;
  readonly sure: boolean;
};

/** Where words of the table stand: in sources, and how often in what people wrote themselves ("a memo": 2). */
export type FoundAll = {
  readonly places: readonly FoundWords[];
  readonly notes: readonly { readonly where: string; readonly count: number }[];
};

/** What an act of replacing did. */
export type Applied = {
  readonly replacements: readonly ReplacementId[];
  readonly places: number;
  readonly sources: number;
  readonly notes: number;
  /** Codings to look at again: an edge lay inside replaced words. */
  readonly changed: readonly CodingId[];
  /** Codings that became one with another of the same code, because both stand on the same label now. */
  readonly merged: readonly LostCoding[];
};

/** A transcript as spoken. `redactions`: where labels stand in the text as printed, and their words; `marks`: where these words stand as spoken. */
export type SpokenTranscript = Transcript & {
  readonly redactions: readonly Redaction[];
  readonly marks: readonly Span[];
};

/** A copy that was made. `checkedFor`: how many words of the table it was searched for; null where the key was closed and nothing could be searched for. */
export type CopyMade = { readonly path: string; readonly checkedFor: number | null };
