import { z } from 'zod';
import { command, query } from '../define.ts';
import * as i from '../inputs.ts';
import type { Cooccurrence, Matrix, MatrixCell, PairedExtracts } from '../outputs/analysis.ts';
import type { Exported } from '../outputs.ts';

const table = {
  rows: z.enum(['codes', 'themes']),
  columns: z.union([z.enum(['source', 'group', 'phase', 'speaker']), z.object({ attribute: i.attributeId })]),
};
const count = z.enum(['extracts', 'sources', 'participants']);
const job = i.job.optional();

/** Figures over the whole study. Words of interviewers are left out of all of them. Large studies are worked through in the background. */
export const analysisMethods = {
  'analysis.matrix': query(
    z.object({
      ...i.onStudy,
      ...table,
      count,
      filter: i.studyFilter.optional(),
      job,
    }),
  ).gives<Matrix>(),
  /** The extracts of one cell of a matrix, in source order; `column` is the key of one of its columns. */
  'analysis.cell': query(
    z.object({
      ...i.onStudy,
      ...table,
      row: z.union([i.codeId, i.themeId]),
      column: z.string().max(500),
      filter: i.studyFilter.optional(),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
  ).gives<MatrixCell>(),
  /** Which codes occur together. `near`: also those with at most so many words between them. Progress comes as events labelled with the job. */
  'analysis.cooccurrence': query(
    z.object({
      ...i.onStudy,
      near: z.number().int().min(0).max(1_000).optional(),
      /** 2,000 pairs unless told otherwise. */
      most: z.number().int().min(1).max(200_000).optional(),
      filter: i.studyFilter.optional(),
      job,
    }),
  ).gives<Cooccurrence>(),
  /** Where two codes occur together in one of the ways that `analysis.cooccurrence` counts: one extract of each. */
  'analysis.places': query(
    z.object({
      ...i.onStudy,
      a: i.codeId,
      b: i.codeId,
      relation: z.enum(['overlap', 'inside', 'around', 'near']),
      near: z.number().int().min(0).max(1_000).optional(),
      filter: i.studyFilter.optional(),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
  ).gives<PairedExtracts>(),
  /** A matrix as a table, with its totals. */
  'analysis.export': command(
    z.object({ ...i.onStudy, ...table, count, filter: i.studyFilter.optional(), format: z.literal('csv'), out: i.out }),
  ).gives<Exported>(),
  /** Stops a job: its call fails with `cancelled`. One that is done or unknown is let be. */
  'job.cancel': command(z.object({ ...i.onStudy, job: i.job })).gives<null>(),
} as const;

export type MatrixColumns = z.output<(typeof table)['columns']>;
