import type { CodeId } from '../../model/ids.ts';

/** What a merge does or did: codings that come to the code, and codings that would stand twice and become one. */
export type Merged = { readonly moved: number; readonly doubles: number };

/** `themes`: names of the themes that the code would join. */
export type MergePreview = Merged & { readonly themes: readonly string[] };

/** Two codes that may be one. `by`: what is alike, their names or the words they stand on. `score` from 0 to 1. */
export type SimilarCodes = {
  readonly a: CodeId;
  readonly b: CodeId;
  readonly by: 'name' | 'extracts';
  readonly score: number;
};

/** A row of an imported codebook: contract of the command line. `message` says what was changed or why the row was left out; '' where nothing is to be said. */
export type CodebookRowReport = {
  readonly row: number;
  readonly name: string;
  readonly status: 'made' | 'changed' | 'same' | 'rejected';
  readonly message: string;
};
