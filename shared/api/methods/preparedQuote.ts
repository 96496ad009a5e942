import { z } from 'zod';
import { type PreparedQuote, quoteStates } from '../../model/preparedQuotes.ts';
import { command, query } from '../define.ts';
import * as i from '../inputs.ts';
import type { QuoteBoard } from '../outputs/preparedQuote.ts';

const bounds = { start: z.number().int().min(0), end: z.number().int().min(1) };
const extracts = z.array(i.extractRef).min(1).max(10_000);

/** Quotes made ready for print, apart from their codings. Each act is one step to undo. */
export const preparedQuoteMethods = {
  /** Every quote that was made ready, by source and place. */
  'quote.prepared': query(z.object(i.onStudy)).gives<readonly PreparedQuote[]>(),
  /**
   * Sets what is given, of each extract. `printed`: the words to print, checked against the passage (shared/text/printed.ts); null goes back to it. `bounds`: of the passage, as `quote.adjust` sets them.
   * Both can be given for one extract alone.
   * @returns the quotes as they are now: one of which nothing is left but what every extract has is not among them.
   */
  'quote.prepare': command(
    z
      .object({
        ...i.onStudy,
        extracts,
        printed: i.prose.nullable().optional(),
        bounds: z.object(bounds).optional(),
        leadIn: i.prose.optional(),
        state: z.enum(quoteStates).optional(),
        vivid: z.boolean().optional(),
        reason: i.reason,
      })
      .refine(given => (given.printed === undefined && given.bounds === undefined) || given.extracts.length === 1, {
        message: 'words to print can be given for one extract alone',
        path: ['printed'],
      }),
  ).gives<readonly PreparedQuote[]>(),
  /** Widens or narrows the passage that a quote is made of, in its source; its codings stay. Printed words must stand in the new one; `printed` gives them along with it. */
  'quote.adjust': command(
    z.object({
      ...i.onStudy,
      extract: i.extractRef,
      ...bounds,
      printed: i.prose.nullable().optional(),
    }),
  ).gives<PreparedQuote | null>(),
  /** Orders quotes by hand under one theme, straight under one outcome, or (neither given) among those in no theme: these stand before all others there, in this order. `ordered` false gives all that stand there back to report order. */
  'quote.order': command(
    z
      .object({
        ...i.onStudy,
        theme: i.themeId.optional(),
        outcome: i.outcomeId.optional(),
        extracts: z.array(i.extractRef).max(10_000),
        ordered: z.boolean().optional(),
      })
      .refine(given => given.theme === undefined || given.outcome === undefined, {
        message: 'quotes are ordered under a theme or straight under an outcome, not both',
        path: ['outcome'],
      }),
  ).gives<null>(),
  /** The quotes of a theme, of an outcome, or of the study, with all that helps to choose among them. */
  'quote.board': query(
    z.object({
      ...i.onStudy,
      theme: i.themeId.optional(),
      outcome: i.outcomeId.optional(),
      within: i.studyFilter.optional(),
    }),
  ).gives<QuoteBoard>(),
} as const;
