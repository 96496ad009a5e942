import { z } from 'zod';
import {
  type BundleColumn,
  bundleColumns,
  bundleParts,
  type PrintStyle,
  type PrintStyleId,
} from '../../model/printStyles.ts';
import { longestTemplate } from '../../text/styleTemplate.ts';
import { command, query } from '../define.ts';
import * as i from '../inputs.ts';
import type { StylePreview } from '../outputs/printStyle.ts';

export const printStyleId = i.entryId as unknown as z.ZodType<PrintStyleId>;
const template = z.string().trim().min(1, 'is empty').max(longestTemplate);

/** A saved style by its id, or a template as it is. */
export const givenStyle = z.union([printStyleId, z.object({ name: i.name.optional(), template })]);

const columns: ReadonlySet<string> = new Set(bundleColumns);
export const bundleColumn = z
  .string()
  .max(520)
  .refine(
    column => columns.has(column) || /^attribute:./.test(column),
    `is no column: there are ${bundleColumns.join(', ')} and attribute:NAME`,
  ) as unknown as z.ZodType<BundleColumn>;
/** Turns before and after each quote. */
export const bundleContext = z.number().int().min(0).max(20);

const settings = z.object({
  columns: z.array(bundleColumn).min(1).max(200).nullable(),
  parts: z.array(z.enum(bundleParts)).max(20),
  context: bundleContext,
  style: printStyleId.nullable(),
});

/** How a team prints: forms of attributions, and choices of what a bundle holds. */
export const printStyleMethods = {
  'style.list': query(z.object(i.onStudy)).gives<readonly PrintStyle[]>(),
  /** Makes a style, or changes the one of that id. @throws `name-taken`, and `invalid-input` with the place in a template that can't be read. */
  'style.save': command(
    z.discriminatedUnion('kind', [
      z.object({
        ...i.onStudy,
        kind: z.literal('attribution'),
        style: printStyleId.optional(),
        name: i.name,
        template,
      }),
      z.object({ ...i.onStudy, kind: z.literal('bundle'), style: printStyleId.optional(), name: i.name, settings }),
    ]),
  ).gives<PrintStyle>(),
  'style.remove': command(z.object({ ...i.onStudy, style: printStyleId })).gives<null>(),
  /** What a template would print; null for the house style. Never fails for a template. */
  'style.preview': query(
    z.object({ ...i.onStudy, template: z.string().max(2_000).nullable(), filter: i.quoteFilter }),
  ).gives<StylePreview>(),
} as const;
