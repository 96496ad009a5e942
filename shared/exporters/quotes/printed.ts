import { plainQuote } from '../../analysis/reportOrder.ts';
import { assertNever } from '../../model/errors.ts';
import type { Cell } from '../xlsx/workbook.ts';
import { type Bundle, sourceList, summaryOf } from './bundle.ts';
import { quoteRows } from './csv.ts';
import type { QuoteFormat } from './index.ts';
import { quoteSheets } from './xlsx.ts';

/** All that a bundle prints in a format, as plain data: the very cells of a table, and no less than a document says. */
export function printedOf(bundle: Bundle, format: QuoteFormat): unknown {
  switch (format) {
    case 'csv': {
      const [head = [], ...rows] = quoteRows(bundle);
      return tableOf(head, rows);
    }
    case 'xlsx':
      return quoteSheets(bundle).map(({ name, columns, rows }) => [
        name,
        tableOf(
          columns.map(one => one.title),
          rows,
        ),
      ]);
    case 'json':
      return bundle.quotes.map(plainQuote);
    case 'docx':
    case 'md':
    case 'html':
      return documentOf(bundle);
    default:
      return assertNever(format);
  }
}

/** The head, and each cell under the name of its column. */
const tableOf = (head: readonly string[], rows: readonly (readonly Cell[])[]): unknown => [
  head,
  rows.map(cells => cells.map((cell, at) => ({ [head[at] ?? '']: cell }))),
];

function documentOf(bundle: Bundle): unknown {
  const { title, chapters, parts, extra } = bundle;
  const details = [...extra.details].map(([key, { before, after, notes }]) => ({
    key,
    before,
    after,
    notes: parts.has('notes') ? notes : [],
  }));
  return { title, summary: summaryOf(bundle), chapters, details, sources: sourceList(bundle) };
}
