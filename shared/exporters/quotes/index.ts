import { everyQuote, quoteChapters } from '../../analysis/reportOrder.ts';
import { assertNever } from '../../model/errors.ts';
import type { BundleSettings } from '../../model/printStyles.ts';
import type { QuoteSnapshot } from '../../model/quotes.ts';
import { type Bundle, noExtra } from './bundle.ts';
import { quotesCsv } from './csv.ts';
import { quotesDocx } from './docx.ts';
import { quotesHtml, type Sha256 } from './html.ts';
import { quotesJson } from './json.ts';
import { quotesMarkdown } from './markdown.ts';
import { quotesXlsx } from './xlsx.ts';

export { printedOf } from './printed.ts';

export type QuoteFormat = 'docx' | 'xlsx' | 'csv' | 'md' | 'html' | 'json';

export const quoteMediaTypes: Readonly<Record<QuoteFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  md: 'text/markdown',
  html: 'text/html',
  json: 'application/json',
};

/** What a bundle prints of a snapshot. */
export function bundleOf(
  snapshot: QuoteSnapshot,
  { columns, parts }: Pick<BundleSettings, 'columns' | 'parts'>,
  spoken: boolean,
): Bundle {
  const chapters = quoteChapters(snapshot);
  const { title, narrowed, extra = noExtra } = snapshot;
  return { title, narrowed, chapters, quotes: everyQuote(chapters), extra, columns, parts: new Set(parts), spoken };
}

/** A quote bundle in one format. The same bundle gives the same bytes. */
export async function exportQuotes(bundle: Bundle, format: QuoteFormat, sha256: Sha256): Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return quotesDocx(bundle);
    case 'xlsx':
      return quotesXlsx(bundle);
    case 'csv':
      return quotesCsv(bundle);
    case 'md':
      return quotesMarkdown(bundle);
    case 'html':
      return quotesHtml(bundle, sha256);
    case 'json':
      return quotesJson(bundle.quotes);
    default:
      return assertNever(format);
  }
}
