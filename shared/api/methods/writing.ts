import { z } from 'zod';
import type { FindingsDraft } from '../../model/findings.ts';
import type { CaseStudy, CaseStudyId, Recommendation, RecommendationId } from '../../model/report.ts';
import { command, query } from '../define.ts';
import * as i from '../inputs.ts';
import type { Exported } from '../outputs.ts';

const caseStudyId = i.entryId as unknown as z.ZodType<CaseStudyId>;
const recommendationId = i.entryId as unknown as z.ZodType<RecommendationId>;

/** Where a box stands: at the end of its theme, else of its outcome, else of the report. null: not there. */
const caseStudy = z.object({
  title: i.name,
  body: i.prose,
  disclaimer: i.prose,
  outcome: i.outcomeId.nullable(),
  theme: i.themeId.nullable(),
});
const recommendation = z.object({
  /** '' where nobody is named. */
  addressee: z.string().trim().max(500),
  body: i.prose,
  /** The themes it rests on. */
  themes: z.array(i.themeId).max(5_000),
});

/** The report as it is written: boxes, recommendations, and the files that are made of all of it. */
export const writingMethods = {
  /** The findings in report order, as `findings.export` prints them. */
  'findings.draft': query(z.object(i.onStudy)).gives<FindingsDraft>(),
  /** @throws `nothing-to-export` where there is neither a theme nor anything else to print. */
  'findings.export': command(z.object({ ...i.onStudy, format: z.literal('docx'), out: i.out })).gives<Exported>(),
  /** Every theme with what it is, what it is not and what it rests on. `quotes`: how many of each theme are printed, chosen and vivid ones first (10 unless told); contrary extracts always are. */
  'themebook.export': command(
    z.object({
      ...i.onStudy,
      format: z.enum(i.themeBookFormats),
      quotes: z.number().int().min(0).max(100_000).optional(),
      out: i.out,
    }),
  ).gives<Exported>(),

  /** Boxes in their order. */
  'caseStudy.list': query(z.object(i.onStudy)).gives<readonly CaseStudy[]>(),
  'caseStudy.create': command(
    z.object({
      ...i.onStudy,
      ...caseStudy.partial({ body: true, disclaimer: true, outcome: true, theme: true }).shape,
    }),
  ).gives<CaseStudy>(),
  /** Changes the fields that are given. */
  'caseStudy.update': command(
    z.object({ ...i.onStudy, caseStudy: caseStudyId, ...caseStudy.partial().shape }),
  ).gives<CaseStudy>(),
  'caseStudy.remove': command(z.object({ ...i.onStudy, caseStudy: caseStudyId, reason: i.reason })).gives<null>(),
  'caseStudy.order': command(z.object({ ...i.onStudy, order: z.array(caseStudyId).max(5_000) })).gives<null>(),

  /** Recommendations in their order. */
  'recommendation.list': query(z.object(i.onStudy)).gives<readonly Recommendation[]>(),
  'recommendation.create': command(
    z.object({ ...i.onStudy, ...recommendation.partial().shape }),
  ).gives<Recommendation>(),
  /** Changes the fields that are given. */
  'recommendation.update': command(
    z.object({ ...i.onStudy, recommendation: recommendationId, ...recommendation.partial().shape }),
  ).gives<Recommendation>(),
  'recommendation.remove': command(
    z.object({ ...i.onStudy, recommendation: recommendationId, reason: i.reason }),
  ).gives<null>(),
  'recommendation.order': command(
    z.object({ ...i.onStudy, order: z.array(recommendationId).max(5_000) }),
  ).gives<null>(),
} as const;
