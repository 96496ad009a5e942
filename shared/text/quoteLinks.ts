import type { Span } from '../model/entities.ts';
import type { SourceId } from '../model/ids.ts';

/** Words of a source by their place. */
export type ExtractPlace = Span & { readonly source: SourceId };

/** The key of an extract, as it stands in links and in lists: `SOURCE:START-END`. */
export const extractKey = ({ source, start, end }: ExtractPlace): string => `${source}:${start}-${end}`;

/** The place that a key names, or null where it is none. */
export function placeOfKey(key: string): ExtractPlace | null {
  const found = /^([0-9a-f-]{36}):(\d{1,9})-(\d{1,9})$/.exec(key);
  if (!found) return null;
  const place = { source: found[1] as SourceId, start: Number(found[2]), end: Number(found[3]) };
  return place.start < place.end ? place : null;
}

const link = /\]\(ninefold:extract\/([0-9a-f-]{36}:\d{1,9}-\d{1,9})\)/g;

/** Keys of the extracts that stand in a narrative as `[lead-in](ninefold:extract/KEY)`, in its order, each once. */
export function quotesIn(narrative: string): readonly string[] {
  return [...new Set([...narrative.matchAll(link)].map(found => found[1] ?? ''))];
}

/** A narrative whose quotes have gone to other places; one for which nothing is known stays. */
export function withQuotesMoved(narrative: string, moved: ReadonlyMap<string, string>): string {
  return narrative.replace(link, (whole, key: string) => whole.replace(key, moved.get(key) ?? key));
}
