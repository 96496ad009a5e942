import { z } from 'zod';
import type { Code } from '../../model/entities.ts';
import { command, query } from '../define.ts';
import * as i from '../inputs.ts';
import type { CodebookRowReport, Merged, MergePreview, SimilarCodes } from '../outputs/codebook.ts';
import type { Exported } from '../outputs.ts';

const fields = {
  definition: i.prose.optional(),
  kind: i.codeFields.kind.optional(),
  inclusion: i.prose.optional(),
  exclusion: i.prose.optional(),
  example: i.prose.optional(),
  hue: z.number().int().min(1).max(12).optional(),
};
const codes = z.array(i.codeId).min(1).max(10_000);

/** The codebook. */
export const codebookMethods = {
  /** In the order of the tree: depth first, siblings by their place. */
  'code.list': query(z.object(i.onStudy)).gives<readonly Code[]>(),
  /** A new code at the end of its siblings. */
  'code.create': command(
    z.object({ ...i.onStudy, name: i.name, parent: i.codeId.nullable().optional(), ...fields }),
  ).gives<Code>(),
  /** Changes the fields that are given. */
  'code.update': command(z.object({ ...i.onStudy, code: i.codeId, name: i.name.optional(), ...fields })).gives<null>(),
  /** Puts codes, in the order given, under `parent` before its child `before`, or at the end. A code whose ancestor moves too goes with it. */
  'code.move': command(
    z.object({
      ...i.onStudy,
      codes,
      parent: i.codeId.nullable(),
      before: i.codeId.nullable().optional(),
    }),
  ).gives<null>(),
  'code.mergePreview': query(z.object({ ...i.onStudy, from: codes, into: i.codeId })).gives<MergePreview>(),
  /** Codings, themes, memos and codes below go to `into`; the codes of `from` are removed. Of codings that would stand twice the older stays. */
  'code.merge': command(
    z.object({ ...i.onStudy, from: codes, into: i.codeId, reason: i.reason, job: i.job.optional() }),
  ).gives<Merged>(),
  'code.retire': command(z.object({ ...i.onStudy, codes, retired: z.boolean(), reason: i.reason })).gives<null>(),
  /** Gives a code a number key, taking it from any other code; null takes its key away. */
  'code.favourite': command(
    z.object({ ...i.onStudy, code: i.codeId, place: z.number().int().min(1).max(9).nullable() }),
  ).gives<null>(),
  /** Removes a code with its codings. Codes under it move up to its place; memos about it become memos on the study. */
  'code.remove': command(
    z.object({ ...i.onStudy, code: i.codeId, reason: i.reason, job: i.job.optional() }),
  ).gives<null>(),
  /** Codes that may be one, most alike first. */
  'code.similar': query(z.object(i.onStudy)).gives<readonly SimilarCodes[]>(),
  'codebook.export': command(
    z.object({ ...i.onStudy, format: z.enum(i.codebookFormats), out: i.out }),
  ).gives<Exported>(),
  /** Makes and changes codes by a table. A column that is missing leaves its field as it is; rows that can't be taken are left out and say why. */
  'codebook.import': command(z.object({ ...i.onStudy, file: i.fileInput })).gives<readonly CodebookRowReport[]>(),
} as const;
