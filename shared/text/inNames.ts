import type { Span } from '../model/entities.ts';
import { isLowerCaseWord } from './certainty.ts';
import { isWordToo } from './commonWords.ts';
import { type NameWord, nameKey, nameWordsOf, withoutAccents } from './nameWords.ts';
import type { TermForm, TermIndex } from './termIndex.ts';

/** Words of a term in a name. Offsets are UTF-16 units of the name. */
export type NameHit = Span & { readonly term: number; readonly found: string; readonly sure: boolean };

/**
 * Where terms stand in what is no sentence: a file's name, a title, a speaker's label, an address. There a word also ends at an underscore or hyphen, between letters and digits, and where a capital begins;
 * a term's words may be written as one, and one word apart ("KeziaBrannigan", "Kezia_07").
 * Sure, but for a single letter, and an everyday word in lower case beside a space ("notes on hope").
 */
export function findInName(name: string, index: TermIndex): readonly NameHit[] {
  const { byKey, beginnings } = nameIndexOf(index);
  if (byKey.size === 0) return [];
  const pieces = piecesOf(name, nameWordsOf(name));
  const hits: NameHit[] = [];
  for (const [at, { start }] of pieces.entries()) {
    let key = '';
    let last = start;
    for (const piece of pieces.slice(at, at + mostPieces)) {
      if (piece.start - last > widestGap) break;
      key += piece.key;
      last = piece.end;
      if (!beginnings.has(key)) break;
      const form = byKey.get(key);
      if (form) hits.push(judged(name, start, last, key, form));
    }
  }
  return hits;
}

/** Words of a name within which a term of five letters or more stands ("keziainterview"), whole: offered, never sure. */
export function hiddenInName(name: string, index: TermIndex): readonly NameHit[] {
  const { long } = nameIndexOf(index);
  return nameWordsOf(name).flatMap(({ start, end, key }) => {
    const hidden = long.find(([wanted]) => key.length > wanted.length && key.includes(wanted));
    return hidden ? [{ start, end, term: hidden[1].term, found: name.slice(start, end), sure: false }] : [];
  });
}

function judged(name: string, start: number, end: number, key: string, form: TermForm): NameHit {
  const found = name.slice(start, end);
  const beside = /\s/.test(name[start - 1] ?? '') || /\s/.test(name[end] ?? '');
  const doubtful = Array.from(key).length === 1 || (beside && isLowerCaseWord(withoutAccents(found), form));
  return { start, end, term: form.term, found, sure: !doubtful };
}

type NameIndex = {
  /** Terms by their words written as one. */
  readonly byKey: ReadonlyMap<string, TermForm>;
  /** All that such words begin with. */
  readonly beginnings: ReadonlySet<string>;
  /** Those that are looked for within words, too. */
  readonly long: readonly (readonly [key: string, form: TermForm])[];
};

const made = new WeakMap<TermIndex, NameIndex>();
/** Characters between two words of one name. */
const widestGap = 3;
const mostPieces = 12;

function nameIndexOf(index: TermIndex): NameIndex {
  const kept = made.get(index);
  if (kept) return kept;
  const byKey = new Map<string, TermForm>();
  const beginnings = new Set<string>();
  for (const form of [...index.byFirst.values()].flat()) {
    const key = form.keys.join('');
    // A short number (an age, a day) is a part of many names and no word of them.
    if (form.joined || byKey.has(key) || /^\d{1,5}$/.test(key)) continue;
    byKey.set(key, form);
    for (let length = 1; length <= key.length; length++) beginnings.add(key.slice(0, length));
  }
  const long = [...byKey].filter(([key, { keys }]) => /^\p{L}{5,}$/u.test(key) && !keys.every(isWordToo));
  const nameIndex = { byKey, beginnings, long };
  made.set(index, nameIndex);
  return nameIndex;
}

const humps =
  /(?<=\p{Ll}\p{M}*)(?=\p{Lu})|(?<=\p{Lu}\p{M}*)(?=\p{Lu}\p{M}*\p{Ll})|(?<=\p{L}\p{M}*)(?=\p{N})|(?<=\p{N})(?=\p{L})/u;
/** Whether a word may have a hump or digits beside letters. */
const uneven = /.\p{Lu}|\p{N}/u;

function piecesOf(name: string, words: readonly NameWord[]): readonly NameWord[] {
  return words.flatMap(word => {
    const text = name.slice(word.start, word.end);
    if (!uneven.test(text)) return [word];
    let start = word.start;
    return text.split(humps).map(piece => {
      const part = { start, end: start + piece.length, key: nameKey(piece), unspaced: false };
      start = part.end;
      return part;
    });
  });
}
