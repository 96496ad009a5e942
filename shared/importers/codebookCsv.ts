import type { ErrorEnvelope } from '../model/errors.ts';
import { type CodeKind, codeKinds } from '../model/kinds.ts';
import { namesInPath } from '../text/codePath.ts';
import { plainCell } from '../text/csvCells.ts';
import { broken, readCsv } from './csvTable.ts';

/** What a row says of a code; a field is absent where the table has no such column. */
export type CodebookFields = {
  readonly kind?: CodeKind | null;
  readonly definition?: string;
  readonly inclusion?: string;
  readonly exclusion?: string;
  readonly example?: string;
  readonly hue?: number;
  readonly retired?: boolean;
};

/** A row of a codebook: a code with the names above it (null where the table does not say), or what is wrong with it. `row` counts from the heading, which is 1. */
export type CodebookRow = { readonly row: number; readonly name: string } & (
  | { readonly ok: true; readonly above: readonly string[] | null; readonly fields: CodebookFields }
  | { readonly ok: false; readonly problem: string }
);

export type CodebookRows =
  | { readonly ok: true; readonly rows: readonly CodebookRow[] }
  | { readonly ok: false; readonly error: ErrorEnvelope };

const longestName = 500;
const longestProse = 100_000;

/** Reads a codebook's table: a column path ("Parent > Child") or name must be there. A bad row is given with what is wrong; a table that can't be read is refused. */
export function parseCodebookCsv(text: string, fileName: string): CodebookRows {
  const table = readCsv(text, fileName, []);
  if (!table.ok) return table;
  const has = (column: string) => table.columns.includes(column);
  if (!has('path') && !has('name')) {
    return broken(
      'csv-columns',
      `${fileName} has neither a column path nor a column name; it has ${table.columns.filter(Boolean).join(', ') || 'none'}. Nothing was changed. Name the columns in the first row.`,
      { file: fileName, missing: ['path', 'name'] },
    );
  }
  return { ok: true, rows: table.rows.map((cells, index) => readRow(cells, index + 2, has)) };
}

function readRow(cells: Readonly<Record<string, string>>, row: number, has: (column: string) => boolean): CodebookRow {
  const cell = (column: string) => plainCell(cells[column] ?? '');
  const path = namesInPath(cell('path'));
  const pathGiven = has('path') && cell('path').trim() !== '';
  const name = cell('name').trim() || (path.at(-1) ?? '');
  const above = pathGiven ? path.slice(0, -1) : null;
  const problem = problemOf(cell, has, name, path, pathGiven);
  if (problem !== null) return { row, name, ok: false, problem };
  const prose = Object.fromEntries(
    (['definition', 'inclusion', 'exclusion', 'example'] as const).filter(has).map(column => [column, cell(column)]),
  );
  const kind = kindOf(cell('kind'));
  return {
    row,
    name,
    ok: true,
    above,
    fields: {
      ...prose,
      ...(has('kind') && kind !== undefined && { kind }),
      ...(has('hue') && cell('hue').trim() !== '' && { hue: Number(cell('hue')) }),
      ...(has('retired') && { retired: yes.test(cell('retired').trim()) }),
    },
  };
}

const yes = /^(?:yes|y|true|1|retired)$/i;
const no = /^(?:|no|n|false|0)$/i;

/** Null for an empty cell; undefined for what is no kind. */
function kindOf(cell: string): CodeKind | null | undefined {
  const text = cell.trim().toLowerCase();
  return text === '' ? null : codeKinds.find(kind => kind === text);
}

function problemOf(
  cell: (column: string) => string,
  has: (column: string) => boolean,
  name: string,
  path: readonly string[],
  pathGiven: boolean,
): string | null {
  if (name === '') return 'It has no name. Give one.';
  const names = pathGiven ? [...path.slice(0, -1), name] : [name];
  if (names.some(one => one === '')) return `Its path “${cell('path')}” has an empty part. Write it as Parent > Child.`;
  if (names.some(one => one.length > longestName))
    return `Its name is longer than ${longestName} characters. Shorten it.`;
  if (names.some(one => /[\r\n]/.test(one))) return 'Its name holds a line break. Write it on one line.';
  if (new Set(names).size < names.length)
    return `Its path “${cell('path')}” names a code twice. A code can't stand under itself.`;
  if (has('kind') && kindOf(cell('kind')) === undefined)
    return `“${cell('kind')}” is not a kind. Use ${codeKinds.join(' or ')}, or leave it empty.`;
  const hue = cell('hue').trim();
  if (hue !== '' && !/^(?:[1-9]|1[0-2])$/.test(hue))
    return `“${hue}” is not a colour. Give a number from 1 to 12, or leave it empty.`;
  const retired = cell('retired').trim();
  if (!yes.test(retired) && !no.test(retired))
    return `“${retired}” does not say whether it is retired. Use yes, or leave it empty.`;
  const long = (['definition', 'inclusion', 'exclusion', 'example'] as const).find(
    column => cell(column).length > longestProse,
  );
  return long ? `Its ${long} is longer than ${longestProse.toLocaleString('en-GB')} characters. Shorten it.` : null;
}
