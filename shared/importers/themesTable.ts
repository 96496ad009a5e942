import { z } from 'zod';
import type { ErrorEnvelope } from '../model/errors.ts';
import { type ThemeStatus, themeStatuses } from '../model/kinds.ts';
import { plainCell } from '../text/csvCells.ts';
import { broken, readCsv } from './csvTable.ts';

/** What a row says of a theme; a field is absent where the table does not have it. Codes, outcomes and the parent are named, outcomes by number. */
export type ThemeTableFields = {
  readonly concept?: string | undefined;
  readonly definition?: string | undefined;
  readonly isNot?: string | undefined;
  readonly narrative?: string | undefined;
  readonly role?: string | null | undefined;
  readonly status?: ThemeStatus | undefined;
  readonly parent?: string | null | undefined;
  readonly codes?: readonly string[] | undefined;
  readonly outcomes?: readonly number[] | undefined;
  readonly reason?: string | undefined;
};

/** A row of a table of themes, or what is wrong with it. `row` counts from the heading, which is 1; in JSON, entries count from 1. */
export type ThemeTableRow = { readonly row: number; readonly name: string } & (
  | { readonly ok: true; readonly fields: ThemeTableFields }
  | { readonly ok: false; readonly problem: string }
);

export type ThemeTable =
  | { readonly ok: true; readonly rows: readonly ThemeTableRow[] }
  | { readonly ok: false; readonly error: ErrorEnvelope };

const name = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .refine(text => !/[\r\n]/.test(text));
const prose = z.string().max(100_000);
const entry = z.object({
  concept: prose.optional(),
  definition: prose.optional(),
  isNot: prose.optional(),
  narrative: prose.optional(),
  role: name.nullable().optional(),
  status: z.enum(themeStatuses).optional(),
  parent: name.nullable().optional(),
  codes: z.array(name).max(5_000).optional(),
  outcomes: z.array(z.number().int().min(1).max(999)).max(200).optional(),
  reason: z.string().max(2_000).optional(),
});

/** What a field should be, for messages. */
const wanted: Readonly<Record<string, string>> = {
  status: `one of ${themeStatuses.join(', ')}`,
  codes: 'a list of names of codes',
  outcomes: 'a list of numbers of outcomes',
  role: 'a few words on one line',
  parent: 'the name of a theme',
};

/** Reads themes from CSV or, where the text begins like it, from JSON: a list of themes, or an object with a list called themes. A bad row is given with what is wrong; a table that can't be read is refused. */
export function parseThemesTable(text: string, fileName: string): ThemeTable {
  return /^\uFEFF?\s*[[{]/.test(text) ? fromJson(text, fileName) : fromCsv(text, fileName);
}

function fromJson(text: string, fileName: string): ThemeTable {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return refused(fileName, 'it is not JSON. Check for a missing comma or bracket.');
  }
  const list = z.union([z.array(z.unknown()), z.object({ themes: z.array(z.unknown()) })]).safeParse(value);
  if (!list.success)
    return refused(fileName, 'it is neither a list of themes nor an object with a list called themes.');
  const entries = Array.isArray(list.data) ? list.data : list.data.themes;
  return { ok: true, rows: entries.map((one, index) => rowOf(index + 1, one)) };
}

const refused = (fileName: string, why: string): ThemeTable =>
  broken('csv-broken', `${fileName} can't be used as a table of themes: ${why} Nothing was changed.`, {
    file: fileName,
  });

function fromCsv(text: string, fileName: string): ThemeTable {
  const table = readCsv(text, fileName, ['name']);
  if (!table.ok) return table;
  return { ok: true, rows: table.rows.map((cells, index) => rowOf(index + 2, ofCells(cells))) };
}

/** Headings that mean a field. */
const headings: Readonly<Record<string, string>> = {
  scope: 'definition',
  'is not': 'isNot',
  'is-not': 'isNot',
  isnot: 'isNot',
};

function ofCells(cells: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
  const given = Object.entries(cells).map(([column, cell]) => [headings[column] ?? column, plainCell(cell)] as const);
  return Object.fromEntries(
    given.map(([field, cell]) => {
      if (field === 'codes') return [field, listOf(cell)];
      if (field === 'outcomes') return [field, listOf(cell).map(Number)];
      if (field === 'status') return [field, cell.trim().toLowerCase() || undefined];
      if (field === 'role' || field === 'parent') return [field, cell.trim() || null];
      return [field, cell];
    }),
  );
}

const listOf = (cell: string) =>
  cell
    .split(/[;\n]/)
    .map(one => one.trim())
    .filter(one => one !== '');

function rowOf(row: number, value: unknown): ThemeTableRow {
  const named = z.object({ name: z.unknown() }).safeParse(value);
  const given = name.safeParse(named.success ? named.data.name : undefined);
  const shown = named.success && typeof named.data.name === 'string' ? named.data.name.trim() : '';
  if (!given.success) {
    const problem =
      shown === '' ? 'It has no name. Give one.' : 'Its name is longer than 500 characters or holds a line break.';
    return { row, name: shown.slice(0, 80), ok: false, problem };
  }
  const read = entry.safeParse(value);
  if (read.success) return { row, name: given.data, ok: true, fields: read.data };
  const field = String(read.error.issues[0]?.path[0] ?? 'entry');
  const problem = `Its ${field === 'isNot' ? 'is not' : field} should be ${wanted[field] ?? 'text of at most 100,000 characters'}.`;
  return { row, name: given.data, ok: false, problem };
}
