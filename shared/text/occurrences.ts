import type { MatchKind, Occurrence } from '../model/anonymity.ts';
import type { Span } from '../model/entities.ts';
import { addressesIn } from './addresses.ts';
import {
  hasPossessive,
  isCapital,
  isLowerCaseWord,
  isPartOfName,
  isPartOfNumber,
  onlyBeginsSentence,
} from './certainty.ts';
import { isEveryday } from './commonWords.ts';
import { findInName, hiddenInName, type NameHit } from './inNames.ts';
import { type NameWord, nameWordsOf, wholeWords, withoutAccents } from './nameWords.ts';
import { compactly, gapOf, likeGap, sameGap, type TermForm, type TermIndex, termIndexOf } from './termIndex.ts';

export type FindOptions = {
  /** Spelling near-misses, too. */
  readonly near?: boolean;
  /** The text is a name: of a file, a source, a speaker, a group (`findInName`). */
  readonly name?: boolean;
  /** What touches one of these is left alone. */
  readonly skip?: readonly Span[];
  /** The words of the text, where they are known. */
  readonly words?: readonly NameWord[];
};

/**
 * Where the terms stand in a text, ascending, without overlaps: what is sure goes first, then the longest, then the earliest.
 * Whole words only, blind to accents, composition, the form of apostrophes and hyphens, and the width of white space (over one line break at most). In scripts without spaces a term is found anywhere.
 * Sure: the very words, with or without a possessive, and other capitals, but for names that are everyday words in lower case ("grace"). Telephone numbers and postcodes are found however their parts are set apart; an address of mail or a page, or a handle, that holds a term is one place.
 * Not sure: a part of a hyphenated name or a longer number, a name with digits ("Kezia2"), a single letter, an everyday word that only begins a sentence ("Will you …"), and with `near` slips of spelling.
 * A term without a letter or digit is never found. Offsets are UTF-16 units of `text`; edges never part a letter from its marks.
 */
export function findOccurrences(
  text: string,
  terms: readonly string[],
  options: FindOptions = {},
): readonly Occurrence[] {
  const index = termIndexOf(terms);
  if (index.byFirst.size === 0) return [];
  const words = options.words ?? nameWordsOf(text);
  const lower = options.near ? lowerCaseWords(text, words) : null;
  const whole = wholeWords(text, words);
  const found = [
    ...findIn(text, words, index, lower),
    ...(whole ? findIn(text, whole, index, lower) : []),
    ...numbersIn(text, index),
    ...inAddresses(text, index),
    ...(options.name ? inName(text, index).map(hit => asFound(hit)) : []),
  ];
  return withoutOverlaps(text, found, options.skip ?? []);
}

/** `near`: the words of the text in lower case where misspelt ones are looked for, too. */
function findIn(
  text: string,
  words: readonly NameWord[],
  index: TermIndex,
  near: ReadonlySet<string> | null,
): readonly Found[] {
  const found: Found[] = [];
  const look = (at: number, key: string) => {
    for (const form of index.byFirst.get(key) ?? []) {
      if (form.joined && !near) continue;
      const hit = match(text, words, at, form, near ? index : null, near);
      if (hit) found.push(hit);
    }
  };
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word) break;
    look(at, word.key);
    const bare = withoutDigits(word.key);
    if (bare) look(at, bare);
    if (near && mayBeMisspelt(text, word, near)) for (const key of index.near(word.key)) look(at, key);
  }
  return found;
}

/** A name with a number written to it, without that; null for any other word. */
function withoutDigits(key: string): string | null {
  const last = key.charCodeAt(key.length - 1);
  if (last < 48 || last > 57) return null;
  return /^([^\d]{2,})\d{1,3}$/.exec(key)?.[1] ?? null;
}

/** In a name all that a text holds, and what stands within its words. */
const inName = (name: string, index: TermIndex): readonly NameHit[] => [
  ...findInName(name, index),
  ...hiddenInName(name, index),
];

const asFound = (hit: NameHit): Found => ({ ...hit, how: 'exact', rank: ranks.near * 2 });

/** Addresses that hold a term, each as one place. */
function inAddresses(text: string, index: TermIndex): readonly Found[] {
  return addressesIn(text).flatMap(({ start, end }) => {
    const found = text.slice(start, end);
    const hits = inName(found, index);
    const hit = hits.find(one => one.sure) ?? hits[0];
    return hit ? [asFound({ ...hit, start, end, found })] : [];
  });
}

type Labelled = readonly { readonly words: string; readonly label: string }[];

const wordsOf = new WeakMap<Labelled, readonly string[]>();

/** `text` with each sure occurrence of a term replaced by its label. Labels that stand there already are left as they are, so that it can be done again. One list is taken apart once: don't change it afterwards. */
export function replaceWords(text: string, terms: Labelled, options: Pick<FindOptions, 'name'> = {}): string {
  const skip = labelsIn(text, terms);
  const words = wordsOf.get(terms) ?? terms.map(term => term.words);
  wordsOf.set(terms, words);
  let done = '';
  let from = 0;
  for (const { start, end, term, sure } of findOccurrences(text, words, { ...options, skip })) {
    if (!sure) continue;
    done += text.slice(from, start) + (terms[term]?.label ?? '');
    from = end;
  }
  // A word joined to one that was replaced may be sure now: "kai-Grace".
  return from === 0 ? text : replaceWords(done + text.slice(from), terms, options);
}

const labelsOf = new WeakMap<Labelled, ReadonlySet<string>>();

/** Where labels of the terms stand in a text, each in square brackets. As with `replaceWords`, the list is not to change. */
export function labelsIn(text: string, terms: Labelled): readonly Span[] {
  const spans: Span[] = [];
  const labels = labelsOf.get(terms) ?? new Set(terms.map(term => term.label));
  labelsOf.set(terms, labels);
  for (let start = text.indexOf('['); start >= 0; start = text.indexOf('[', start + 1)) {
    const end = text.indexOf(']', start) + 1;
    if (end === 0) break;
    if (labels.has(text.slice(start, end))) spans.push({ start, end });
  }
  return spans;
}

/** What may be a telephone number or a postcode, however its parts are set apart. */
const numberLike =
  /(?<![\p{L}\p{N}])(?:\+?\(?\d(?:[ ().-]{0,2}\d){5,14}|[A-Z]{1,2}\d[A-Z\d]? {0,2}\d[A-Z]{2})(?![\p{L}\p{N}\p{M}])/giu;

function numbersIn(text: string, { compact }: TermIndex): readonly Found[] {
  if (compact.size === 0) return [];
  return [...text.matchAll(numberLike)].flatMap(({ 0: found, index: start }) => {
    const form = compact.get(compactly(found));
    return form
      ? [{ start, end: start + found.length, term: form.term, found, how: 'exact' as const, sure: true, rank: 1 }]
      : [];
  });
}

type Found = Occurrence & { readonly rank: number };

/** The form where it stands at the word with index `at`; null where it does not. With `index`, words may be misspelt. */
function match(
  text: string,
  words: readonly NameWord[],
  at: number,
  form: TermForm,
  index: TermIndex | null,
  lower: ReadonlySet<string> | null,
): Found | null {
  const { keys, gaps } = form;
  let slips = form.joined ? 1 : 0;
  for (const [step, key] of keys.entries()) {
    const word = words[at + step];
    if (!word) return null;
    if (word.key !== key && !(step === keys.length - 1 && withoutDigits(word.key) === key)) {
      if (!index || !lower || !mayBeMisspelt(text, word, lower) || !index.near(word.key).includes(key)) return null;
      slips++;
    }
    if (step === 0) continue;
    const gap = gapOf(text.slice(words[at + step - 1]?.end, word.start));
    const wanted = gaps[step - 1] ?? '';
    if (gap === null) return null;
    if (sameGap(gap, wanted, keys[step - 1] ?? '')) continue;
    if (!index || !likeGap(gap, wanted)) return null;
    slips++;
  }
  const [first, last] = [words[at], words[at + keys.length - 1]];
  if (!first || !last || (slips > 0 && !isCapital(text, first.start))) return null;
  if (slips > 0 || last.key === keys.at(-1)) return judged(text, first, last, form, slips > 0);
  const number = /\p{N}+$/u.exec(text.slice(last.start, last.end))?.[0].length ?? 0;
  const hit = judged(text, first, { ...last, end: last.end - number }, form, false);
  return hit && { ...hit, sure: false };
}

function judged(text: string, first: NameWord, last: NameWord, form: TermForm, near: boolean): Found | null {
  const start = reaches(text, first.start - form.prefix.length, form.prefix)
    ? first.start - form.prefix.length
    : first.start;
  if (start === first.start && /[@#]$/.test(form.prefix)) return null;
  const end = reaches(text, last.end, form.suffix) ? last.end + form.suffix.length : last.end;
  const cased = withoutAccents(text.slice(first.start, last.end));
  const other = cased !== form.cased && loose(cased) !== loose(form.cased);
  const how: MatchKind = near ? 'near' : other ? 'case' : hasPossessive(text, end) ? 'possessive' : 'exact';
  const doubtful =
    near ||
    isPartOfName(text, start, end) ||
    (form.keys.length === 1 && Array.from(form.keys[0] ?? '').length === 1) ||
    isPartOfNumber(text, start, end) ||
    (other ? isLowerCaseWord(cased, form) : onlyBeginsSentence(text, start, end, form));
  const words = text.slice(start, end);
  const rank = ranks[how] * 2 + (words.normalize('NFC') === form.words.normalize('NFC') ? 0 : 1);
  return { start, end, term: form.term, found: words, how, sure: !doubtful, rank };
}

const ranks = { exact: 0, possessive: 0, case: 1, near: 2 } as const;

/** Capitals alone: what stands between the words does not count. */
const loose = (cased: string) => cased.replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ');

/** Whether the punctuation at a term's edge stands in the text too, and may be taken in. */
function reaches(text: string, at: number, wanted: string): boolean {
  if (wanted === '' || at < 0 || partsLetter(text, at) || partsLetter(text, at + wanted.length)) return false;
  return withoutAccents(text.slice(at, at + wanted.length)) === withoutAccents(wanted);
}

/** Whether an edge here would part a letter from its marks, or a pair of units. */
const partsLetter = (text: string, at: number) =>
  at > 0 && at < text.length && /^(?:\p{M}|[\uDC00-\uDFFF])/u.test(text.slice(at, at + 2));

/** Words that stand in the text in lower case: they are words, not misspelt names. */
function lowerCaseWords(text: string, words: readonly NameWord[]): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const { start, key } of words) {
    const unit = text.charCodeAt(start);
    if ((unit >= 97 && unit <= 122) || (unit > 127 && /^\p{Ll}/u.test(text.slice(start, start + 2)))) seen.add(key);
  }
  return seen;
}

function mayBeMisspelt(text: string, { start, key }: NameWord, lower: ReadonlySet<string>): boolean {
  return key.length >= 3 && isCapital(text, start) && !lower.has(key) && !isEveryday(key);
}

function withoutOverlaps(text: string, found: readonly Found[], skip: readonly Span[]): readonly Occurrence[] {
  const taken = new Uint8Array(text.length);
  for (const span of skip) taken.fill(1, Math.max(0, span.start), Math.max(0, span.end));
  const ranked = found.toSorted(
    (a, b) =>
      Number(b.sure) - Number(a.sure) ||
      b.end - b.start - (a.end - a.start) ||
      a.start - b.start ||
      a.rank - b.rank ||
      a.term - b.term,
  );
  const kept: Occurrence[] = [];
  for (const { rank: _, ...one } of ranked) {
    if (taken.subarray(one.start, one.end).includes(1)) continue;
    taken.fill(1, one.start, one.end);
    kept.push(one);
  }
  return kept.sort((a, b) => a.start - b.start);
}
