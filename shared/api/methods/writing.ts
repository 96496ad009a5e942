import { z } from 'zod';
import type { DisclosureReport } from '../../model/disclosure.ts';
import type { FindingsDraft } from '../../model/findings.ts';
import type { CaseStudy, CaseStudyId, Recommendation, RecommendationId } from '../../model/report.ts';
import { command, query } from '../define.ts';
import * as i from '../inputs.ts';
import type { ExportedBundle } from '../outputs/printStyle.ts';
import { acceptedFindings } from './disclosure.ts';
import { givenStyle } from './printStyle.ts';

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

/** How a report is printed; `style`: how quotes are attributed, in the house style unless told; `job` names it for 'job.cancel'. */
const printing = {
  out: i.out,
  style: givenStyle.nullable().optional(),
  accept: acceptedFindings.optional(),
  job: i.job.optional(),
};

/** The report as it is written: boxes, recommendations, and the files that are made of all of it. */
export const writingMethods = {
  /** The findings in report order, as `findings.export` prints them. */
  'findings.draft': query(z.object(i.onStudy)).gives<FindingsDraft>(),
  /** `accept` as in `quote.export`. @throws `nothing-to-export`; `disclosure` and `integrity` as `quote.export` does. */
  'findings.export': command(
    z.object({ ...i.onStudy, ...printing, format: z.literal('docx') }),
  ).gives<ExportedBundle>(),
  /** Every theme with what it is, what it is not and what it rests on. `quotes`: how many of each theme are printed, chosen and vivid ones first (10 unless told); contrary extracts always are. */
  'themebook.export': command(
    z.object({
      ...i.onStudy,
      ...printing,
      format: z.enum(i.themeBookFormats),
      quotes: z.number().int().min(0).max(100_000).optional(),
    }),
  ).gives<ExportedBundle>(),
  /** The disclosure check of a report as it would be printed. */
  'report.check': query(
    z.object({ ...i.onStudy, report: z.enum(['findings', 'themebook']), style: printing.style }),
  ).gives<DisclosureReport>(),

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
