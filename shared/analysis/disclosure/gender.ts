import type { Finding, FindingKind } from '../../model/disclosure.ts';
import { finding, foundQuote } from './finding.ts';
import { genderOfOther, genderOfSpeaker, speaksOfYoungPerson, tellsGender } from './genderWords.ts';
import type { DisclosureQuote } from './input.ts';
import { counted, inQuotes, listed } from './words.ts';

const young = /\b(?:cyp|young|youth|child|children|pupils?|students?|teen)/i;
const family = /parent|carer|guardian|famil|mother|father|grand/i;

/**
 * Words that tell a gender which the label hides: that of the speaker, and that of the young person somebody else speaks of. One finding for each label.
 * Young people who say "he" or "she" mostly speak of workers, so only what they say of themselves is told.
 */
export function genderTold(quotes: readonly DisclosureQuote[]): readonly Finding[] {
  return [...Map.groupBy(quotes, quote => quote.label)].flatMap(([label, mine]) => {
    if (tellsGender(label)) return [];
    const speaker = mine.map(quote => ({ quote, words: genderOfSpeaker(quote.printed) }));
    const other = mine.map(quote => ({ quote, words: spokenOf(quote) ? genderOfOther(quote.printed) : [] }));
    return [
      ...told('gender-speaker', label, speaker, 'the speaker'),
      ...told('gender-other', label, other, 'a young person spoken of'),
    ];
  });
}

/** Whether "he" or "she" may well be a young person. */
function spokenOf({ role, group, printed }: DisclosureQuote): boolean {
  if (role === 'supporter') return true;
  if (group !== null && young.test(group)) return false;
  return (group !== null && family.test(group)) || speaksOfYoungPerson(printed);
}

function told(
  kind: Extract<FindingKind, 'gender-speaker' | 'gender-other'>,
  label: string,
  all: readonly { readonly quote: DisclosureQuote; readonly words: readonly string[] }[],
  whose: string,
): readonly Finding[] {
  const hits = all.filter(one => one.words.length > 0);
  if (hits.length === 0) return [];
  const words = [...new Set(hits.flatMap(hit => hit.words))];
  const tell = kind === 'gender-other' ? 'may tell' : hits.length === 1 ? 'tells' : 'tell';
  return [
    finding(
      kind,
      hits.flatMap(hit => [hit.quote.identity, ...hit.words]),
      `${inQuotes(label)} hides gender, but ${counted(hits.length, 'quote')} ${tell} that of ${whose}: ${listed(words.map(inQuotes))}.`,
      'Where it matters, put a bracket in its place when the quote is made ready: “[they]”, “[my child]”.',
      { quotes: hits.map(hit => foundQuote(hit.quote)), label },
    ),
  ];
}
