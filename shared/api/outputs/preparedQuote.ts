import type { Quote } from '../../model/entities.ts';
import type { OutcomeId, SourceId, ThemeId } from '../../model/ids.ts';
import type { PreparedQuote } from '../../model/preparedQuotes.ts';

/** Another place of the report in which words of a quote are printed, too. */
export type PrintedElsewhere = {
  /** Key of the quote there. */
  readonly key: string;
  readonly theme: { readonly id: ThemeId; readonly name: string } | null;
  readonly outcome: { readonly id: OutcomeId; readonly number: number } | null;
  /** How many words both share, and whether one holds all of the other. */
  readonly words: number;
  readonly whole: boolean;
};

/** A quote on the board, in report order. */
export type BoardQuote = Omit<Quote, 'printed'> & {
  /** Key of its extract. */
  readonly key: string;
  readonly sourceId: SourceId;
  /** Null where it was never made ready. */
  readonly prepared: PreparedQuote | null;
  /** Words that are printed, of those of the passage. */
  readonly words: number;
  readonly passageWords: number;
  readonly elsewhere: readonly PrintedElsewhere[];
};

/** The quotes of a theme, an outcome or the study, and who is heard in them; those held back are listed, but not counted. */
export type QuoteBoard = {
  readonly quotes: readonly BoardQuote[];
  readonly balance: {
    readonly participants: readonly Heard[];
    readonly groups: readonly Heard[];
    readonly phases: readonly Heard[];
  };
  /** Things to think about, in words. */
  readonly advice: readonly string[];
  /** Keys of quotes starred as vivid that are still candidates. */
  readonly unusedVivid: readonly string[];
  /** Keys of quotes whose printed words no longer check: none of them may be printed. */
  readonly again: readonly string[];
};

/** `name` is '' for what is not known. */
export type Heard = { readonly name: string; readonly count: number };
