import { isWordToo } from './commonWords.ts';
import { apostrophe, dash, nameWordsOf } from './nameWords.ts';
import { joins, type TermForm } from './termIndex.ts';

/** Whether a possessive’s ending stands at a place: ’s, or the apostrophe alone after an s. */
export function hasPossessive(text: string, end: number): boolean {
  if (!apostrophe.test(text[end] ?? '')) return false;
  return (
    /^s(?![\p{L}\p{N}\p{M}])/iu.test(text.slice(end + 1, end + 4)) ||
    (/s/i.test(text[end - 1] ?? '') && !isWordly(text, end + 1))
  );
}

const isWordly = (text: string, at: number) => /^[\p{L}\p{N}]/u.test(text.slice(at, at + 2));

/** Whether a capital stands at a place. */
export function isCapital(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit < 128 ? unit >= 65 && unit <= 90 : /^[\p{Lu}\p{Lt}]/u.test(text.slice(at, at + 2));
}

/** Endings that are written to a name with an apostrophe: Kai’s, Kai’ll. */
const ending = /^(?:s|d|m|t|ll|re|ve)(?![\p{L}\p{N}\p{M}])/iu;

/** Whether the words are joined to others that may belong to the name: Anne in Anne-Marie, Brien in O’Brien, kai in kai_07. */
export function isPartOfName(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? '';
  if (
    joins(before) &&
    /[\p{L}\p{N}\p{M}]$/u.test(text.slice(Math.max(0, start - 3), start - 1)) &&
    !joinsNoName(text, start - 1, before)
  )
    return true;
  const after = text[end] ?? '';
  if (!joins(after) || !isWordly(text, end + 1)) return false;
  if (apostrophe.test(after)) return !ending.test(text.slice(end + 1, end + 5));
  return !dash.test(after) || (isCapital(text, end + 1) && !startsLike(text, end + 1, text.slice(start, end)));
}

/** Whether the word that a hyphen joins before the place is no name: ex-Hillside, or the stammer in K-Kai. */
function joinsNoName(text: string, joint: number, joiner: string): boolean {
  if (!dash.test(joiner)) return false;
  const word = /[\p{L}\p{N}\p{M}]+$/u.exec(text.slice(Math.max(0, joint - 40), joint))?.[0] ?? '';
  return !isCapital(word, 0) || startsLike(text, joint + 1, word);
}

/** Whether words stand at a place, in any capitals. */
const startsLike = (text: string, at: number, words: string) =>
  text.slice(at, at + words.length).toLowerCase() === words.toLowerCase();

/** Whether digits go on beyond a mark: 14 in 14:30 or 1,014. */
export function isPartOfNumber(text: string, start: number, end: number): boolean {
  return (
    (/\d[.,:/-]$/.test(text.slice(Math.max(0, start - 2), start)) && /\d/.test(text[start] ?? '')) ||
    (/\d/.test(text[end - 1] ?? '') && /^[.,:/-]\d/.test(text.slice(end, end + 2)))
  );
}

/** Whether words found in lower case are everyday words as likely as the name. `cased` is what was found, without accents. */
export function isLowerCaseWord(cased: string, form: TermForm): boolean {
  return cased === cased.toLowerCase() && form.keys.every(isWordToo);
}

/** Whether words that were found are everyday words in lower case, and no more like a name than any others. */
export const isOnlyWords = (found: string): boolean =>
  found === found.toLowerCase() && nameWordsOf(found).every(word => isWordToo(word.key));

/** What follows a verb at the start of a sentence rather than a name: "Will you", "Mark the …". */
const afterVerb =
  /^\s+(?:i|you|he|she|it|we|they|the|an?|my|your|his|her|our|their|its|this|that|these|those|there|not|be|in)(?![\p{L}\p{N}'’])/iu;

/** Whether a name that is an everyday word as well stands where it most likely begins a sentence. */
export function onlyBeginsSentence(text: string, start: number, end: number, form: TermForm): boolean {
  if (form.keys.length > 1 || !isWordToo(form.keys[0] ?? '') || form.cased === form.cased.toLowerCase()) return false;
  return (
    /(?:^|[.!?…:\n])[\s"'“‘(\u2013\u2014-]*$/.test(text.slice(Math.max(0, start - 8), start)) &&
    afterVerb.test(text.slice(end, end + 24))
  );
}
