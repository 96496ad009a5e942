import type { Row, TableName } from './rows.ts';
import type { StudyFile } from './studyFile.ts';
import { conflict } from './undoConflicts.ts';
import type { Change, Writer } from './writer.ts';

/** The changes that take a command back, in the order in which they must be made. */
export function invert(changes: readonly Change[]): readonly Change[] {
  return changes.toReversed().map(([table, id, before, after]) => [table, id, after, before]);
}

/** Makes one recorded change, after checking that the row still stands as it was recorded. @throws `undo-conflict`. */
export function applyChange(file: StudyFile, write: Writer, [table, id, before, after]: Change): void {
  const now = (file.statement(`SELECT * FROM ${table} WHERE id = ?`).get(id) ?? null) as Row | null;
  if (table === 'reading') {
    followReading(write, id, now, after);
    return;
  }
  if (!sameRow(now, before)) throw conflict(table, id);
  try {
    if (after === null) {
      if (table === 'source') forgetReading(file, write, id);
      write.remove(table, id);
    } else if (before === null) insertRow(write, table, after);
    else write.update(table, id, after as never);
  } catch (thrown) {
    if (isForeignKey(thrown)) throw conflict(table, id);
    throw thrown;
  }
}

const isForeignKey = (thrown: unknown) =>
  thrown instanceof Error && 'code' in thrown && thrown.code === 'SQLITE_CONSTRAINT_FOREIGNKEY';

/** How far somebody has read goes on while acts are undone: such a row is put back or taken away, whatever it says by now. */
function followReading(write: Writer, id: string, now: Row | null, after: Row | null): void {
  if (after === null && now !== null) write.remove('reading', id);
  if (after !== null && now === null) insertRow(write, 'reading', after);
}

/** A source that an undo takes away may have been read since it came. */
function forgetReading(file: StudyFile, write: Writer, source: string): void {
  for (const row of file.read.all<{ id: string }>('SELECT id FROM reading WHERE source_id = ?', source))
    write.remove('reading', row.id);
}

function insertRow(write: Writer, table: TableName, row: Row): void {
  write.insert(table, row as never);
}

function sameRow(a: Row | null, b: Row | null): boolean {
  if (a === null || b === null) return a === b;
  const columns = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...columns].every(column => (a[column] ?? null) === (b[column] ?? null));
}
