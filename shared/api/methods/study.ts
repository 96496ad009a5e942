import { z } from 'zod';
import type { Coder, Framework, StudyCounts, StudyInfo } from '../../model/entities.ts';
import { frameworkKinds } from '../../model/themes.ts';
import { command, query } from '../define.ts';
import * as i from '../inputs.ts';
import type { Coverage } from '../outputs/theme.ts';
import type { CheckReport } from '../outputs.ts';

/** Studies and their framework of outcomes. */
export const studyMethods = {
  'study.create': command(
    z.object({
      title: i.name,
      coder: i.name,
      /** Absent: a free name in the studies folder, made from the title. */
      path: z.string().min(1).optional(),
      passphrase: z.string().min(1).optional(),
      /** Absent: the nine default outcomes. */
      framework: i.frameworkInput.optional(),
    }),
  ).gives<StudyInfo>(),
  'study.open': command(
    z.object({ path: z.string().min(1), passphrase: z.string().optional(), coder: i.name.optional() }),
  ).gives<StudyInfo>(),
  /** Opens the sample study, writing it to the studies folder first if it is not there. */
  'study.sample': command(z.object({})).gives<StudyInfo>(),
  'study.close': command(z.object(i.onStudy)).gives<null>(),
  'study.info': query(z.object(i.onStudy)).gives<StudyInfo>(),
  'study.rename': command(z.object({ ...i.onStudy, title: i.name })).gives<null>(),
  'study.stats': query(z.object(i.onStudy)).gives<StudyCounts>(),
  /** All who have coded in it, in the order in which they joined. */
  'study.coders': query(z.object(i.onStudy)).gives<readonly Coder[]>(),
  'study.check': query(z.object(i.onStudy)).gives<CheckReport>(),
  /** A framework with its entries; the study's main one unless another is named. */
  'framework.get': query(z.object({ ...i.onStudy, framework: i.frameworkId.optional() })).gives<Framework>(),
  /** All frameworks, the main one first. */
  'framework.list': query(z.object(i.onStudy)).gives<readonly Framework[]>(),
  /** Reads a framework from JSON text: an array of outcomes, or { title, citation, outcomes }. Writes nothing. */
  'framework.parse': query(z.object({ json: z.string(), name: z.string() })).gives<i.FrameworkInput>(),
  /** Adds a framework beside the main one. */
  'framework.add': command(
    z.object({ ...i.onStudy, ...i.frameworkInput.shape, kind: z.enum(frameworkKinds) }),
  ).gives<Framework>(),
  /**
   * Makes these the framework's entries, in this order; one with an id is kept, one without is new, one left out goes.
   * While themes or quotes hang on one that goes, `moveTo` must say where to: another entry, or null for nowhere. @throws `refused` with `details.outcome`, `details.themes` and `details.quotes`.
   */
  'framework.update': command(
    z.object({
      ...i.onStudy,
      framework: i.frameworkId.optional(),
      title: i.name,
      kind: z.enum(frameworkKinds).optional(),
      citation: i.prose.optional(),
      outcomes: z.array(i.outcomeInput.extend({ id: i.outcomeId.optional() })).min(1),
      moveTo: z.array(z.object({ outcome: i.outcomeId, to: i.outcomeId.nullable() })).optional(),
      reason: i.reason,
    }),
  ).gives<null>(),
  /** Removes a framework. The main one stays; one that themes or quotes hang on goes only with `unlink`. */
  'framework.remove': command(
    z.object({ ...i.onStudy, framework: i.frameworkId, unlink: z.boolean().optional(), reason: i.reason }),
  ).gives<null>(),
  /** Removes one entry; `moveTo` as in `framework.update`. */
  'outcome.remove': command(
    z.object({ ...i.onStudy, outcome: i.outcomeId, moveTo: i.outcomeId.nullable().optional(), reason: i.reason }),
  ).gives<null>(),
  /** How well the entries of a framework are covered; the main one unless another is named. */
  'outcome.coverage': query(z.object({ ...i.onStudy, framework: i.frameworkId.optional() })).gives<Coverage>(),
} as const;
