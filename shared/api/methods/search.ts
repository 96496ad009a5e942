import { z } from 'zod';
import { query } from '../define.ts';
import * as i from '../inputs.ts';
import type { SearchResult } from '../outputs.ts';

/** Words looked for in the study. */
export const searchMethods = {
  /** Words looked for in every transcript, or in one: case, accents and composition don't matter; white space runs match each other. Hits in source order, at most `limit`. */
  'search.find': query(
    z.object({
      ...i.onStudy,
      text: z.string().min(1).max(200),
      source: i.sourceId.optional(),
      limit: z.number().int().min(1).max(2000).optional(),
    }),
  ).gives<SearchResult>(),
} as const;
