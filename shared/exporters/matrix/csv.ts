import Papa from 'papaparse';
import { harmlessCell } from '../../text/csvCells.ts';

export type MatrixTable = {
  readonly rows: readonly { readonly name: string }[];
  readonly columns: readonly { readonly label: string }[];
  /** By row, then column. */
  readonly cells: readonly (readonly number[])[];
  readonly totals: { readonly rows: readonly number[]; readonly columns: readonly number[]; readonly all: number };
};

/** A matrix as a table with its totals last, named All: UTF-8 with a BOM, CRLF, and no cell that a spreadsheet would run as a formula. `corner` names the rows. */
export function matrixCsv({ rows, columns, cells, totals }: MatrixTable, corner: string): Uint8Array {
  const fields = [corner, ...columns.map(column => harmlessCell(column.label)), 'All'];
  const data = [
    ...rows.map((row, at) => [harmlessCell(row.name), ...(cells[at] ?? []), totals.rows[at] ?? 0]),
    ['All', ...totals.columns, totals.all],
  ];
  return new TextEncoder().encode(`\uFEFF${Papa.unparse({ fields, data }, { newline: '\r\n' })}\r\n`);
}
