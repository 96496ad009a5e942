import Papa from 'papaparse';
import { usualColumns } from '../../model/printStyles.ts';
import { harmlessCell } from '../../text/csvCells.ts';
import { type Bundle, detailOf } from './bundle.ts';
import { columnsOf, hasContext } from './columns.ts';

type Printed = Pick<Bundle, 'quotes' | 'extra' | 'columns' | 'spoken'>;

/** One row a quote, in report order; words as printed have a column of their own where those of any quote are others than its source's. UTF-8 with a BOM so that Excel reads accents, CRLF, and no cell that a spreadsheet would run as a formula. As spoken, each row says so in a last column. */
export function quotesCsv(bundle: Printed): Uint8Array {
  return new TextEncoder().encode(`\uFEFF${Papa.unparse([...quoteRows(bundle)], { newline: '\r\n' })}\r\n`);
}

/** The rows of the table, its head first. */
export function quoteRows({ quotes, extra, columns, spoken }: Printed): readonly string[][] {
  const context = hasContext(extra.details);
  const mended = quotes.some(quote => quote.printed !== undefined);
  const usual = usualColumns.csv.filter(column => column !== 'printed' || mended);
  const wanted = columns ?? [...usual, ...(context ? (['before', 'after'] as const) : [])];
  const shown = columnsOf(wanted, extra.attributes, context);
  const fields = [...shown.map(column => harmlessCell(column.key)), ...(spoken ? ['words'] : [])];
  const data = quotes.map(quote => {
    const detail = detailOf(extra, quote);
    const cells = shown.map(column => {
      const cell = column.of(quote, detail);
      return typeof cell === 'string' ? harmlessCell(cell) : cell === null ? '' : String(cell);
    });
    return spoken ? [...cells, 'as spoken'] : cells;
  });
  return [fields, ...data];
}
