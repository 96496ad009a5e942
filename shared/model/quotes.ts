import type { Quote, Source, Span, Theme } from './entities.ts';
import type { CodeId, CodingId, OutcomeId, SourceId, ThemeId } from './ids.ts';
import type { QuoteState } from './preparedQuotes.ts';

/** An extract as report order needs it: distinct words of one source with all codes on them, and how they are printed. */
export type QuotedExtract = Span & {
  readonly codings: readonly CodingId[];
  readonly codes: readonly CodeId[];
  readonly text: string;
  readonly attribution: string;
  readonly sourceId: SourceId;
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
  /** The words to print where they differ from the text; null where they are those of the text. */
  readonly printed: string | null;
  /** '' where nothing leads in to it. */
  readonly leadIn: string;
  readonly vivid: boolean;
  /** Null where it was never made ready for print. */
  readonly state: QuoteState | null;
};

/** Places of extracts in an order by hand, from 0, by their key: of each theme that has one, and of null, those in no theme. */
export type QuoteOrders = ReadonlyMap<ThemeId | null, ReadonlyMap<string, number>>;

/** What a bundle was narrowed to, to be told in its heading. Absent takes all. */
export type Narrowed = {
  /** Number of the outcome. */
  readonly outcome?: number | undefined;
  /** Name of the theme. */
  readonly theme?: string | undefined;
  /** Name of the code. */
  readonly code?: string | undefined;
  readonly unthemed?: boolean | undefined;
  readonly group?: string | undefined;
  readonly phase?: number | undefined;
  readonly participant?: string | undefined;
  readonly state?: QuoteState | undefined;
  /** True: only those starred as vivid; false: only those that are not. */
  readonly vivid?: boolean | undefined;
  /** The filter of the study in words, where one was in force. */
  readonly within?: string | undefined;
};

/** All that a quote bundle is made of, read at one moment, so that its parts agree. */
export type QuoteSnapshot = {
  readonly title: string;
  readonly narrowed: Narrowed;
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
  readonly codes: readonly { readonly id: CodeId; readonly name: string; readonly path?: string }[];
  readonly extracts: readonly QuotedExtract[];
  /** Orders by hand. */
  readonly order?: QuoteOrders;
  /** What a bundle may print besides; absent where only lists are wanted. */
  readonly extra?: BundleExtra;
};

/** What a bundle may print besides its quotes. */
export type BundleExtra = {
  /** Names of the study's own attributes of participants, in their order. */
  readonly attributes: readonly string[];
  /** The sources that are quoted, in the order of the study. */
  readonly sources: readonly BundleSource[];
  /** Labels that different people would bear; none in the house style. */
  readonly shared: readonly {
    readonly label: string;
    readonly people: readonly string[];
    readonly sources: readonly SourceId[];
  }[];
  /** By the key of the extract; see shared/text/quoteLinks.ts. */
  readonly details: ReadonlyMap<string, QuoteDetail>;
};

export type BundleSource = Pick<Source, 'id' | 'title' | 'fileName' | 'kind' | 'group' | 'phase' | 'participant'> & {
  /** How its main speaker is attributed in this bundle. */
  readonly attribution: string;
};

export type QuoteDetail = {
  /** Of the person who speaks, by the attribute's name; what is not known is absent. */
  readonly values: Readonly<Record<string, string>>;
  /** Ordinal of its turn, from 1; 0 outside any. */
  readonly turn: number;
  /** Notes on its codings, then memos on its words. */
  readonly notes: readonly string[];
  /** What is said around it, as far as was asked for. */
  readonly before: readonly ContextTurn[];
  readonly after: readonly ContextTurn[];
};

/** Words around a quote. `who` is '' for the quoted speaker's own words in the same turn; `place` holds them in the source, and may hold more. */
export type ContextTurn = { readonly who: string; readonly words: string; readonly place: Span };

/** A quote as it stands in a chapter. */
export type BundleQuote = Quote & {
  /** The key of its extract. */
  readonly key: string;
  readonly leadIn: string;
  readonly vivid: boolean;
  readonly state: QuoteState | null;
  /** Full paths of its codes. */
  readonly paths: readonly string[];
};

/** Quotes under one heading of a report. Under an outcome, no theme means straight under its heading. */
export type QuoteSection = {
  readonly theme: { readonly name: string; readonly concept: string; readonly definition: string } | null;
  readonly quotes: readonly BundleQuote[];
  /** True where they stand in another order than that of a report. */
  readonly byHand?: boolean;
};

/** An outcome with its themes in report order; `outcome` is null for what stands under none. An outcome without a theme has no sections. */
export type QuoteChapter = {
  readonly outcome: { readonly number: number; readonly title: string; readonly statement: string } | null;
  readonly sections: readonly QuoteSection[];
};
