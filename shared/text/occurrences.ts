import type { MatchKind, Occurrence } from '../model/anonymity.ts';
import type { Span } from '../model/entities.ts';
import {
  hasPossessive,
  isCapital,
  isLowerCaseWord,
  isPartOfName,
  isPartOfNumber,
  onlyBeginsSentence,
} from './certainty.ts';
import { isEveryday } from './commonWords.ts';
import { type NameWord, nameWordsOf, withoutAccents } from './nameWords.ts';
import { compactly, gapOf, likeGap, sameGap, type TermForm, type TermIndex, termIndexOf } from './termIndex.ts';

/**
 * Where the terms stand in a text, ascending, without overlaps: what is sure goes first, then the longest, then the earliest.
 * Whole words only, blind to accents, composition, the form of apostrophes and hyphens, and the width of white space (over one line break at most). In scripts without spaces a term is found anywhere.
 * Sure: the very words, with or without a possessive, and other capitals, but for names that are everyday words in lower case ("grace"). Telephone numbers and postcodes are found however their parts are set apart.
 * Not sure: a part of a hyphenated name or a longer number, a single letter, an everyday word that only begins a sentence ("Will you …"), and with `near` slips of spelling.
 * A term without a letter or digit is never found. What touches a span of `skip` is left alone. `words`: those of the text, where they are known. Offsets are UTF-16 units of `text`; edges never part a letter from its marks.
 */
export function findOccurrences(
  text: string,
  terms: readonly string[],
  options: { readonly near?: boolean; readonly skip?: readonly Span[]; readonly words?: readonly NameWord[] } = {},
): readonly Occurrence[] {
  const index = termIndexOf(terms);
  if (index.byFirst.size === 0) return [];
  const words = options.words ?? nameWordsOf(text);
  const near = options.near ? lowerCaseWords(text, words) : null;
  const found: Found[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word) break;
    for (const form of index.byFirst.get(word.key) ?? []) {
      if (form.joined && !near) continue;
      const hit = match(text, words, at, form, near ? index : null, near);
      if (hit) found.push(hit);
    }
    if (!near || !mayBeMisspelt(text, word, near)) continue;
    for (const key of index.near(word.key))
      for (const form of index.byFirst.get(key) ?? []) {
        const hit = match(text, words, at, form, index, near);
        if (hit) found.push(hit);
      }
  }
  return withoutOverlaps(text, [...found, ...numbersIn(text, index)], options.skip ?? []);
}

type Labelled = readonly { readonly words: string; readonly label: string }[];

const wordsOf = new WeakMap<Labelled, readonly string[]>();

/** `text` with each sure occurrence of a term replaced by its label. Labels that stand there already are left as they are, so that it can be done again. One list is taken apart once: don't change it afterwards. */
export function replaceWords(text: string, terms: Labelled): string {
  const skip = text.includes('[') ? labelsIn(text, new Set(terms.map(term => term.label))) : [];
  const words = wordsOf.get(terms) ?? terms.map(term => term.words);
  wordsOf.set(terms, words);
  let done = '';
  let from = 0;
  for (const { start, end, term, sure } of findOccurrences(text, words, { skip })) {
    if (!sure) continue;
    done += text.slice(from, start) + (terms[term]?.label ?? '');
    from = end;
  }
  return done + text.slice(from);
}

function labelsIn(text: string, labels: ReadonlySet<string>): readonly Span[] {
  const spans: Span[] = [];
  for (const label of labels) {
    if (label === '') continue;
    for (let at = text.indexOf(label); at >= 0; at = text.indexOf(label, at + label.length))
      spans.push({ start: at, end: at + label.length });
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
    if (word.key !== key) {
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
  return judged(text, first, last, form, slips > 0);
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
