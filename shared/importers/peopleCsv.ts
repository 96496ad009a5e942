import type { ErrorEnvelope } from '../model/errors.ts';
import { plainCell } from '../text/csvCells.ts';
import { broken, readCsv } from './csvTable.ts';

/** A row of a table of participants. `row` counts from the heading, which is 1. Facts are undefined where the table has no such column. */
export type PeopleRow = {
  readonly row: number;
  readonly label: string;
  readonly group: string | null | undefined;
  readonly role: string | null | undefined;
  readonly phase: string | null | undefined;
  /** Cells of all other columns, by the column's name as it stands. */
  readonly values: Readonly<Record<string, string>>;
};

export type PeopleTable =
  | { readonly ok: true; readonly columns: readonly string[]; readonly rows: readonly PeopleRow[] }
  | { readonly ok: false; readonly error: ErrorEnvelope };

const labels = ['participant', 'label', 'name'];
const facts = ['group', 'role', 'phase'];

/** Reads a table of participants: one of the columns participant, label or name must be there. `columns` are the attributes. */
export function parsePeopleCsv(text: string, fileName: string): PeopleTable {
  const table = readCsv(text, fileName, []);
  if (!table.ok) return table;
  const label = labels.find(column => table.columns.includes(column));
  if (label === undefined) {
    return broken(
      'csv-columns',
      `${fileName} lacks a column participant; it has ${table.columns.filter(Boolean).join(', ') || 'none'}. Nothing was changed. Name the columns in the first row.`,
      { file: fileName, missing: ['participant'] },
    );
  }
  const columns = table.columns.filter(column => column !== '' && column !== label && !facts.includes(column));
  const cell = (cells: Readonly<Record<string, string>>, column: string) => plainCell(cells[column] ?? '').trim();
  const fact = (cells: Readonly<Record<string, string>>, column: string) =>
    table.columns.includes(column) ? cell(cells, column) || null : undefined;
  return {
    ok: true,
    columns,
    rows: table.rows.map((cells, index) => ({
      row: index + 2,
      label: cell(cells, label),
      group: fact(cells, 'group'),
      role: fact(cells, 'role'),
      phase: fact(cells, 'phase'),
      values: Object.fromEntries(columns.map(column => [column, cell(cells, column)])),
    })),
  };
}
