import type { Span } from './entities.ts';
import type { Id, SourceId } from './ids.ts';

export type PreparedQuoteId = Id<'quote'>;

/** How far a quote has come: a candidate, chosen for the report, used in it, or held back. */
export const quoteStates = ['candidate', 'chosen', 'used', 'held'] as const;
export type QuoteState = (typeof quoteStates)[number];

/** An extract made ready for print, apart from its codings. One for each extract (the same source, start and end). */
export type PreparedQuote = Span & {
  readonly id: PreparedQuoteId;
  readonly source: SourceId;
  /** Where the passage stands: the extract's own place, unless it was widened or narrowed for print. */
  readonly bounds: Span;
  /** The full passage, as the text has it. */
  readonly passage: string;
  /** The words to print, with cuts and brackets marked; null where they are those of the extract. */
  readonly printed: string | null;
  readonly leadIn: string;
  readonly state: QuoteState;
  readonly vivid: boolean;
  /** Why the printed words no longer check against the passage, in plain words: they must be looked at again before anything is printed. Null: they check. */
  readonly again: string | null;
};
