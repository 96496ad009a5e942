import { assertNever } from '../../model/errors.ts';
import { codebookCsv } from './csv.ts';
import { codebookDocx } from './docx.ts';
import type { CodebookSnapshot } from './table.ts';
import { codebookXlsx } from './xlsx.ts';

export type CodebookFormat = 'docx' | 'xlsx' | 'csv';

export const codebookMediaTypes: Readonly<Record<CodebookFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
};

/** The codebook in one format. The CSV is the one that can be read in again. The same codebook gives the same bytes. */
export async function exportCodebook(snapshot: CodebookSnapshot, format: CodebookFormat): Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return codebookDocx(snapshot);
    case 'xlsx':
      return codebookXlsx(snapshot);
    case 'csv':
      return codebookCsv(snapshot.codes, snapshot.themes);
    default:
      return assertNever(format);
  }
}
