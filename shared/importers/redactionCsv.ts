import type { ErrorEnvelope } from '../model/errors.ts';
import { broken, readCsv } from './csvTable.ts';

/** A label with all the words it stands for, in the order of the table. */
export type RedactionEntry = { readonly label: string; readonly terms: readonly string[] };

export type RedactionTable =
  | { readonly ok: true; readonly entries: readonly RedactionEntry[] }
  | { readonly ok: false; readonly error: ErrorEnvelope };

/** Reads a table of replacements: CSV with columns original and label. A label without brackets is given them. Rows of one label become one entry. Errors name the file, the row and the way out. */
export function readRedactionCsv(text: string, fileName: string): RedactionTable {
  const table = readCsv(text, fileName, ['original', 'label']);
  if (!table.ok) return table;
  const terms = new Map<string, string[]>();
  const labelOf = new Map<string, string>();
  for (const [index, row] of table.rows.entries()) {
    const original = (row.original ?? '').trim();
    const given = (row.label ?? '').trim();
    const place = { file: fileName, row: index + 2 };
    if (original === '' || given === '') {
      const missing = original === '' ? 'original' : 'label';
      return broken(
        'csv-broken',
        `${fileName}, row ${place.row}: the ${missing} is empty. Nothing was changed. Fill it in, or take the row out.`,
        place,
      );
    }
    const label = /^\[.*\]$/.test(given) ? given : `[${given}]`;
    const other = labelOf.get(original);
    if (other !== undefined && other !== label) {
      return broken(
        'csv-broken',
        `${fileName}, row ${place.row}: “${original}” has the label ${other} already, and is given ${label} here. Nothing was changed. One thing has one label: keep one of the rows.`,
        place,
      );
    }
    labelOf.set(original, label);
    terms.set(label, [...new Set([...(terms.get(label) ?? []), original])]);
  }
  if (terms.size === 0) {
    return broken('csv-broken', `${fileName} has no rows. Nothing was changed. Give one row for each name.`, {
      file: fileName,
    });
  }
  return { ok: true, entries: [...terms].map(([label, all]) => ({ label, terms: all })) };
}
