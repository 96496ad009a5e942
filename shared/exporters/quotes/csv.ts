import Papa from 'papaparse';
import type { Quote } from '../../model/entities.ts';

const columns = [
  'id',
  'text',
  'attribution',
  'source',
  'speaker',
  'group',
  'phase',
  'participant',
  'codes',
  'themes',
  'outcomes',
  'start',
  'end',
] as const;

/** One row a quote, in report order: UTF-8 with a BOM so that Excel reads accents, CRLF, and no cell that a spreadsheet would run as a formula. */
export function quotesCsv(quotes: readonly Quote[]): Uint8Array {
  const rows = quotes.map(quote => columns.map(column => cell(quote[column])));
  const csv = Papa.unparse([[...columns], ...rows], { newline: '\r\n' });
  return new TextEncoder().encode(`\uFEFF${csv}\r\n`);
}

function cell(value: Quote[keyof Quote]): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  return harmless(typeof value === 'string' ? value : value.join('; '));
}

/** A spreadsheet takes a leading = + - @, tab or return for a formula; an apostrophe before it makes it plain text. */
const harmless = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
