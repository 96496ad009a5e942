import type { NameSuggestion } from '../../model/anonymity.ts';
import type { Finding } from '../../model/disclosure.ts';
import type { SourceId } from '../../model/ids.ts';
import { bracketsIn } from '../../text/brackets.ts';
import { suggestNames } from '../names/suggestNames.ts';
import { finding, foundQuote } from './finding.ts';
import type { DisclosureInput, DisclosureQuote } from './input.ts';
import { counted, inQuotes, listed } from './words.ts';

/** Suggestions below this weight are guesses that would be read past. */
const likely = 0.6;

/** What nobody has looked at yet: sources that were not read for names, and words of quotes that look like names and have no replacement. */
export const unread = (input: DisclosureInput): readonly Finding[] => [
  ...uncheckedSources(input),
  ...likelyNames(input),
];

function uncheckedSources({ quotes, unchecked }: DisclosureInput): readonly Finding[] {
  const open = new Map(unchecked.map(source => [source.id, source.title]));
  const theirs = quotes.filter(quote => quote.source !== null && open.has(quote.source));
  const ids = [...new Set(theirs.flatMap(quote => quote.source ?? []))].toSorted();
  if (ids.length === 0) return [];
  return [
    finding(
      'unchecked-source',
      ids,
      `${counted(theirs.length, 'quote')} ${theirs.length === 1 ? 'is' : 'are'} from ${
        ids.length === 1 ? 'a source that was' : `${ids.length} sources that were`
      } not checked for names as ${ids.length === 1 ? 'it is' : 'they are'} now: ${listed(ids.map(id => open.get(id) ?? ''))}.`,
      'Read them for names on the Names page, and mark them as checked.',
      { quotes: theirs.map(foundQuote) },
    ),
  ];
}

function likelyNames({ quotes, terms }: DisclosureInput): readonly Finding[] {
  // Each quote is read as a source of its own, named by its place in the list: places that are found lead back to it.
  const read = quotes.map((quote, index) => ({
    id: String(index) as SourceId,
    text: quote.printed,
    skip: bracketsIn(quote.printed),
    speakers: [],
  }));
  const found = suggestNames(read, terms ?? []).filter(one => one.weight >= likely && names.has(one.kind));
  const places = new Set(found.flatMap(one => one.places.map(place => Number(place.source))));
  const theirs = [...places]
    .toSorted((a, b) => a - b)
    .flatMap((index): readonly DisclosureQuote[] => {
      const quote = quotes[index];
      return quote ? [quote] : [];
    });
  if (theirs.length === 0) return [];
  const words = found.filter(one => one.places.length > 0).map(one => inQuotes(one.words));
  return [
    finding(
      'likely-name',
      theirs.map(quote => quote.identity),
      `${counted(words.length, 'word or phrase', 'words or phrases')} may be a name and ${
        words.length === 1 ? 'has' : 'have'
      } no replacement: ${listed(words, 12)}.`,
      'Look at them on the Names page: give each a label, or leave it if it identifies nobody.',
      { quotes: theirs.map(foundQuote) },
    ),
  ];
}

const names: ReadonlySet<NameSuggestion['kind']> = new Set(['person', 'place', 'school', 'organisation', 'contact']);
