import type { Span } from '../../model/entities.ts';
import type { SourceId } from '../../model/ids.ts';

/** Words found in a transcript. */
export type SearchHit = Span & {
  readonly source: SourceId;
  readonly title: string;
  readonly attribution: string;
  /** Name of who speaks; '' where nobody is known. */
  readonly speaker: string;
  /** Whether an interviewer says it, whose words are no evidence. */
  readonly asks: boolean;
  /** Ordinal of the turn, from 1; 0 outside any turn. */
  readonly turn: number;
  /** The words that match, ascending: more than one where several were asked for. All lie in the span, unless they stand far apart: then it is the first of them. */
  readonly marks: readonly Span[];
  /** At most 60 UTF-16 units either side, on whole characters. */
  readonly before: string;
  readonly text: string;
  readonly after: string;
};

/** Words found in a memo, a code or a theme: the first place in it. */
export type NoteHit = {
  readonly kind: 'memo' | 'code' | 'theme';
  readonly id: string;
  readonly title: string;
  readonly before: string;
  readonly text: string;
  readonly after: string;
};

export type SearchResult = {
  readonly hits: readonly SearchHit[];
  readonly notes: readonly NoteHit[];
  /** Hits in transcripts, also past the limit. Where it is not `exact`, there are at least as many. */
  readonly total: number;
  readonly exact: boolean;
  /** What of the query could not be taken as it stood, in plain words. */
  readonly note: string | null;
};
