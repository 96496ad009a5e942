import { z } from 'zod';
import type { Code } from '../../model/entities.ts';
import { command, query } from '../define.ts';
import * as i from '../inputs.ts';

/** The codebook. */
export const codebookMethods = {
  'code.list': query(z.object(i.onStudy)).gives<readonly Code[]>(),
  'code.create': command(
    z.object({ ...i.onStudy, ...i.codeFields }).partial({ definition: true, kind: true }),
  ).gives<Code>(),
  'code.update': command(z.object({ ...i.onStudy, code: i.codeId, ...i.codeFields })).gives<null>(),
  'code.remove': command(z.object({ ...i.onStudy, code: i.codeId, reason: i.reason })).gives<null>(),
} as const;
