import Papa from 'papaparse';
import type { ErrorEnvelope } from '../model/errors.ts';
import { normaliseText } from '../text/normalise.ts';

export type Table =
  | {
      readonly ok: true;
      readonly columns: readonly string[];
      readonly rows: readonly Readonly<Record<string, string>>[];
    }
  | { readonly ok: false; readonly error: ErrorEnvelope };

/** Reads CSV (comma, semicolon or tab; quoted cells may hold line breaks). Column names are taken in lower case, without outer white space. Errors name the file, what is missing, and the way out. */
export function readCsv(text: string, fileName: string, required: readonly string[]): Table {
  const parsed = Papa.parse<Record<string, string>>(normaliseText(text), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: header => header.trim().toLowerCase(),
    delimitersToGuess: [',', ';', '\t'],
  });
  const columns = parsed.meta.fields ?? [];
  const missing = required.filter(column => !columns.includes(column));
  if (missing.length > 0) {
    return broken(
      'csv-columns',
      `${fileName} lacks the ${missing.length === 1 ? 'column' : 'columns'} ${missing.join(', ')}; it has ${columns.filter(Boolean).join(', ') || 'none'}. Nothing was changed. Name the columns in the first row.`,
      { file: fileName, missing },
    );
  }
  const problem = parsed.errors.find(error => error.type === 'Quotes' || error.code === 'TooManyFields');
  if (problem) {
    // The parser counts the head as a row for quotes, and leaves it out for fields.
    const row = (problem.row ?? 0) + (problem.type === 'Quotes' ? 1 : 2);
    return broken(
      'csv-broken',
      `${fileName}, row ${row}: ${problem.message}. Nothing was changed. Save the table as CSV again.`,
      { file: fileName, row },
    );
  }
  return { ok: true, columns, rows: parsed.data };
}

export const broken = (
  code: ErrorEnvelope['code'],
  message: string,
  details: ErrorEnvelope['details'],
): { readonly ok: false; readonly error: ErrorEnvelope } => ({
  ok: false,
  error: { code, message, details },
});
