import type { ErrorEnvelope } from '../model/errors.ts';
import { broken, readCsv } from './csvTable.ts';

/** One extract of a team's own table. Empty cells are '' (or null for the outcome and the note). */
export type ExtractRow = {
  readonly id: string;
  readonly source: string;
  readonly speaker: string;
  readonly extract: string;
  readonly code: string;
  readonly theme: string;
  readonly outcome: number | null;
  /** The further columns, as "Column: value; …". */
  readonly note: string | null;
};

export type ExtractRows =
  | { readonly ok: true; readonly rows: readonly ExtractRow[] }
  | { readonly ok: false; readonly error: ErrorEnvelope };

const known = ['id', 'source', 'speaker', 'extract', 'code', 'theme', 'outcome'];

/** Reads a table of coded extracts: id, source and extract must be there, and at least one of code and theme. Errors name the row. */
export function parseExtractsCsv(text: string, fileName: string): ExtractRows {
  const table = readCsv(text, fileName, ['id', 'source', 'extract']);
  if (!table.ok) return table;
  if (!table.columns.includes('code') && !table.columns.includes('theme')) {
    return broken(
      'csv-columns',
      `${fileName} has neither a column code nor a column theme. Nothing was coded. Add one, so that each extract says what it is coded as.`,
      { file: fileName, missing: ['code', 'theme'] },
    );
  }
  const further = table.columns.filter(column => !known.includes(column) && column !== '');
  const rows: ExtractRow[] = [];
  for (const [index, cells] of table.rows.entries()) {
    const cell = (column: string) => cells[column]?.trim() ?? '';
    const where = `${fileName}, row ${index + 2} (${cell('id') || 'no id'})`;
    const problem = problemOf(cell);
    if (problem)
      return broken('csv-broken', `${where}: ${problem} Nothing was coded.`, {
        file: fileName,
        row: index + 2,
        id: cell('id'),
      });
    const note = further
      .filter(column => cell(column) !== '')
      .map(column => `${column}: ${cell(column)}`)
      .join('; ');
    rows.push({
      id: cell('id'),
      source: cell('source'),
      speaker: cell('speaker'),
      extract: cells['extract'] ?? '',
      code: cell('code'),
      theme: cell('theme'),
      outcome: cell('outcome') === '' ? null : Number(cell('outcome')),
      note: note === '' ? null : note,
    });
  }
  return { ok: true, rows };
}

function problemOf(cell: (column: string) => string): string | null {
  if (cell('source') === '') return 'the source is empty. Give the name of the transcript’s file.';
  if (cell('extract') === '') return 'the extract is empty. Give the words that are coded.';
  if (cell('code') === '' && cell('theme') === '') return 'it has neither a code nor a theme. Give one of them.';
  if (cell('outcome') !== '' && !/^\d{1,3}$/.test(cell('outcome')))
    return `“${cell('outcome')}” is not an outcome’s number. Give its number, or leave it empty.`;
  if (cell('outcome') !== '' && cell('theme') === '')
    return 'it has an outcome but no theme. Give the theme that stands under the outcome.';
  return null;
}
