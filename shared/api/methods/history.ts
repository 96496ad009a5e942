import { z } from 'zod';
import { command, query } from '../define.ts';
import * as i from '../inputs.ts';
import type { HistoryEntry, HistoryState } from '../outputs.ts';

const job = i.job.optional();

/** The journal: what was done, undo and redo. `job` names a step for 'job.cancel' and in progress events. */
export const historyMethods = {
  /** The newest entries first; with `before`, those older than that entry. */
  'history.list': query(
    z.object({ ...i.onStudy, limit: z.number().int().min(1).max(1000), before: i.entryId.optional() }),
  ).gives<readonly HistoryEntry[]>(),
  'history.state': query(z.object(i.onStudy)).gives<HistoryState>(),
  'history.undo': command(z.object({ ...i.onStudy, job })).gives<HistoryState>(),
  'history.redo': command(z.object({ ...i.onStudy, job })).gives<HistoryState>(),
  /** Undoes or redoes until this entry is the coder's last that stands; null undoes all. A step that can't be taken refuses the whole way. */
  'history.goto': command(z.object({ ...i.onStudy, entry: i.entryId.nullable(), job })).gives<HistoryState>(),
} as const;
