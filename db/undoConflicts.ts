import { NinefoldError } from '../shared/model/errors.ts';
import type { SourceId } from '../shared/model/ids.ts';
import { wordTables } from './onWords.ts';
import type { TableName } from './rows.ts';
import { sourceText } from './sources.ts';
import type { StudyFile } from './studyFile.ts';
import type { Change } from './writer.ts';

/** What is said of a row that another coder has changed since. */
export const conflict = (table: TableName, id: string) =>
  new NinefoldError(
    'undo-conflict',
    `This can't be taken back: a ${table.replace('_', ' ')} it changed has been changed or is used again since, by another coder. Nothing was changed.`,
    { table, id },
  );

/** What stands once in a study, by the columns that tell: another coder may have made the same since. */
const once: Partial<Readonly<Record<TableName, readonly string[]>>> = {
  code: ['name'],
  theme: ['name'],
  theme_code: ['theme_id', 'code_id'],
  theme_outcome: ['theme_id', 'outcome_id'],
  theme_mark: ['theme_id', 'source_id', 'start_at', 'end_at'],
  theme_relation: ['from_id', 'to_id', 'kind'],
  outcome_quote: ['outcome_id', 'source_id', 'start_at', 'end_at'],
  quote: ['source_id', 'start_at', 'end_at'],
  theme_quote: ['theme_id', 'source_id', 'start_at', 'end_at'],
  replacement: ['label'],
};

/** Another coder may have made again what a step puts back. @throws `undo-conflict`. */
export function refuseDoubles(file: StudyFile, changes: readonly Change[]): void {
  for (const [table, id, before, after] of changes) {
    const columns = once[table];
    if (!columns || after === null || columns.every(column => after[column] === before?.[column])) continue;
    const same = columns.map(column => `o.${column} IS m.${column}`).join(' AND ');
    const double = `SELECT o.id FROM ${table} m JOIN ${table} o ON ${same} AND o.id <> m.id WHERE m.id = ?`;
    if (!file.statement(double).get(id)) continue;
    const named = table === 'code' || table === 'theme';
    throw new NinefoldError(
      'undo-conflict',
      named
        ? `This can't be taken back: there is another ${table} called “${after.name}” by now. Nothing was changed. Rename that one first.`
        : "This can't be taken back: what it would put back has been made again since, by another coder. Nothing was changed.",
      { table, id },
    );
  }
  refuseRings(file, changes);
}

/** A code or theme may have been put under one that an undo or redo puts under it. */
function refuseRings(file: StudyFile, changes: readonly Change[]): void {
  for (const [table, id, before, after] of changes) {
    if ((table !== 'code' && table !== 'theme') || !after?.parent_id || after.parent_id === before?.parent_id) continue;
    const above = `WITH RECURSIVE up (id) AS (SELECT parent_id FROM ${table} WHERE id = ? UNION SELECT m.parent_id FROM ${table} m JOIN up ON m.id = up.id)
      SELECT 1 FROM up WHERE id = ?`;
    if (file.statement(above).get(id, id)) {
      throw new NinefoldError(
        'undo-conflict',
        `This can't be taken back: the ${table} “${after.name}” would stand under itself by what another coder has moved since. Nothing was changed.`,
        { table, id },
      );
    }
  }
}

/** Codings and what else quotes a source, by its row. */
const quotedOn = (file: StudyFile, source: SourceId) =>
  ['coding', 'memo', ...wordTables].flatMap(table =>
    file.read.all<{ key: string; start: number; end: number; quoted: string }>(
      `SELECT id AS key, start_at AS start, end_at AS "end", quoted FROM ${table} WHERE source_id = ? AND start_at IS NOT NULL AND quoted IS NOT NULL`,
      source,
    ),
  );

/** Where a step gives a source another text, all that stands on its words has to stand on the same ones: another coder may have coded since. @throws `undo-conflict`. */
export function refuseForeignWords(file: StudyFile, changes: readonly Change[]): void {
  for (const [table, id, before, after] of changes) {
    if (table !== 'source' || !before || !after || before.text_id === after.text_id) continue;
    const source = id as SourceId;
    const text = sourceText(file.read, source);
    for (const { key, start, end, quoted } of quotedOn(file, source)) {
      if (text.slice(start, end) !== quoted) throw conflict('coding', key);
    }
  }
}
