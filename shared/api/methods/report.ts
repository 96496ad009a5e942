import { z } from 'zod';
import type { DisclosureReport } from '../../model/disclosure.ts';
import type { Quote } from '../../model/entities.ts';
import { bundleParts } from '../../model/printStyles.ts';
import type { QuoteChapter } from '../../model/quotes.ts';
import type { ThemeMap } from '../../model/themeMap.ts';
import { command, query } from '../define.ts';
import * as i from '../inputs.ts';
import type { ExportedBundle } from '../outputs/printStyle.ts';
import type { ExportedMap } from '../outputs/theme.ts';
import { acceptedFindings } from './disclosure.ts';
import { bundleColumn, bundleContext, givenStyle, printStyleId, printStyleMethods } from './printStyle.ts';

/** What a bundle of quotes prints. */
const bundle = {
  ...i.onStudy,
  filter: i.quoteFilter,
  format: z.enum(i.quoteFormats),
  template: printStyleId.optional(),
  style: givenStyle.nullable().optional(),
  columns: z.array(bundleColumn).min(1).max(200).nullable().optional(),
  parts: z.array(z.enum(bundleParts)).max(20).optional(),
  context: bundleContext.optional(),
  spoken: z.boolean().optional(),
};

/** What leaves the study: quotes and the theme map. */
export const reportMethods = {
  'quote.list': query(z.object({ ...i.onStudy, filter: i.quoteFilter })).gives<readonly Quote[]>(),
  /** The same quotes under the headings they are printed under: a quote of two themes stands under each. */
  'quote.chapters': query(z.object({ ...i.onStudy, filter: i.quoteFilter })).gives<readonly QuoteChapter[]>(),
  /**
   * A bundle from one reading of the study. `template`: a saved choice of what it prints; `columns`, `parts`, `context` and `style` go before it.
   * `accept`: findings of the disclosure check to go along with, each for a reason; they are journalled. `job` names it for 'job.cancel'.
   * @throws `disclosure` with the findings that block it, `key-needed` for as spoken without the key, `integrity` for words that no longer check; nothing is written then.
   */
  'quote.export': command(
    z.object({ ...bundle, out: i.out, accept: acceptedFindings.optional(), job: i.job.optional() }),
  ).gives<ExportedBundle>(),
  /** The disclosure check of exactly what `quote.export` would print. */
  'quote.check': query(z.object(bundle)).gives<DisclosureReport>(),
  ...printStyleMethods,
  'map.get': query(z.object({ ...i.onStudy, filter: i.mapFilter.optional() })).gives<ThemeMap>(),
  /** The view is 'flow' unless told. `codes`: themes around which the map view shows their codes. */
  'map.export': command(
    z.object({
      ...i.onStudy,
      view: i.mapView.optional(),
      format: z.enum(i.mapFormats),
      filter: i.mapFilter.optional(),
      codes: z.array(i.themeId).optional(),
      out: i.out,
    }),
  ).gives<ExportedMap>(),
  /** Puts a theme on the map by hand; null gives it back to the layout. */
  'map.place': command(z.object({ ...i.onStudy, theme: i.themeId, place: i.mapPlace.nullable() })).gives<null>(),
  /** Gives all themes back to the layout. */
  'map.arrange': command(z.object(i.onStudy)).gives<null>(),
  /** The researcher's own sentence over a view; null goes back to the draft. */
  'map.title': command(z.object({ ...i.onStudy, view: i.mapView, title: i.name.nullable() })).gives<null>(),
} as const;
