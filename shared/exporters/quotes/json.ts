import { plainQuote } from '../../analysis/reportOrder.ts';
import type { Quote } from '../../model/entities.ts';

/** The quotes as JSON: an array in report order, fields as in the command line's contract, UTF-8 with a newline at the end. */
export function quotesJson(quotes: readonly Quote[]): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(quotes.map(plainQuote), null, 2)}\n`);
}
