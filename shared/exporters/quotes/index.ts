import { quoteChapters, quotesInOrder } from '../../analysis/reportOrder.ts';
import { assertNever } from '../../model/errors.ts';
import type { QuoteSnapshot } from '../../model/quotes.ts';
import { quotesCsv } from './csv.ts';
import { quotesDocx } from './docx.ts';
import { quotesJson } from './json.ts';

export type QuoteFormat = 'docx' | 'csv' | 'json';

export const quoteMediaTypes: Readonly<Record<QuoteFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv',
  json: 'application/json',
};

/** A quote bundle in one format. The same snapshot gives the same bytes. */
export async function exportQuotes(snapshot: QuoteSnapshot, format: QuoteFormat): Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return quotesDocx(snapshot.title, snapshot.heard, quoteChapters(snapshot));
    case 'csv':
      return quotesCsv(quotesInOrder(snapshot));
    case 'json':
      return quotesJson(quotesInOrder(snapshot));
    default:
      return assertNever(format);
  }
}
