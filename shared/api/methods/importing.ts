import { z } from 'zod';
import { command } from '../define.ts';
import * as i from '../inputs.ts';
import type { ImportReport, PreviewItem } from '../outputs.ts';

/** Import of transcripts: preview, correct, store. */
export const importingMethods = {
  'import.preview': command(
    z.object({
      ...i.onStudy,
      files: z.array(i.fileInput).min(1),
      /** Text of a `sources.csv`. */
      sources: z.string().optional(),
      /** What to take where neither `sources` nor the file says; wins over what was only detected from names. */
      facts: z.object(i.sourceFacts).omit({ title: true }).partial().optional(),
    }),
  ).gives<readonly PreviewItem[]>(),
  'import.commit': command(
    z.object({
      ...i.onStudy,
      items: z
        .array(
          z.object({
            draft: z.string(),
            facts: z.object(i.sourceFacts).optional(),
            speakers: z.array(i.speakerDecision).optional(),
          }),
        )
        .min(1),
    }),
  ).gives<readonly ImportReport[]>(),
  'import.discard': command(z.object({ ...i.onStudy, drafts: z.array(z.string()) })).gives<null>(),
} as const;
