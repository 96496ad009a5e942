import { isEveryday, isWordToo } from '../../text/commonWords.ts';
import { type Clue, clueFrom, doesSomething, endingKind, generic, isKind, titles } from './clues.ts';
import { commonAbbreviations, countries, firstNames, noNames, places } from './nameLists.ts';
import { afterOf, beforeOf, type Phrase, type PhraseWord, type Tally } from './phrases.ts';

/** A phrase as it would be shown, with what speaks for it at this place. */
export type Guess = Clue & { readonly words: string; readonly key: string };

/** What the study says of its words: how often they stand in lower case, and with a capital inside a sentence. */
export type Counts = { readonly lower: Tally; readonly capital: Tally };

/** Words of a phrase that are counted as written with a capital inside a sentence. */
export const informative = (phrase: Phrase) => phrase.words.slice(phrase.begins ? 1 : 0);

/** What a phrase may name; null where nothing speaks for it. */
export function judge(text: string, phrase: Phrase, counts: Counts): Guess | null {
  const words = core(phrase, counts);
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return null;
  const begins = phrase.begins && first === phrase.words[0];
  const before = beforeOf(text, first.start);
  const after = afterOf(text, last.end);
  const clue = best(words, { before, after, begins, counts });
  if (!clue) return null;
  return { ...clue, words: text.slice(first.start, last.end), key: words.map(word => word.key).join(' ') };
}

type Setting = { readonly before: string; readonly after: string; readonly begins: boolean; readonly counts: Counts };

function best(words: readonly PhraseWord[], setting: Setting): Clue | null {
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return null;
  const key = words.map(word => word.key).join(' ');
  if (words.length > 1 && titles.has(first.key))
    return { kind: 'person', reason: `follows “${first.shown}”`, weight: 0.95 };
  if (places.has(key))
    return {
      kind: 'place',
      reason: 'is the name of a town or district',
      weight: isWordToo(key) && setting.begins ? 0.3 : 0.66,
    };
  const ending = words.length > 1 ? endingKind(last.key) : null;
  if (ending)
    return words.every(word => generic.has(word.key))
      ? null
      : { kind: ending, reason: `ends in “${last.shown}”`, weight: ending === 'school' ? 0.92 : 0.8 };
  const given = isFirstName(first.key);
  if (words.length > 1 && given && !noNames.has(last.key))
    return { kind: 'person', reason: 'a first name with a name after it', weight: 0.92 };
  if (words.length > 1) return severalWords(words, setting);
  return oneWord(first, given, setting);
}

function severalWords(words: readonly PhraseWord[], { before, after, begins, counts }: Setting): Clue | null {
  if (words.some(word => noNames.has(word.key)) || words.every(word => generic.has(word.key) || isEveryday(word.key)))
    return null;
  if (words.some(word => isWord(word.key, counts)))
    return begins
      ? null
      : { kind: 'organisation', reason: 'several words with capitals inside a sentence', weight: 0.45 };
  const clue = clueFrom(before, after);
  return clue ?? { kind: 'person', reason: 'several words with capitals', weight: begins ? 0.45 : 0.6 };
}

function oneWord(word: PhraseWord, given: boolean, setting: Setting): Clue | null {
  const { before, after, begins, counts } = setting;
  const { key, shown } = word;
  if (shown.length < 2 || /\d/.test(key)) return null;
  const capital = counts.capital.get(key) ?? 0;
  const lower = counts.lower.get(key) ?? 0;
  if (noNames.has(key) || titles.has(key)) return null;
  if (isAbbreviation(shown)) {
    if (lower > 0 || isEveryday(key) || commonAbbreviations.has(key)) return null;
    if (shown.length < 6)
      return { kind: 'organisation', reason: 'an abbreviation that may name an organisation', weight: 0.25 };
  }
  const clue = clueFrom(before, after);
  if (isEveryday(key))
    return clue && !begins && clue.kind === 'person' && lower === 0 && /called|name/.test(clue.reason)
      ? { ...clue, weight: 0.3 }
      : null;
  if (given && !(begins && (isWordToo(key) || lower > 0)))
    return clue?.kind === 'person' && clue.weight > 0.8
      ? { ...clue, weight: 0.93 }
      : { kind: 'person', reason: 'a common first name', weight: begins ? 0.7 : lower > capital ? 0.5 : 0.82 };
  if (countries.has(key)) return lower > 0 ? null : { kind: 'place', reason: 'is the name of a country', weight: 0.3 };
  if (begins) return atSentenceStart(word, setting);
  const afterThe = before.endsWith('the');
  if (isWord(key, counts)) {
    if (clue && clue.weight > 0.8 && capital > lower) return { ...clue, weight: 0.45 };
    if (!afterThe && capital <= lower) return null;
    const reason = 'an everyday word with a capital inside a sentence';
    return { kind: afterThe ? 'place' : 'other', reason, weight: capital > lower ? 0.3 : 0.2 };
  }
  const several = capital > 1 ? 0.05 : 0;
  if (clue) return { ...clue, weight: Math.min(0.9, clue.weight + several) };
  return { kind: afterThe ? 'place' : 'person', reason: onlyCapital, weight: (afterThe ? 0.45 : 0.5) + several };
}

const onlyCapital = 'written with a capital inside a sentence, and never without';

/** At the start of a sentence a capital says nothing: only what the word does, and that it is no word of English as far as can be seen. */
function atSentenceStart({ key }: PhraseWord, { after, counts }: Setting): Clue | null {
  if (isWord(key, counts)) return null;
  if (counts.capital.has(key)) return { kind: 'person', reason: onlyCapital, weight: 0.5 };
  if (!doesSomething(after) || /(?:ing|ly|ed|tion|ness|ment|less|ful|ous|n’t|s)$/.test(key)) return null;
  return { kind: 'person', reason: 'begins a sentence as a name would, and never stands in lower case', weight: 0.3 };
}

const isWord = (key: string, { lower }: Counts) => (lower.get(key) ?? 0) > 0 || isWordToo(key);
const isFirstName = (key: string) => firstNames.has(key) || firstNames.has(key.split('-')[0] ?? '');
const isAbbreviation = (shown: string) => /^\p{Lu}{2,}s?$/u.test(shown);

/** The phrase without words that only begin its sentence or say who it is: "And Kai", "Nan Maureen", "Well I". */
function core(phrase: Phrase, counts: Counts): readonly PhraseWord[] {
  const words = phrase.words.filter(word => !/^i(?:-|$)/.test(word.key));
  while (words.length > 0) {
    const [first, second] = words;
    if (!first || (titles.has(first.key) && second)) break;
    const beginsOnly =
      phrase.begins && first === phrase.words[0] && isEveryday(first.key) && !isPartOfTitle(words, counts);
    if (!(second ? beginsOnly || isKind(first.key) : false)) break;
    words.shift();
  }
  return words;
}

/** "New Road School" at the start of a sentence: the first word is part of the name if it has a capital inside sentences too. */
function isPartOfTitle(words: readonly PhraseWord[], counts: Counts): boolean {
  const [first, last] = [words[0], words.at(-1)];
  return first !== undefined && last !== undefined && endingKind(last.key) !== null && counts.capital.has(first.key);
}
