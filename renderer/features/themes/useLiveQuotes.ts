import { useQueries } from '@tanstack/react-query';
import type { SourceId } from '../../../shared/model/ids.ts';
import { placeOfKey } from '../../../shared/text/quoteLinks.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { keys } from '../../client/keys.ts';
import { useSources } from '../../client/queries.ts';

export type LiveQuote = { readonly text: string; readonly attribution: string };

/** The words that these keys name, as the sources have them now. `known`: extracts that were read already. A key without words is left out. */
export function useLiveQuotes(
  wanted: readonly string[],
  known: ReadonlyMap<string, LiveQuote>,
): ReadonlyMap<string, LiveQuote> {
  const client = useClient();
  const { handle: study } = useStudy();
  const sources = useSources();
  const elsewhere = wanted.flatMap(key => (known.has(key) ? [] : (placeOfKey(key) ?? [])));
  const toRead = [...new Set<SourceId>(elsewhere.map(place => place.source))];
  const transcripts = useQueries({
    queries: toRead.map(source => ({
      queryKey: keys.transcript(study, source),
      queryFn: () => client.call('source.get', { study, source }),
    })),
  });
  const quotes = new Map<string, LiveQuote>();
  for (const key of wanted) {
    const there = known.get(key);
    const place = placeOfKey(key);
    const text = place && transcripts[toRead.indexOf(place.source)]?.data?.text.slice(place.start, place.end);
    if (there) quotes.set(key, there);
    else if (place && text)
      quotes.set(key, { text, attribution: sources.data?.find(one => one.id === place.source)?.attribution ?? '' });
  }
  return quotes;
}
