import { z } from 'zod';
import type { Coder, Framework, StudyCounts, StudyInfo } from '../../model/entities.ts';
import { command, query } from '../define.ts';
import * as i from '../inputs.ts';
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
  'framework.get': query(z.object(i.onStudy)).gives<Framework>(),
  /** Reads a framework from JSON text: an array of outcomes, or { title, outcomes }. Writes nothing. */
  'framework.parse': query(z.object({ json: z.string(), name: z.string() })).gives<i.FrameworkInput>(),
  'framework.update': command(
    z.object({
      ...i.onStudy,
      title: i.name,
      outcomes: z.array(i.outcomeInput.extend({ id: i.outcomeId.optional() })).min(1),
    }),
  ).gives<null>(),
} as const;
