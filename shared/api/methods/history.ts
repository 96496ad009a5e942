import { z } from 'zod';
import { command, query } from '../define.ts';
import * as i from '../inputs.ts';
import type { HistoryEntry, HistoryState } from '../outputs.ts';

/** The journal: what was done, undo and redo. */
export const historyMethods = {
  'history.list': query(z.object({ ...i.onStudy, limit: z.number().int().min(1).max(1000) })).gives<
    readonly HistoryEntry[]
  >(),
  'history.state': query(z.object(i.onStudy)).gives<HistoryState>(),
  'history.undo': command(z.object(i.onStudy)).gives<HistoryState>(),
  'history.redo': command(z.object(i.onStudy)).gives<HistoryState>(),
} as const;
