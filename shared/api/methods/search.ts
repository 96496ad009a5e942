import { z } from 'zod';
import { query } from '../define.ts';
import * as i from '../inputs.ts';
import type { SearchResult } from '../outputs/search.ts';

/** Words looked for in the study. */
export const searchMethods = {
  /**
   * `words` (the usual mode): words that stand in one turn, "a phrase", beginn*, NEAR(a b, 5), -without. `substring`: the letters as they stand, also inside words.
   * Case, accents and composition don't matter, and signs and white space part words. Hits by source and place; one for each phrase, or for each turn where several words are asked for.
   */
  'search.find': query(
    z.object({
      ...i.onStudy,
      text: z.string().min(1).max(1_000),
      mode: z.enum(['words', 'substring']).optional(),
      /** The last word is still being typed and counts as a beginning. */
      typing: z.boolean().optional(),
      /** Transcripts alone unless told otherwise. */
      in: z
        .array(z.enum(['transcripts', 'memos', 'codebook', 'themes']))
        .min(1)
        .optional(),
      source: i.sourceId.optional(),
      sources: z.array(i.sourceId).optional(),
      speakers: z.array(i.speakerId).optional(),
      filter: i.studyFilter.optional(),
      offset: z.number().int().min(0).max(100_000).optional(),
      /** 100 unless told otherwise. */
      limit: z.number().int().min(1).max(2_000).optional(),
      /** Names whoever searches as they type: a newer search of the same name makes this one give up with `superseded`. */
      searcher: z.string().min(1).max(100).optional(),
    }),
  ).gives<SearchResult>(),
} as const;
