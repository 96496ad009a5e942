import { z } from 'zod';
import type { Quote } from '../../model/entities.ts';
import type { QuoteChapter } from '../../model/quotes.ts';
import type { ThemeMap } from '../../model/themeMap.ts';
import { command, query } from '../define.ts';
import * as i from '../inputs.ts';
import type { Exported } from '../outputs.ts';

/** What leaves the study: quotes and the theme map. */
export const reportMethods = {
  'quote.list': query(z.object({ ...i.onStudy, filter: i.quoteFilter })).gives<readonly Quote[]>(),
  /** The same quotes under the headings they are printed under: a quote of two themes stands under each. */
  'quote.chapters': query(z.object({ ...i.onStudy, filter: i.quoteFilter })).gives<readonly QuoteChapter[]>(),
  'quote.export': command(
    z.object({ ...i.onStudy, filter: i.quoteFilter, format: z.enum(i.quoteFormats), out: i.out }),
  ).gives<Exported>(),
  'map.get': query(z.object(i.onStudy)).gives<ThemeMap>(),
  'map.export': command(z.object({ ...i.onStudy, format: z.enum(i.mapFormats), out: i.out })).gives<Exported>(),
} as const;
