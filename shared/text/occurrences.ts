import type { MatchKind, Occurrence } from '../model/anonymity.ts';
import type { Span } from '../model/entities.ts';
import { isEveryday, isWordToo } from './commonWords.ts';
import { apostrophe, dash, type NameWord, nameWordsOf, withoutAccents } from './nameWords.ts';
import { gapOf, joins, likeGap, sameGap, type TermForm, type TermIndex, termIndexOf } from './termIndex.ts';

/**
 * Where the terms stand in a text, ascending, without overlaps: what is sure goes first, then the longest, then the earliest.
 * Whole words only, blind to accents, composition, the form of apostrophes and hyphens, and the width of white space (over one line break at most). In scripts without spaces a term is found anywhere.
 * Sure: the very words, with or without a possessive, and other capitals, but for names that are everyday words in lower case ("grace"). Not sure: a part of a hyphenated name, an everyday word that only begins a sentence ("Will you …"), and with `near` slips of spelling.
 * A term without a letter or digit is never found. What touches a span of `skip` is left alone. Offsets are UTF-16 units of `text`; edges never part a letter from its marks.
 */
export function findOccurrences(
  text: string,
  terms: readonly string[],
  options: { readonly near?: boolean; readonly skip?: readonly Span[] } = {},
): readonly Occurrence[] {
  const index = termIndexOf(terms);
  if (index.byFirst.size === 0) return [];
  const words = nameWordsOf(text);
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
  return withoutOverlaps(text, found, options.skip ?? []);
}

/** `text` with each sure occurrence of a term replaced by its label. Labels that stand there already are left as they are, so that it can be done again. */
export function replaceWords(
  text: string,
  terms: readonly { readonly words: string; readonly label: string }[],
): string {
  const skip = labelsIn(text, new Set(terms.map(term => term.label)));
  const words = terms.map(term => term.words);
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
  const end =
    reaches(text, last.end, form.suffix) && !/^\p{M}/u.test(text.slice(last.end + form.suffix.length))
      ? last.end + form.suffix.length
      : last.end;
  const cased = withoutAccents(text.slice(first.start, last.end));
  const other = cased !== form.cased && loose(cased) !== loose(form.cased);
  const how: MatchKind = near ? 'near' : other ? 'case' : hasPossessive(text, end) ? 'possessive' : 'exact';
  const doubtful =
    near ||
    isPartOfName(text, start, end) ||
    (first.unspaced && form.keys.length === 1) ||
    (other ? isLowerCaseWord(cased, form) : onlyBeginsSentence(text, start, end, form));
  const words = text.slice(start, end);
  const rank = ranks[how] * 2 + (words.normalize('NFC') === form.words.normalize('NFC') ? 0 : 1);
  return { start, end, term: form.term, found: words, how, sure: !doubtful, rank };
}

const ranks = { exact: 0, possessive: 0, case: 1, near: 2 } as const;

/** Capitals alone: what stands between the words does not count. */
const loose = (cased: string) => cased.replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ');

const reaches = (text: string, at: number, wanted: string) =>
  wanted !== '' && at >= 0 && withoutAccents(text.slice(at, at + wanted.length)) === withoutAccents(wanted);

function hasPossessive(text: string, end: number): boolean {
  if (!apostrophe.test(text[end] ?? '')) return false;
  return (
    /^s(?![\p{L}\p{N}\p{M}])/iu.test(text.slice(end + 1, end + 4)) ||
    (/s/i.test(text[end - 1] ?? '') && !isWordly(text, end + 1))
  );
}

const isWordly = (text: string, at: number) => /^[\p{L}\p{N}]/u.test(text.slice(at, at + 2));
const isCapital = (text: string, at: number) => /^[\p{Lu}\p{Lt}]/u.test(text.slice(at, at + 2));

/** Endings that are written to a name with an apostrophe: Kai’s, Kai’ll. */
const ending = /^(?:s|d|m|t|ll|re|ve)(?![\p{L}\p{N}\p{M}])/iu;

/** Whether the words are joined to others that may belong to the name: Anne in Anne-Marie, Brien in O’Brien, kai in kai_07. */
function isPartOfName(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? '';
  if (
    joins(before) &&
    /[\p{L}\p{N}\p{M}]$/u.test(text.slice(Math.max(0, start - 3), start - 1)) &&
    !startsLower(text, start - 1, before)
  )
    return true;
  const after = text[end] ?? '';
  if (!joins(after) || !isWordly(text, end + 1)) return false;
  if (apostrophe.test(after)) return !ending.test(text.slice(end + 1, end + 5));
  return !dash.test(after) || isCapital(text, end + 1);
}

/** Whether the word that a dash joins before the place is no name: ex-Hillside. */
function startsLower(text: string, joint: number, joiner: string): boolean {
  if (!dash.test(joiner)) return false;
  const word = /[\p{L}\p{N}\p{M}]+$/u.exec(text.slice(Math.max(0, joint - 40), joint))?.[0] ?? '';
  return !isCapital(word, 0);
}

function isLowerCaseWord(cased: string, form: TermForm): boolean {
  return cased === cased.toLowerCase() && form.keys.every(isWordToo);
}

/** What follows a verb at the start of a sentence rather than a name: "Will you", "Mark the …". */
const afterVerb =
  /^\s+(?:i|you|he|she|it|we|they|the|an?|my|your|his|her|our|their|its|this|that|these|those|there|not|be|in)(?![\p{L}\p{N}'’])/iu;

function onlyBeginsSentence(text: string, start: number, end: number, form: TermForm): boolean {
  if (form.keys.length > 1 || !isWordToo(form.keys[0] ?? '') || form.cased === form.cased.toLowerCase()) return false;
  return (
    /(?:^|[.!?…:\n])[\s"'“‘(\u2013\u2014-]*$/.test(text.slice(Math.max(0, start - 8), start)) &&
    afterVerb.test(text.slice(end, end + 24))
  );
}

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
