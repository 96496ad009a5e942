import type { CodeId, ThemeId } from '../../model/ids.ts';
import type { Extract } from '../outputs.ts';

/** Codes or themes by what they were said in or by whom. `key` names a column in `analysis.cell`; it is '' for what is not known. */
export type Matrix = {
  readonly rows: readonly { readonly id: CodeId | ThemeId; readonly name: string }[];
  readonly columns: readonly { readonly key: string; readonly label: string }[];
  /** By row, then column. */
  readonly cells: readonly (readonly number[])[];
  /** Each extract, source or participant counts once, so that a total may be less than the sum of its cells. */
  readonly totals: { readonly rows: readonly number[]; readonly columns: readonly number[]; readonly all: number };
};

export type MatrixCell = { readonly total: number; readonly extracts: readonly Extract[] };

/** Pairs of extracts, one of the first code and one of the second, in the order of the text. */
export type PairedExtracts = {
  readonly total: number;
  readonly places: readonly { readonly a: Extract; readonly b: Extract }[];
};

/** Codes that occur together, strongest first. `a` and `b` are places in `codes`; see shared/analysis/cooccurrence.ts for what is counted. */
export type Cooccurrence = {
  readonly codes: readonly { readonly id: CodeId; readonly name: string; readonly extracts: number }[];
  readonly pairs: readonly {
    readonly a: number;
    readonly b: number;
    readonly overlap: number;
    readonly inside: number;
    readonly around: number;
    readonly near: number;
  }[];
  /** Pairs in all, also those past `most`. */
  readonly total: number;
};
