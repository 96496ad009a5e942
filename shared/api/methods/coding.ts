import { z } from 'zod';
import type { Coding } from '../../model/entities.ts';
import type { CodingId } from '../../model/ids.ts';
import { command, query } from '../define.ts';
import * as i from '../inputs.ts';
import type { Merged } from '../outputs/codebook.ts';
import {
  type AppliedMany,
  type AutocodeResult,
  type CodingToReview,
  type ExtractPage,
  extractGroupings,
} from '../outputs/coding.ts';
import type { Extract, ExtractReport } from '../outputs.ts';

const span = { source: i.sourceId, start: z.number().int().min(0), end: z.number().int().min(1) };
const codings = z.array(i.codingId).min(1).max(100_000);

/** What autocoding looks for. `question`: an interviewer's turn; its answers are all turns up to the next interviewer's. */
export const autocodeLook = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(['words', 'phrase', 'regex']),
    text: z.string().min(1).max(1_000),
    caseMatters: z.boolean().optional(),
  }),
  z.object({ kind: z.literal('speakers') }),
  z.object({ kind: z.literal('question'), source: i.sourceId, turn: i.turnId }),
]);
export type AutocodeLook = z.output<typeof autocodeLook>;

/** Codings on the words of a source, and the extracts they make. */
export const codingMethods = {
  /** Codes one selection with each of `codes`, and with a new code for each of `newCodes`. A code that already stands on exactly these words is left as it is. */
  'coding.apply': command(
    z.object({ ...i.onStudy, ...span, codes: z.array(i.codeId), newCodes: z.array(i.name).optional() }),
  ).gives<readonly Coding[]>(),
  /** The same for many selections, in one act. A span that can't be coded refuses all. */
  'coding.applyMany': command(
    z.object({
      ...i.onStudy,
      spans: z.array(z.object(span)).min(1).max(50_000),
      codes: z.array(i.codeId),
      newCodes: z.array(i.name).optional(),
      job: i.job.optional(),
    }),
  ).gives<AppliedMany>(),
  'coding.remove': command(z.object({ ...i.onStudy, codings, reason: i.reason })).gives<null>(),
  /** Gives codings another code, or a new one. Of codings that would stand twice the older stays. */
  'coding.recode': command(
    z
      .object({ ...i.onStudy, codings, code: i.codeId.optional(), newCode: i.name.optional(), reason: i.reason })
      .refine(input => (input.code === undefined) !== (input.newCode === undefined), 'wants either code or newCode'),
  ).gives<Merged>(),
  'coding.resize': command(
    z.object({ ...i.onStudy, coding: i.codingId, start: span.start, end: span.end }),
  ).gives<null>(),
  /** Makes two codings of one, at a place inside it. @returns both, in the order of the text. */
  'coding.split': command(z.object({ ...i.onStudy, coding: i.codingId, at: z.number().int().min(1) })).gives<
    readonly CodingId[]
  >(),
  /** Takes codings from the list of those to look at again. */
  'coding.review': command(z.object({ ...i.onStudy, codings, done: z.literal(true) })).gives<null>(),
  'coding.toReview': query(z.object({ ...i.onStudy, source: i.sourceId.optional() })).gives<
    readonly CodingToReview[]
  >(),
  /**
   * Stretches to code, in source order; changes nothing. Text is looked for turn by turn, blind to accents and, unless `caseMatters`, to case;
   * `words` finds each of the words, `phrase` all of them in a row, both as whole words. `speakers` and `question` give whole turns.
   * `mark` widens each hit to its sentences or its turn. Interviewers' turns are left out unless `interviewers`.
   */
  'autocode.find': query(
    z.object({
      ...i.onStudy,
      look: autocodeLook,
      sources: z.array(i.sourceId).optional(),
      /** Names of speakers, as shown. */
      speakers: z.array(z.string()).optional(),
      mark: z.enum(['match', 'sentence', 'turn']),
      interviewers: z.boolean().optional(),
      /** 5,000 unless told otherwise. */
      limit: z.number().int().min(1).max(50_000).optional(),
    }),
  ).gives<AutocodeResult>(),
  /** Extracts of a code or of a theme, in source order. Interviewer words are included for a code, never for a theme. */
  'extract.list': query(z.object({ ...i.onStudy, code: i.codeId.optional(), theme: i.themeId.optional() })).gives<
    readonly Extract[]
  >(),
  /** The same, grouped and page by page. */
  'extract.page': query(
    z
      .object({
        ...i.onStudy,
        code: i.codeId.optional(),
        theme: i.themeId.optional(),
        group: z.enum(extractGroupings),
        filter: i.studyFilter.optional(),
        offset: z.number().int().min(0),
        limit: z.number().int().min(1).max(500),
      })
      .refine(input => (input.code === undefined) !== (input.theme === undefined), 'wants either code or theme'),
  ).gives<ExtractPage>(),
  /** Codings made elsewhere: a CSV of extracts is found in the sources and coded. */
  'extract.import': command(z.object({ ...i.onStudy, file: i.fileInput })).gives<readonly ExtractReport[]>(),
} as const;
