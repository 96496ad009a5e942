import { findingsOf } from '../../analysis/findings.ts';
import { themeBookOf } from '../../analysis/themeBook.ts';
import { assertNever } from '../../model/errors.ts';
import type { ReportSnapshot } from '../../model/report.ts';
import { findingsDocx } from './findingsDocx.ts';
import { themeBookDocx } from './themeBookDocx.ts';
import { themeBookMd } from './themeBookMd.ts';

export type ThemeBookFormat = 'docx' | 'md';

export const reportMediaTypes: Readonly<Record<ThemeBookFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  md: 'text/markdown',
};

/** The findings draft as a Word document. The same snapshot gives the same bytes. */
export const exportFindings = (snapshot: ReportSnapshot): Promise<Uint8Array> => findingsDocx(findingsOf(snapshot));

/** The theme book in one format; `most`: quotes of each theme. The same snapshot gives the same bytes. */
export async function exportThemeBook(
  snapshot: ReportSnapshot,
  format: ThemeBookFormat,
  most: number,
): Promise<Uint8Array> {
  const book = themeBookOf(snapshot, most);
  switch (format) {
    case 'docx':
      return themeBookDocx(book);
    case 'md':
      return themeBookMd(book);
    default:
      return assertNever(format);
  }
}
