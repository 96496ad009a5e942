import type { HistoryEntry, HistoryState } from '../shared/api/outputs.ts';
import { NinefoldError } from '../shared/model/errors.ts';
import type { CoderId, EntryId } from '../shared/model/ids.ts';
import { newId } from '../shared/model/ids.ts';
import { explain } from './errors.ts';
import type { Row, TableName } from './rows.ts';
import type { StudyFile } from './studyFile.ts';
import { type Change, createWriter, type Writer } from './writer.ts';

/** What a journal entry says of a command besides its changes. `input` is plain JSON and holds no bytes. */
export type Act = {
  readonly coder: CoderId;
  readonly command: string;
  readonly input: unknown;
  readonly reason?: string | undefined;
  /** False for what undo can't sensibly take back, such as the making of the study. */
  readonly undoable?: boolean;
};

/** What a command gave, and the rows it changed, in order. */
export type Done<Result> = { readonly result: Result; readonly changes: readonly Change[] };

/**
 * Runs one command in one transaction together with its journal entry; when it returns, the change is on disk.
 * `work` gives its result and a summary in plain words. A command that changes nothing leaves no entry.
 */
export function perform<Result>(
  file: StudyFile,
  act: Act,
  work: (write: Writer) => { readonly result: Result; readonly summary: string },
): Done<Result> {
  return inTransaction(file, write => {
    const { result, summary } = work(write);
    if (write.changes.length === 0) return result;
    const id = append(file, act, 'do', summary, null, write.changes);
    if (act.undoable !== false) {
      file.statement('DELETE FROM undo_stack WHERE coder_id = ? AND done = 0').run(act.coder);
      file.statement('INSERT INTO undo_stack (coder_id, entry_id, done) VALUES (?, ?, 1)').run(act.coder, id);
    }
    return result;
  });
}

/** Takes back the coder's last standing command. @throws `nothing-to-undo`, or `undo-conflict` when its rows have changed since. */
export function undo(file: StudyFile, coder: CoderId): Done<HistoryState> {
  return step(file, coder, 'undo');
}

/** Does again what undo took back last. @throws `nothing-to-redo`, `undo-conflict`. */
export function redo(file: StudyFile, coder: CoderId): Done<HistoryState> {
  return step(file, coder, 'redo');
}

/** What undo and redo would do now for this coder. */
export function historyState(file: StudyFile, coder: CoderId): HistoryState {
  return { undo: next(file, coder, 'undo')?.summary ?? null, redo: next(file, coder, 'redo')?.summary ?? null };
}

/** The newest entries first. */
export function historyList(file: StudyFile, limit: number): readonly HistoryEntry[] {
  const rows = file.read.all<{
    id: EntryId;
    at: string;
    coder: string;
    command: string;
    summary: string;
    reason: string | null;
    kind: string;
    done: number | null;
    undone: number;
  }>(
    `SELECT j.id, j.at, c.name AS coder, j.command, j.summary, j.reason, j.kind, s.done,
       (SELECT count(*) FILTER (WHERE k.kind = 'undo') - count(*) FILTER (WHERE k.kind = 'redo') FROM journal k WHERE k.target = j.id) AS undone
     FROM journal j JOIN coder c ON c.id = j.coder_id LEFT JOIN undo_stack s ON s.entry_id = j.id
     ORDER BY j.seq DESC LIMIT ?`,
    limit,
  );
  return rows.map(({ kind, undone, done: _done, ...entry }) => ({
    ...entry,
    state: kind !== 'do' ? 'step' : undone > 0 ? 'undone' : 'done',
  }));
}

type Step = { readonly position: number; readonly id: EntryId; readonly summary: string; readonly changes: string };

function next(file: StudyFile, coder: CoderId, kind: 'undo' | 'redo'): Step | undefined {
  const [done, order] = kind === 'undo' ? [1, 'DESC'] : [0, 'ASC'];
  return file.read.get<Step>(
    `SELECT s.position, j.id, j.summary, j.changes FROM undo_stack s JOIN journal j ON j.id = s.entry_id
     WHERE s.coder_id = ? AND s.done = ${done} ORDER BY s.position ${order} LIMIT 1`,
    coder,
  );
}

function step(file: StudyFile, coder: CoderId, kind: 'undo' | 'redo'): Done<HistoryState> {
  return inTransaction(file, write => {
    const entry = next(file, coder, kind);
    if (!entry) {
      throw new NinefoldError(
        `nothing-to-${kind}`,
        kind === 'undo' ? 'There is nothing to undo.' : 'There is nothing to redo.',
      );
    }
    const recorded = JSON.parse(entry.changes) as readonly Change[];
    const wanted = kind === 'undo' ? invert(recorded) : recorded;
    for (const change of wanted) applyChange(file, write, change);
    file.statement('UPDATE undo_stack SET done = ? WHERE position = ?').run(kind === 'undo' ? 0 : 1, entry.position);
    const summary = `${kind === 'undo' ? 'Undid' : 'Redid'}: ${entry.summary}`;
    append(file, { coder, command: `history.${kind}`, input: {} }, kind, summary, entry.id, write.changes);
    return historyState(file, coder);
  });
}

/** The changes that take a command back, in the order in which they must be made. */
export function invert(changes: readonly Change[]): readonly Change[] {
  return changes.toReversed().map(([table, id, before, after]) => [table, id, after, before]);
}

/** Makes one recorded change, after checking that the row still stands as it was recorded. */
function applyChange(file: StudyFile, write: Writer, [table, id, before, after]: Change): void {
  const now = (file.statement(`SELECT * FROM ${table} WHERE id = ?`).get(id) ?? null) as Row | null;
  if (!sameRow(now, before)) {
    throw new NinefoldError(
      'undo-conflict',
      `This can't be taken back: a ${table.replace('_', ' ')} it changed has been changed again since, by another coder. Nothing was changed.`,
      { table, id },
    );
  }
  if (after === null) write.remove(table, id);
  else if (before === null) insertRow(write, table, after);
  else write.update(table, id, after as never);
}

function insertRow(write: Writer, table: TableName, row: Row): void {
  write.insert(table, row as never);
}

function sameRow(a: Row | null, b: Row | null): boolean {
  if (a === null || b === null) return a === b;
  const columns = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...columns].every(column => (a[column] ?? null) === (b[column] ?? null));
}

function append(
  file: StudyFile,
  act: Act,
  kind: 'do' | 'undo' | 'redo',
  summary: string,
  target: EntryId | null,
  changes: readonly Change[],
): EntryId {
  const id = newId<'entry'>();
  file
    .statement(
      `INSERT INTO journal (id, at, coder_id, kind, command, input, summary, reason, target, changes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      id,
      new Date().toISOString(),
      act.coder,
      kind,
      act.command,
      JSON.stringify(act.input),
      summary,
      act.reason ?? null,
      target,
      JSON.stringify(changes),
    );
  return id;
}

function inTransaction<Result>(file: StudyFile, work: (write: Writer) => Result): Done<Result> {
  file.lock.assertHeld();
  const write = createWriter(file.statement);
  try {
    const result = file.db.transaction(() => work(write)).immediate();
    return { result, changes: write.changes };
  } catch (thrown) {
    throw explain(thrown, file.path);
  }
}
