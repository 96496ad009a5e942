import { useQueries } from '@tanstack/react-query';
import type { Quote, Source, Transcript } from '../../../shared/model/entities.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { keys } from '../../client/keys.ts';
import { holds, sourcesOf } from './passages.ts';

/** A quote's source and its transcript; null until it is known. `codes` and other facts of the quote need neither. */
export type QuoteSource = { readonly source: Source | null; readonly transcript: Transcript | null };

/** Finds the source that a quote's words stand in. Almost always one source has its file name; where several do, the words decide. */
export function useQuoteSource(quote: Quote | undefined, sources: readonly Source[]): QuoteSource {
  const client = useClient();
  const { handle: study } = useStudy();
  const candidates = quote ? sourcesOf(quote, sources) : [];
  const read = useQueries({
    queries: candidates.map(source => ({
      queryKey: keys.transcript(study, source.id),
      queryFn: () => client.call('source.get', { study, source: source.id }),
    })),
  });
  const transcript = read.flatMap(one => one.data ?? []).find(one => quote && holds(quote, one.text)) ?? null;
  const source = transcript?.source ?? (candidates.length === 1 ? candidates[0] : null) ?? null;
  return { source, transcript };
}
