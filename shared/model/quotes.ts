import type { Quote, Span, Theme } from './entities.ts';
import type { CodeId, CodingId, OutcomeId, ThemeId } from './ids.ts';

/** An extract as report order needs it: distinct words of one source with all codes on them. */
export type QuotedExtract = Span & {
  readonly codings: readonly CodingId[];
  readonly codes: readonly CodeId[];
  readonly text: string;
  readonly attribution: string;
  /** File name of its source. */
  readonly source: string;
  /** Place of the source in the study, from 0. */
  readonly sourceOrder: number;
  readonly speaker: string;
  readonly group: string | null;
  readonly phase: number | null;
  readonly participant: string | null;
  /** The team's own number for it, and its place in their list. */
  readonly ref: string | null;
  readonly rank: number | null;
};

export type HeardOnly = {
  readonly group: string | null;
  readonly phase: number | null;
  readonly participant: string | null;
  /** The filter of the study in words, where one was in force. */
  readonly within?: string | null;
};

/** All that a quote bundle is made of, read at one moment, so that its parts agree. */
export type QuoteSnapshot = {
  readonly title: string;
  /** Whose words it was narrowed to. Null takes all. */
  readonly heard: HeardOnly;
  readonly outcomes: readonly {
    readonly id: OutcomeId;
    readonly number: number;
    readonly title: string;
    readonly statement: string;
    readonly themes: readonly ThemeId[];
    /** Quotes straight under it, in their order; they are printed before its themes. */
    readonly straight?: readonly QuotedExtract[];
  }[];
  readonly themes: readonly Pick<Theme, 'id' | 'name' | 'concept' | 'definition' | 'codes'>[];
  readonly codes: readonly { readonly id: CodeId; readonly name: string }[];
  readonly extracts: readonly QuotedExtract[];
};

/** Quotes under one heading of a report. Under an outcome, no theme means straight under its heading. */
export type QuoteSection = {
  readonly theme: { readonly name: string; readonly concept: string; readonly definition: string } | null;
  readonly quotes: readonly Quote[];
};

/** An outcome with its themes in report order; `outcome` is null for what stands under none. An outcome without a theme has no sections. */
export type QuoteChapter = {
  readonly outcome: { readonly number: number; readonly title: string; readonly statement: string } | null;
  readonly sections: readonly QuoteSection[];
};
