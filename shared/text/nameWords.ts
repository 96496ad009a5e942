import type { Span } from '../model/entities.ts';

/** A word of a text as names are compared by it. Positions are UTF-16 units; the edges never part a letter from its marks. */
export type NameWord = Span & {
  /** Without case, accents and composition. */
  readonly key: string;
  /** A character of a script that is written without spaces between words. */
  readonly unspaced: boolean;
};

/**
 * The words of a text, in order: stretches of letters and digits with the marks on them. What joins words (hyphens, apostrophes) stands between them.
 * Where words are not parted by spaces (Chinese, Japanese, Korean with its particles, Thai …) each character is a word.
 */
export function nameWordsOf(text: string): readonly NameWord[] {
  const words: NameWord[] = [];
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at);
    if (unit < 128 && !isAlphanumeric(unit)) {
      at++;
      continue;
    }
    let end = at;
    while (isAlphanumeric(text.charCodeAt(end))) end++;
    if (end > at && !(text.charCodeAt(end) > 127)) {
      words.push({ start: at, end, key: text.slice(at, end).toLowerCase(), unspaced: false });
      at = end;
      continue;
    }
    run.lastIndex = at;
    const found = run.exec(text)?.[0];
    if (found) for (const part of partsOf(found)) words.push({ ...part, start: at + part.start, end: at + part.end });
    at += found?.length ?? ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
  }
  return words;
}

/**
 * The words of a text with those put together that a line's end or what can't be seen parts: "Brad-" and "ford", "Ke" and "zia" about a zero-width space.
 * Null where there are none.
 */
export function wholeWords(text: string, words: readonly NameWord[]): readonly NameWord[] | null {
  if (!parted.test(text)) return null;
  const whole: NameWord[] = [];
  for (const word of words) {
    const last = whole.at(-1);
    if (last && !last.unspaced && !word.unspaced && parting.test(text.slice(last.end - 1, word.start)))
      whole[whole.length - 1] = { ...last, end: word.end, key: last.key + word.key };
    else whole.push(word);
  }
  return whole.length < words.length ? whole : null;
}

/** A text as names are compared when capitals count: without accents and composition, all apostrophes and all dashes alike. */
export function withoutAccents(text: string): string {
  if (plain.test(text)) return text;
  return text
    .replace(apostrophes, "'")
    .replace(dashes, '-')
    .normalize('NFKD')
    .replace(marks, '')
    .replace(/[øłđðħŧæœßþıØŁĐÐĦŦÆŒẞÞ]/g, letter => letters[letter] ?? letter);
}

/** A word without case, accents and composition. */
export const nameKey = (word: string) => withoutAccents(withoutAccents(word).toLowerCase()).replaceAll('ς', 'σ');

/** What people type for an apostrophe. */
export const apostrophe = /['’‘ʼ`´′＇]/;
export const dash = /[-‐‑‒–—﹣－]/;
const apostrophes = new RegExp(apostrophe.source, 'g');
const dashes = new RegExp(dash.source, 'g');
/** Joiners of letters stand within a word; a zero-width space or joiner of words stands between two. */
const run = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00AD\u200C\u200D]*/uy;
const parted = /[\u200B\u2060]|[-‐\u00AD]\n/;
/** What parts one word in two, after the character before it. */
const parting = /^(?:[^\n](?:[\u200B\u2060]\p{M}*)+|[^\n][-‐]\n|\u00AD\n)$/u;
const plain = /^[\x20-\x5F\x61-\x7E]*$/;
/** Accents, vowel points and what can't be seen; not the vowel signs of Indian scripts, nor the voicing marks of kana, without which it is another word. */
const marks =
  /[[\p{M}&&[\p{Script=Inherited}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Cyrillic}]]--[\u3099\u309A]]|\p{Cf}|\u0640/gv;
/** Letters that have no decomposition, as they are written where they can't be typed. */
const letters: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ŧ: 't',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
  ı: 'i',
  Ø: 'O',
  Ł: 'L',
  Đ: 'D',
  Ð: 'D',
  Ħ: 'H',
  Ŧ: 'T',
  Æ: 'Ae',
  Œ: 'Oe',
  ẞ: 'Ss',
  Þ: 'Th',
};
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const pieces = /\P{M}[\p{M}\u00AD\u200C\u200D]*|\p{M}+/gu;

/** Letters and digits of ASCII; false past the end of a text (NaN). */
const isAlphanumeric = (unit: number) =>
  (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57);

const known = new Map<string, readonly NameWord[]>();

/** The words of one run, by their places in it. Runs come again and again, so that their words are kept. */
function partsOf(run: string): readonly NameWord[] {
  const kept = known.get(run);
  if (kept) return kept;
  const parts = unspaced.test(run) ? split(run) : [{ start: 0, end: run.length, key: nameKey(run), unspaced: false }];
  if (known.size >= 20_000) known.clear();
  known.set(run, parts);
  return parts;
}

function split(run: string): readonly NameWord[] {
  const parts: NameWord[] = [];
  let from = 0;
  const close = (end: number) => {
    if (from < end) parts.push({ start: from, end, key: nameKey(run.slice(from, end)), unspaced: false });
  };
  for (const { 0: piece, index } of run.matchAll(pieces)) {
    if (!unspaced.test(piece)) continue;
    close(index);
    from = index + piece.length;
    parts.push({ start: index, end: from, key: nameKey(piece), unspaced: true });
  }
  close(run.length);
  return parts;
}
