import type { Source, Transcript } from '../../../shared/model/entities.ts';
import type { BundleQuote } from '../../../shared/model/quotes.ts';
import { placeOfKey } from '../../../shared/text/quoteLinks.ts';
import { useTranscript } from '../../client/queries.ts';

/** A quote's source and its transcript; null until it is known. `codes` and other facts of the quote need neither. */
export type QuoteSource = { readonly source: Source | null; readonly transcript: Transcript | null };

/** The source that a quote's words stand in. */
export function useQuoteSource(quote: BundleQuote | undefined, sources: readonly Source[]): QuoteSource {
  const id = quote ? (placeOfKey(quote.key)?.source ?? null) : null;
  const transcript = useTranscript(id).data;
  return {
    source: sources.find(one => one.id === id) ?? null,
    transcript: transcript?.source.id === id ? transcript : null,
  };
}
