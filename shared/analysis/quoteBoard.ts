import type { Span } from '../model/entities.ts';
import type { QuoteState } from '../model/preparedQuotes.ts';
import { countWords } from '../text/words.ts';
import { lieOf } from './overlap.ts';

/** A quote as the board looks at it. `source` with `speaker` stands for the person where no participant is known. */
export type BoardVoice = {
  readonly participant: string | null;
  readonly source: string;
  readonly speaker: string;
  readonly attribution: string;
};

export type Voice = { readonly voice: string; readonly count: number };

/** Who is quoted how often, most often first; names as attributed. */
export function voicesOf(quotes: readonly BoardVoice[]): readonly Voice[] {
  const counts = new Map<string, { readonly voice: string; count: number }>();
  for (const quote of quotes) {
    const key = quote.participant === null ? `of ${quote.source}\n${quote.speaker}` : `is ${quote.participant}`;
    const known = counts.get(key) ?? { voice: quote.participant ?? quote.attribution, count: 0 };
    known.count++;
    counts.set(key, known);
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count);
}

/** From so many quotes on, one voice that has half of them or more is too much. */
const fewest = 4;

/** Advice where one voice has half of the quotes or more, in words; null where none has. */
export function overuseOf(quotes: readonly BoardVoice[]): string | null {
  const [first] = voicesOf(quotes);
  if (!first || quotes.length < fewest || first.count * 2 < quotes.length) return null;
  return first.count === quotes.length
    ? `All ${quotes.length} quotes here are from ${first.voice}. Readers hear one person.`
    : `${first.count} of ${quotes.length} quotes here are from ${first.voice}. Readers hear one person more than all others.`;
}

export type Placed = Span & { readonly source: string; readonly text: string };

/** Words that two quotes of one source share: how many, and whether one holds all of the other. Null where they share none. */
export function sharedWords(a: Placed, b: Placed): { readonly words: number; readonly whole: boolean } | null {
  if (a.source !== b.source) return null;
  const lie = lieOf(a, b);
  if (lie === 'apart') return null;
  const [start, end] = [Math.max(a.start, b.start), Math.min(a.end, b.end)];
  return { words: countWords(a.text.slice(start - a.start, end - a.start)), whole: lie !== 'overlap' };
}

/** Which quotes are asked for: by how far they have come, and by the star. */
export const readyFilters = ['all', 'candidate', 'chosen', 'used', 'held', 'vivid'] as const;
export type ReadyFilter = (typeof readyFilters)[number];

/** An extract that was never made ready is a candidate. */
export function isReady(
  quote: { readonly state: QuoteState | null; readonly vivid: boolean },
  filter: ReadyFilter,
): boolean {
  if (filter === 'all') return true;
  return filter === 'vivid' ? quote.vivid : (quote.state ?? 'candidate') === filter;
}

/** Whether a quote was starred as vivid and neither chosen, used nor held back yet. */
export const isUnusedVivid = (quote: { readonly state: QuoteState | null; readonly vivid: boolean }): boolean =>
  quote.vivid && (quote.state ?? 'candidate') === 'candidate';
