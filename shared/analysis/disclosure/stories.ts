import type { Finding } from '../../model/disclosure.ts';
import type { ParticipantId } from '../../model/ids.ts';
import { countWords } from '../../text/words.ts';
import { finding, foundQuote } from './finding.ts';
import type { DisclosureInput, DisclosureQuote } from './input.ts';
import { type Carried, isNumbered } from './labels.ts';
import { counted, inQuotes } from './words.ts';

/** A story is long from this many quotes on; a number met six times is followed by readers from page to page. */
export const storyQuotes = 6;
/** Fewer quotes make a long story where they hold this many words between them: about a page of print. */
export const storyWords = 250;
/** Below this many quotes nothing is put together from pieces; one long quote is read as it stands. */
export const storyLeast = 3;

/** Several quotes by which one number becomes a life story: those under a label that names one participant, or that only one person carries. The longest first. */
export function longStories(
  { quotes, people }: Pick<DisclosureInput, 'quotes' | 'people'>,
  carried: ReadonlyMap<string, Carried>,
): readonly Finding[] {
  const single = (quote: DisclosureQuote) =>
    quote.role !== 'supporter' && (isNumbered(quote) || carried.get(quote.label)?.people === 1);
  const known = new Map<string, ParticipantId>(people.map(person => [person.id, person.id]));
  return [...Map.groupBy(quotes.filter(single), quote => quote.label)]
    .map(([label, mine]) => ({ label, mine, words: mine.reduce((sum, quote) => sum + countWords(quote.printed), 0) }))
    .filter(({ mine, words }) => mine.length >= storyQuotes || (mine.length >= storyLeast && words >= storyWords))
    .toSorted((a, b) => b.words - a.words || b.mine.length - a.mine.length)
    .map(({ label, mine, words }) => {
      const themes = new Set(mine.flatMap(quote => quote.themes)).size;
      const across = themes > 1 ? ` across ${themes} themes` : '';
      return finding(
        'long-story',
        mine.map(quote => quote.identity).toSorted(),
        `${inQuotes(label)} tells a long story: ${counted(mine.length, 'quote')}${across}, ${counted(words, 'word')} in all. Put together they may tell who it is.`,
        'Read these quotes one after the other as somebody would who knows the young people. Hold some back, trim what is particular, or print some without the number.',
        {
          quotes: mine.map(foundQuote),
          label,
          people: [...new Set(mine.flatMap(quote => (quote.person && known.get(quote.person)) || []))],
        },
      );
    });
}
