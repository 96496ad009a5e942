import type { Coding, Span } from '../../model/entities.ts';
import type { CodeId, CodingId, SourceId } from '../../model/ids.ts';
import type { Extract } from '../outputs.ts';

/** `already`: codings that stood there before and were left as they are. */
export type AppliedMany = { readonly made: number; readonly already: number };

/** A coding to look at again, with the place of its words. */
export type CodingToReview = Coding & {
  readonly sourceTitle: string;
  /** Ordinal of the turn, from 1; 0 outside any turn. */
  readonly turn: number;
};

/** A stretch that autocoding would code. `before` and `after`: at most 60 UTF-16 units, on whole characters. */
export type AutocodeHit = Span & {
  readonly source: SourceId;
  readonly text: string;
  readonly before: string;
  readonly after: string;
  readonly attribution: string;
  /** Ordinal of the turn, from 1. */
  readonly turn: number;
};

/** `total` counts all hits; `cut` says that `hits` are only the first of them. */
export type AutocodeResult = {
  readonly hits: readonly AutocodeHit[];
  readonly total: number;
  readonly cut: boolean;
};

/** How a list of extracts is grouped. */
export const extractGroupings = ['source', 'speaker', 'group', 'phase', 'none'] as const;
export type ExtractGrouping = (typeof extractGroupings)[number];

/** `key` is '' for extracts of which the group is not known. `label` is what to show: an attribution, a name, a group, "Phase 2". */
export type ExtractGroup = { readonly key: string; readonly label: string; readonly count: number };

/** An extract with at most 120 UTF-16 units either side. `codings`: all that stand on exactly these words. `group`: key of its group. */
export type ExtractRow = Extract & {
  readonly group: string;
  readonly before: string;
  readonly after: string;
  readonly codings: readonly { readonly id: CodingId; readonly code: CodeId }[];
};

/** Rows `offset` to `offset + limit` of the extracts in the order of the groups. `total` and `groups` are of all of them. */
export type ExtractPage = {
  readonly total: number;
  readonly groups: readonly ExtractGroup[];
  readonly rows: readonly ExtractRow[];
};
