import { apostrophe, nameWordsOf, withoutAccents } from './nameWords.ts';
import { nearlySpelt } from './spelling.ts';

/** A term taken apart, as it is looked for. */
export type TermForm = {
  /** Index in the list of terms. */
  readonly term: number;
  readonly words: string;
  /** Keys of its words. */
  readonly keys: readonly string[];
  /** What stands between its words: one fewer than keys; white space is one space, apostrophes and dashes are of one kind. */
  readonly gaps: readonly string[];
  /** Punctuation at its edges: "@" of a handle, the last full stop of "J.P.". */
  readonly prefix: string;
  readonly suffix: string;
  /** Its capitals, without accents. */
  readonly cased: string;
  /** Its words written as one ("OBrien", "Annemarie"): a slip, never sure. */
  readonly joined: boolean;
};

export type TermIndex = {
  /** Forms by the key of their first word. */
  readonly byFirst: ReadonlyMap<string, readonly TermForm[]>;
  /** Terms that are telephone numbers or postcodes, by their form without what stands between. */
  readonly compact: ReadonlyMap<string, TermForm>;
  /** Keys of terms' words that a word of a text may be a misspelling of; remembers what it was asked. */
  readonly near: (key: string) => readonly string[];
};

const made = new WeakMap<readonly string[], TermIndex>();

/** The terms by their words. One list is taken apart once, however many texts it is looked for in: don't change it afterwards. */
export function termIndexOf(terms: readonly string[]): TermIndex {
  const kept = made.get(terms);
  if (kept) return kept;
  const byFirst = new Map<string, TermForm[]>();
  const compact = new Map<string, TermForm>();
  const vocabulary = new Set<string>();
  for (const form of terms.flatMap(formsOf)) {
    for (const key of form.keys) vocabulary.add(key);
    const together = compactly(form.words);
    if (/^(?:\+?\d{6,}|[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2})$/.test(together) && !compact.has(together))
      compact.set(together, form);
    const first = form.keys[0] ?? '';
    const list = byFirst.get(first);
    if (list) list.push(form);
    else byFirst.set(first, [form]);
  }
  const asked = new Map<string, readonly string[]>();
  const byLetter = Map.groupBy(vocabulary, key => key[0] ?? '');
  const near = (key: string) => {
    const kept = asked.get(key);
    if (kept) return kept;
    const letters = new Set([key[0] ?? '', key[1] ?? '']);
    const answer = [...letters]
      .flatMap(letter => byLetter.get(letter) ?? [])
      .filter(wanted => nearlySpelt(key, wanted));
    asked.set(key, answer);
    return answer;
  };
  const index = { byFirst, compact, near };
  made.set(terms, index);
  return index;
}

/** A number or postcode without what is put between its parts, and a British number as it is dialled at home. */
export const compactly = (words: string) =>
  words
    .replace(/[\s().-]+/g, '')
    .toUpperCase()
    .replace(/^(?:\+|00)440?(?=\d{9})/, '0');

/** A gap that can't be seen: it may stand for a space, or for none. */
const unseen = '\u200B';

/** What stands between two words as it is compared; null where no term goes across it: a blank line, or a long stretch. */
export function gapOf(text: string): string | null {
  if (text === ' ' || text === '') return text;
  if (text.length > 200 || /\n\s*\n/.test(text)) return null;
  return withoutAccents(text).replace(/-\n/, '-').replace(/\s+/g, ' ') || unseen;
}

/** Whether what stands between two words of a text is what stands there in a term. The full stop of "St." or "Mr." doesn't matter. */
export function sameGap(found: string, wanted: string, before: string): boolean {
  if (found === wanted) return true;
  if (found === unseen) return wanted === ' ' || wanted === '';
  const abbreviation = before.length <= 3;
  return (wanted === '. ' && found === ' ') || (abbreviation && wanted === ' ' && found === '. ');
}

/** Whether the two differ only in how words are joined: a space, a hyphen, an apostrophe. */
export const likeGap = (found: string, wanted: string) => /^[ '-]$/.test(found) && /^[ '-]$/.test(wanted);

function formsOf(words: string, term: number): readonly TermForm[] {
  const text = words.replace(/[\u200B\u2060]/g, '').trim();
  const parts = nameWordsOf(text);
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return [];
  const gaps = parts.slice(1).map((part, index) => gapOf(text.slice(parts[index]?.end, part.start)) ?? ' ');
  const form = {
    term,
    words: text,
    keys: parts.map(part => part.key),
    gaps,
    prefix: text.slice(0, first.start),
    suffix: text.slice(last.end),
    cased: withoutAccents(text.slice(first.start, last.end)),
    joined: false,
  };
  if (!gaps.some(gap => gap === "'" || gap === '-')) return [form];
  const keys = [form.keys[0] ?? ''];
  const rest: string[] = [];
  for (const [index, gap] of gaps.entries()) {
    const key = form.keys[index + 1] ?? '';
    if (gap === "'" || gap === '-') keys[keys.length - 1] += key;
    else {
      keys.push(key);
      rest.push(gap);
    }
  }
  return [form, { ...form, keys, gaps: rest, joined: true }];
}

/** Whether a character joins the words at its sides into one. A dash between parts of a sentence doesn't. */
export const joins = (character: string) => apostrophe.test(character) || /[-‐‑﹣－_@]/.test(character);
