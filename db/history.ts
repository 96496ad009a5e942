import type { HistoryEntry, HistoryState } from '../shared/api/outputs.ts';
import type { CoderId, EntryId } from '../shared/model/ids.ts';
import type { StudyFile } from './studyFile.ts';

/** What undo and redo would do now for this coder. */
export function historyState(file: StudyFile, coder: CoderId): HistoryState {
  return { undo: next(file, coder, 'undo')?.summary ?? null, redo: next(file, coder, 'redo')?.summary ?? null };
}

/** Acts that are kept in the journal but are no part of what a coder did to the study. */
const quiet = "('reading.mark')";

/** The newest entries first; with `before`, those older than that entry. */
export function historyList(file: StudyFile, limit: number, before?: EntryId): readonly HistoryEntry[] {
  const rows = file.read.all<{
    id: EntryId;
    at: string;
    coder: string;
    command: string;
    summary: string;
    reason: string | null;
    kind: string;
    undone: number;
  }>(
    `SELECT j.id, j.at, c.name AS coder, j.command, j.summary, j.reason, j.kind,
       (SELECT count(*) FILTER (WHERE k.kind = 'undo') - count(*) FILTER (WHERE k.kind = 'redo') FROM journal k WHERE k.target = j.id) AS undone
     FROM journal j JOIN coder c ON c.id = j.coder_id
     WHERE j.command NOT IN ${quiet} AND (? IS NULL OR j.seq < (SELECT seq FROM journal WHERE id = ?))
     ORDER BY j.seq DESC LIMIT ?`,
    before ?? null,
    before ?? null,
    limit,
  );
  return rows.map(({ kind, undone, ...entry }) => ({
    ...entry,
    state: kind !== 'do' ? 'step' : undone > 0 ? 'undone' : 'done',
  }));
}

/** A step that undo or redo would take. */
export type Step = { readonly position: number; readonly id: EntryId; readonly summary: string };

/** The step that comes next for this coder; undefined where there is none. */
export function next(file: StudyFile, coder: CoderId, kind: 'undo' | 'redo'): Step | undefined {
  const [done, order] = kind === 'undo' ? [1, 'DESC'] : [0, 'ASC'];
  return file.read.get<Step>(
    `SELECT s.position, j.id, j.summary FROM undo_stack s JOIN journal j ON j.id = s.entry_id
     WHERE s.coder_id = ? AND s.done = ${done} ORDER BY s.position ${order} LIMIT 1`,
    coder,
  );
}
