import { createHash } from 'node:crypto';
import type { ThemeBook } from '../../shared/analysis/themeBook.ts';
import type { Bundle } from '../../shared/exporters/quotes/bundle.ts';
import { exportQuotes, type QuoteFormat } from '../../shared/exporters/quotes/index.ts';
import { exportFindings, exportThemeBook, type ThemeBookFormat } from '../../shared/exporters/report/index.ts';
import { assertNever } from '../../shared/model/errors.ts';
import type { FindingsDraft } from '../../shared/model/findings.ts';

/** A document to be made, with all that it is made of: it reads no study. */
export type PrintRequest =
  | { readonly what: 'quotes'; readonly bundle: Bundle; readonly format: QuoteFormat }
  | { readonly what: 'findings'; readonly draft: FindingsDraft }
  | { readonly what: 'themebook'; readonly book: ThemeBook; readonly format: ThemeBookFormat };

/** Makes the document's bytes. */
export async function print(request: PrintRequest): Promise<Uint8Array> {
  switch (request.what) {
    case 'quotes':
      return exportQuotes(request.bundle, request.format, sha256);
    case 'findings':
      return exportFindings(request.draft);
    case 'themebook':
      return exportThemeBook(request.book, request.format);
    default:
      return assertNever(request);
  }
}

/** Paragraphs of Word, or rows of Excel, that are written sooner at once than in a thread, which takes a while to start. */
const few = 400;

/** Whether a document is made sooner than others on the study would notice. */
export function isQuick(request: PrintRequest): boolean {
  switch (request.what) {
    case 'quotes':
      return !(request.format === 'docx' || request.format === 'xlsx') || lengthOf(request.bundle) <= few;
    case 'findings':
      return paragraphsOf(request.draft) <= few;
    case 'themebook':
      return request.format !== 'docx' || quotesIn(request.book) * 2 <= few;
    default:
      return assertNever(request);
  }
}

function lengthOf({ quotes, extra }: Bundle): number {
  const [first] = extra.details.values();
  return quotes.length * (1 + (first ? first.before.length + first.after.length : 0));
}

const paragraphsOf = ({ chapters }: FindingsDraft): number =>
  chapters.reduce(
    (all, { themes, straight }) =>
      all + straight.length * 2 + themes.reduce((sum, one) => sum + one.blocks.length + one.chosen.length * 2, 0),
    0,
  );

const quotesIn = ({ entries }: ThemeBook): number =>
  entries.reduce((sum, one) => sum + one.quotes.length + one.contrary.length + one.qualifies.length, 0);

/** Of a text in UTF-8, in base 64. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('base64');
