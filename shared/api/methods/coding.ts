import { z } from 'zod';
import type { Coding } from '../../model/entities.ts';
import { command, query } from '../define.ts';
import * as i from '../inputs.ts';
import type { Extract, ExtractReport } from '../outputs.ts';

/** Codings on the words of a source, and the extracts they make. */
export const codingMethods = {
  /** Codes one selection with each of `codes`, and with a new code for each of `newCodes`. A code that already stands on exactly these words is left as it is. */
  'coding.apply': command(
    z.object({
      ...i.onStudy,
      source: i.sourceId,
      start: z.number().int().min(0),
      end: z.number().int().min(1),
      codes: z.array(i.codeId),
      newCodes: z.array(i.name).optional(),
    }),
  ).gives<readonly Coding[]>(),
  'coding.remove': command(
    z.object({ ...i.onStudy, codings: z.array(i.codingId).min(1), reason: i.reason }),
  ).gives<null>(),
  /** Extracts of a code or of a theme, in source order. Interviewer words are included for a code, never for a theme. */
  'extract.list': query(z.object({ ...i.onStudy, code: i.codeId.optional(), theme: i.themeId.optional() })).gives<
    readonly Extract[]
  >(),
  /** Codings made elsewhere: a CSV of extracts is found in the sources and coded. */
  'extract.import': command(z.object({ ...i.onStudy, file: i.fileInput })).gives<readonly ExtractReport[]>(),
} as const;
