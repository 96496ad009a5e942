import type { NameSuggestion } from '../../model/anonymity.ts';
import type { Span } from '../../model/entities.ts';
import type { SourceId } from '../../model/ids.ts';
import { type NameWord, nameKey, nameWordsOf } from '../../text/nameWords.ts';
import { findOccurrences } from '../../text/occurrences.ts';
import { type Group, keep, namesInLowerCase, partsOfNames, speakerNames } from './groups.ts';
import { informative, judge } from './judge.ts';
import { shapedIn } from './patterns.ts';
import { type Phrase, phrasesOf, type Tally } from './phrases.ts';

/** A source as it is read for names: `skip` is left out (its redactions); `speakers` are labels and names of who speaks. */
export type NamesSource = {
  readonly id: SourceId;
  readonly text: string;
  readonly skip: readonly Span[];
  readonly speakers: readonly string[];
};

/**
 * Words that may identify somebody, the likeliest first: names of people, places, schools and organisations, dates of birth and ages, contacts. By rules and lists alone, on this machine; it can't see a name written like an
 * everyday word, nor who is meant by what is told.
 * All places of one thing are together; what is `known` (words of the table) is left out, and so is what stands in it.
 * @param tick called at the start and as sources are read, with how many are done so to say (each is read three times); it may throw to stop.
 */
export function suggestNames(
  sources: readonly NamesSource[],
  known: readonly string[],
  tick: (done: number) => void = () => {},
): readonly NameSuggestion[] {
  const passes = 3;
  const progress = (pass: number, index: number) => tick(Math.floor((pass * sources.length + index + 1) / passes));
  tick(0);
  const words = wordsKept(sources);
  const read: (readonly Phrase[])[] = [];
  const counts = { lower: new Map<string, number>(), capital: new Map<string, number>() };
  for (const [index, source] of sources.entries()) {
    const phrases = phrasesIn(source, counts.lower, words.of(source));
    if (words.kept) read.push(phrases);
    for (const phrase of phrases)
      for (const { key } of informative(phrase)) counts.capital.set(key, (counts.capital.get(key) ?? 0) + 1);
    progress(0, index);
  }
  const groups = new Map<string, Group>();
  for (const name of speakerNames(new Set(sources.flatMap(source => source.speakers)))) keep(groups, name);
  for (const [index, source] of sources.entries()) {
    for (const phrase of read[index] ?? phrasesIn(source, new Map(), words.of(source))) {
      const guess = judge(source.text, phrase, counts);
      if (guess) keep(groups, guess);
    }
    progress(1, index);
  }
  for (const part of partsOfNames(groups)) keep(groups, part);
  for (const name of namesInLowerCase(counts)) keep(groups, name);
  return gathered(sources, known, groups, words, index => progress(2, index));
}

type Words = { readonly kept: boolean; readonly of: (source: NamesSource) => readonly NameWord[] };

/** Texts of more UTF-16 units in all are taken apart anew each time they are read: their words would fill the memory. */
const mostKept = 1_000_000;

/** The words of each source. */
function wordsKept(sources: readonly NamesSource[]): Words {
  if (sources.reduce((sum, source) => sum + source.text.length, 0) > mostKept)
    return { kept: false, of: source => nameWordsOf(source.text) };
  const kept = new Map(sources.map(source => [source, nameWordsOf(source.text)]));
  return { kept: true, of: source => kept.get(source) ?? [] };
}

function phrasesIn({ text, skip }: NamesSource, lower: Tally, words: readonly NameWord[]): readonly Phrase[] {
  const phrases = phrasesOf(text, lower, words);
  return skip.length === 0 ? phrases : withoutTouching(phrases, skip);
}

type Place = Span & { readonly source: SourceId };
type Suggested = Omit<NameSuggestion, 'places'> & { readonly places: Place[] };

/** Finds all places of what was guessed, and adds what is known by its form. */
function gathered(
  sources: readonly NamesSource[],
  known: readonly string[],
  groups: ReadonlyMap<string, Group>,
  words: Words,
  onRead: (index: number) => void,
): readonly NameSuggestion[] {
  const found = new Map<string, Suggested>();
  const add = (id: string, { kind, words, reason, weight }: Omit<NameSuggestion, 'places'>, place: Place) => {
    const group = found.get(id);
    if (group) group.places.push(place);
    else found.set(id, { kind, words, reason, weight, places: [place] });
  };
  const knownKeys = new Set(known.map(nameKey));
  const list = [...groups.values()].filter(group => !knownKeys.has(nameKey(group.words)));
  const terms = [...known, ...list.map(group => group.words)];
  for (const [index, source] of sources.entries()) {
    const { id, text, skip } = source;
    const shaped = withoutTouching(shapedIn(text), skip);
    for (const { start, end, ...one } of shaped) {
      const shown = text.slice(start, end);
      if (!knownKeys.has(nameKey(shown)))
        add(`= ${nameKey(shown)}`, { ...one, words: shown }, { source: id, start, end });
    }
    if (list.length === 0) {
      onRead(index);
      continue;
    }
    const taken = [...skip, ...shaped.filter(one => one.weight >= 0.6)];
    for (const { start, end, term, sure } of findOccurrences(text, terms, { skip: taken, words: words.of(source) })) {
      const group = list[term - known.length];
      if (group && sure) add(group.key, group, { source: id, start, end });
    }
    onRead(index);
  }
  return [...found.values()].sort(
    (a, b) => b.weight - a.weight || b.places.length - a.places.length || (a.words < b.words ? -1 : 1),
  );
}

const withoutTouching = <Part extends Span>(parts: readonly Part[], skip: readonly Span[]) =>
  parts.filter(part => !skip.some(span => span.start < part.end && part.start < span.end));
