import type { SourceFacts } from '../model/entities.ts';
import type { ErrorEnvelope } from '../model/errors.ts';
import { sourceKinds } from '../model/kinds.ts';
import { kindNamed } from './common/metadata.ts';
import { broken, readCsv } from './csvTable.ts';

/** What a table of sources says of one file; null where its cell is empty. */
export type SourceRow = Pick<SourceFacts, 'group' | 'participant' | 'phase'> & {
  readonly file: string;
  readonly kind: SourceFacts['kind'] | null;
};

export type SourceRows =
  | { readonly ok: true; readonly rows: readonly SourceRow[] }
  | { readonly ok: false; readonly error: ErrorEnvelope };

/** Reads `sources.csv`: columns file, method, group, participant, phase. Only `file` must be there; errors name the row. */
export function parseSourcesCsv(text: string, fileName: string): SourceRows {
  const table = readCsv(text, fileName, ['file', 'method', 'group', 'participant', 'phase']);
  if (!table.ok) return table;
  const rows: SourceRow[] = [];
  for (const [index, cells] of table.rows.entries()) {
    const cell = (column: string) => cells[column]?.trim() ?? '';
    const where = `${fileName}, row ${index + 2} (${cell('file') || 'no file'})`;
    const kind = cell('method') === '' ? null : kindNamed(cell('method'));
    if (cell('file') === '')
      return broken(
        'csv-broken',
        `${where}: the column file is empty. Nothing was changed. Name the transcript's file.`,
        { file: fileName, row: index + 2 },
      );
    if (cell('method') !== '' && kind === null) {
      return broken(
        'csv-broken',
        `${where}: “${cell('method')}” is not a method. Nothing was changed. Use one of ${sourceKinds.join(', ')}.`,
        { file: fileName, row: index + 2 },
      );
    }
    const phase = /^(?:phase\s*)?(\d{1,2})$/i.exec(cell('phase'))?.[1];
    if (cell('phase') !== '' && (phase === undefined || Number(phase) < 1)) {
      return broken(
        'csv-broken',
        `${where}: “${cell('phase')}” is not a phase. Nothing was changed. Give a number from 1, or leave it empty.`,
        { file: fileName, row: index + 2 },
      );
    }
    rows.push({
      file: cell('file'),
      kind,
      group: cell('group') || null,
      participant: cell('participant') || null,
      phase: phase === undefined ? null : Number(phase),
    });
  }
  return { ok: true, rows };
}

/** The row for a file, by its name with or without ending, in any case. */
export function factsFor(rows: readonly SourceRow[], fileName: string): Omit<SourceRow, 'file'> | null {
  const stem = (name: string) => name.toLowerCase().replace(/\.[^.]+$/, '');
  const row =
    rows.find(one => one.file.toLowerCase() === fileName.toLowerCase()) ??
    rows.find(one => stem(one.file) === stem(fileName) || one.file.toLowerCase() === stem(fileName));
  if (!row) return null;
  const { file: _file, ...facts } = row;
  return facts;
}
