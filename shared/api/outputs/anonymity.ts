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

/** Words in what people wrote themselves that may be those of a term. They are not replaced: whoever knows whether they are has to mend the note. */
export type DoubtfulWords = Pick<FoundWords, 'term' | 'found' | 'before' | 'after' | 'how'> & {
  /** "a memo", "what is known of a source". */
  readonly where: string;
};

/** Where words of the table stand: in sources, and how often in what people wrote themselves ("a memo": 2). `doubtful`: what stands there and is not sure. */
export type FoundAll = {
  readonly places: readonly FoundWords[];
  readonly notes: readonly { readonly where: string; readonly count: number }[];
  readonly doubtful: readonly DoubtfulWords[];
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

/** Words of a copy that may be those of the table, but are not sure: `count` times in a source or kind of note. */
export type LeftInCopy = {
  readonly where: string;
  readonly found: string;
  readonly label: string;
  readonly count: number;
};

/** A copy that was made. `checkedFor`: how many words of the table it was searched for; null where the key was closed and nothing could be searched for. `left`: what is not sure and stands in it. */
export type CopyMade = {
  readonly path: string;
  readonly checkedFor: number | null;
  readonly left: readonly LeftInCopy[];
};
