import { z } from 'zod';
import { type Memo, memoKinds } from '../../model/memos.ts';
import { command, query } from '../define.ts';
import * as i from '../inputs.ts';

const about = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['study', 'journal']) }),
  z.object({ kind: z.literal('source'), source: i.sourceId }),
  z.object({ kind: z.literal('turn'), source: i.sourceId, turn: i.turnId }),
  z.object({
    kind: z.literal('extract'),
    source: i.sourceId,
    start: z.number().int().min(0),
    end: z.number().int().min(1),
  }),
  z.object({ kind: z.literal('code'), code: i.codeId }),
  z.object({ kind: z.literal('theme'), theme: i.themeId }),
  z.object({ kind: z.literal('participant'), participant: i.participantId }),
]);
const title = z.string().trim().max(500);

/** Memos, and the reflexive journal. */
export const memoMethods = {
  /** The memos changed last first; of one kind, or of one source with its turns and extracts. */
  'memo.list': query(
    z.object({ ...i.onStudy, kind: z.enum(memoKinds).optional(), source: i.sourceId.optional() }),
  ).gives<readonly Memo[]>(),
  'memo.create': command(z.object({ ...i.onStudy, about, title, body: i.prose })).gives<Memo>(),
  'memo.update': command(
    z.object({ ...i.onStudy, memo: i.memoId, title: title.optional(), body: i.prose.optional() }),
  ).gives<Memo>(),
  'memo.remove': command(z.object({ ...i.onStudy, memo: i.memoId, reason: i.reason })).gives<null>(),
} as const;
