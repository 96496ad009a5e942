import { z } from 'zod';
import { extractNumbered } from '../../../db/codings.ts';
import type { Reader } from '../../../db/reader.ts';
import { themeNamed } from '../../../db/themes.ts';
import { extractKey } from '../../../shared/text/quoteLinks.ts';
import type { Ctx } from '../context.ts';
import { writingHandlers } from './writing.ts';

/** What is written of the sample's report. Quotes stand in words as `[lead-in](K012)`, by the number of their extract; themes go by their names. */
export const report = z.object({
  caseStudies: z.array(z.object({ title: z.string(), theme: z.string(), body: z.string(), disclaimer: z.string() })),
  recommendations: z.array(z.object({ addressee: z.string(), body: z.string(), themes: z.array(z.string()) })),
});

/** Writes the sample's boxes and recommendations. Its sources must be coded and its themes there. */
export async function writeReport(study: string, plan: z.infer<typeof report>, ctx: Ctx): Promise<void> {
  const { read } = ctx.sessions.get(study).file;
  for (const { theme, body, ...box } of plan.caseStudies) {
    const input = { study, ...box, theme: themeNamed(read, theme), body: withQuotes(read, body) };
    await writingHandlers['caseStudy.create'](input, ctx);
  }
  for (const { themes, ...one } of plan.recommendations) {
    const restsOn = themes.flatMap(name => themeNamed(read, name) ?? []);
    await writingHandlers['recommendation.create']({ study, ...one, themes: restsOn }, ctx);
  }
}

/** Words in which quotes are links to their extracts. */
export function withQuotes(read: Reader, words: string): string {
  return words.replace(/\]\((K\d+)\)/g, (_, ref: string) => {
    const place = extractNumbered(read, ref);
    if (!place) throw new Error(`The sample quotes ${ref}, which is not in it.`);
    return `](ninefold:extract/${extractKey(place)})`;
  });
}
