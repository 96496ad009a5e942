import type { FindingPlace, FoundQuote } from '../../../shared/model/disclosure.ts';
import { hrefOf } from '../../app/route.ts';

/** The address of what a finding is about: the very words, else its first quote that has a source, else its people; null where it has no place in the app. */
export function addressOfFinding({ words, quotes, people, where }: FindingPlace): string | null {
  if (words) return hrefOf('code', words.source, words);
  const quote = quotes.find(one => one.source !== null);
  if (quote) return addressOfQuote(quote);
  if (people.length > 0) return hrefOf('sources', 'people');
  return where === null ? null : hrefOf('themes');
}

/** The address of a quote's words; null where its source is not in the study. */
export const addressOfQuote = (quote: FoundQuote): string | null =>
  quote.source === null ? null : hrefOf('code', quote.source, quote);

/** A quote's name in a list: the team's own number, else its label. */
export const nameOfQuote = ({ id, label, file }: FoundQuote): string =>
  /^[0-9a-f]{8}-|:\d+-\d+$/.test(id) ? label || file : id;
