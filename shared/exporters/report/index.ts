import type { ThemeBook } from '../../analysis/themeBook.ts';
import { assertNever } from '../../model/errors.ts';
import type { FindingsDraft } from '../../model/findings.ts';
import { findingsDocx } from './findingsDocx.ts';
import { themeBookDocx } from './themeBookDocx.ts';
import { themeBookMd } from './themeBookMd.ts';

export type ThemeBookFormat = 'docx' | 'md';

export const reportMediaTypes: Readonly<Record<ThemeBookFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  md: 'text/markdown',
};

/** The findings draft as a Word document. The same draft gives the same bytes. */
export const exportFindings: (draft: FindingsDraft) => Promise<Uint8Array> = findingsDocx;

/** The theme book in one format. The same book gives the same bytes. */
export async function exportThemeBook(book: ThemeBook, format: ThemeBookFormat): Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return themeBookDocx(book);
    case 'md':
      return themeBookMd(book);
    default:
      return assertNever(format);
  }
}
