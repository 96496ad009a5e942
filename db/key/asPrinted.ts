import { isCapital } from '../../shared/text/certainty.ts';
import { isEveryday } from '../../shared/text/commonWords.ts';
import { type NameWord, nameKey, nameWordsOf } from '../../shared/text/nameWords.ts';
import { replaceWords } from '../../shared/text/occurrences.ts';
import { termIndexOf } from '../../shared/text/termIndex.ts';

/** Words that must not stand in the study any more, and what is printed in their place. */
export type Term = { readonly words: string; readonly label: string };

/** How what is kept of a study besides its rows is written as printed. What holds none of the words comes back as it is, the very same. */
export type Printer = {
  /** A stretch of a text, which may begin or end within a name: '' where a part of one is left. */
  readonly stretch: (words: string) => string;
  /** Any other words, such as the name of a file. */
  readonly words: (words: string) => string;
  /** What an act did: words of its own, and in quotation marks those of the study, the first few of many. A part of a name that is left at an end of these is left out. */
  readonly summary: (words: string) => string;
  /** All texts in plain data. */
  readonly data: (value: unknown) => unknown;
};

export function printerOf(terms: readonly Term[]): Printer {
  const parts = partsOf(terms);
  const plain = termIndexOf(terms.map(term => term.words)).compact.size > 0 ? wordsAlone : wordsAndNumbers;
  const words = (text: string) => (tells.test(text) ? text : replaceWords(text, terms, { name: true }));
  const stretch = (text: string) => {
    const found = nameWordsOf(text);
    if (plain.test(text) && !found.some(word => parts.all.has(word.key))) return isCut(text, found, parts) ? '' : text;
    const printed = replaceWords(text, terms);
    const left = printed === text ? found : nameWordsOf(printed);
    return holdsPart(printed, parts) || isCut(printed, left, parts) ? '' : printed;
  };
  const summary = (text: string) =>
    words(text).replace(quotation, (_, quoted: string, rest?: string) => `“${withoutCut(quoted, parts)}${rest ?? ''}”`);
  const data = (value: unknown): unknown => {
    if (typeof value === 'string') return words(value);
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) {
      const inner = value.map(data);
      return inner.every((one, index) => one === value[index]) ? value : inner;
    }
    const entries = Object.entries(value).map(([name, inner]) => [name, inner, data(inner)] as const);
    return entries.every(([, before, after]) => before === after)
      ? value
      : Object.fromEntries(entries.map(([name, , after]) => [name, after]));
  };
  return { stretch, words, summary, data };
}

/** Text in which the words of a term stand as words of their own, if at all: not in an address or a number, nor parted by what can't be seen. */
const wordsAlone = /^(?!.*\bwww\.)(?:[\p{L}\p{M} \t.,;:!?'"’‘“”()[\]–—…]|[-‐](?!\n)|(?<![-‐])\n)*$/isu;
/** The same where no term is a number that may be set apart in other ways. */
const wordsAndNumbers = /^(?!.*\bwww\.)(?:[\p{L}\p{M}\p{N} \t.,;:!?'"’‘“”()[\]–—…]|[-‐](?!\n)|(?<![-‐])\n)*$/isu;

/** Ids, hashes and times: most cells of most rows. No name is one. */
const tells = /^(?:[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}|\d{4}-\d\d-\d\dT[\d:.]+Z)$/;

type Parts = {
  /** Keys of the words of terms, but for words that tell nothing beside others. */
  readonly all: ReadonlySet<string>;
  /** What such a word begins with, and ends with, when it is cut. */
  readonly beginnings: ReadonlySet<string>;
  readonly endings: ReadonlySet<string>;
  /** The same of terms in scripts without spaces, of which a word can't be told by its ends. */
  readonly unspaced: readonly { readonly beginning: string; readonly ending: string }[];
};

/** Words that names are made with but that tell nothing. */
const little = new Set(['the', 'of', 'and', 'at', 'in', 'on', 'for', 'to', 'a', 's', 'de', 'la']);

/** Letters of a name that tell something when the rest is cut away. */
const fewest = 3;

function partsOf(terms: readonly Term[]): Parts {
  const all = new Set<string>();
  const beginnings = new Set<string>();
  const endings = new Set<string>();
  const unspaced: { beginning: string; ending: string }[] = [];
  for (const { words } of terms) {
    const found = nameWordsOf(words);
    const keys = found.map(word => word.key);
    const telling = keys.filter(key => !little.has(key));
    for (const key of telling.length > 0 ? telling : keys) {
      all.add(key);
      for (let length = fewest; length < key.length; length++) {
        beginnings.add(key.slice(0, length));
        endings.add(key.slice(-length));
      }
    }
    if (found.some(word => word.unspaced))
      for (let length = 2; length < words.length; length++)
        unspaced.push({ beginning: words.slice(0, length), ending: words.slice(-length) });
  }
  return { all, beginnings, endings, unspaced };
}

/** Whether a part of a name is left, written as names are. */
const holdsPart = (text: string, { all }: Parts): boolean =>
  (text.match(/\p{Lu}[\p{L}\p{M}\p{N}]*/gu) ?? []).some(word => all.has(nameKey(word)));

/** Whether a stretch of these words begins or ends within a name. */
function isCut(text: string, words: readonly NameWord[], { beginnings, endings, unspaced }: Parts): boolean {
  const [first, last] = [words[0], words.at(-1)];
  return (
    (first?.start === 0 && isPiece(text, first, endings)) ||
    (last?.end === text.length && isPiece(text, last, beginnings)) ||
    unspaced.some(({ beginning, ending }) => text.endsWith(beginning) || text.startsWith(ending))
  );
}

/** Whether a word of a text is a piece of a name rather than an everyday word. */
const isPiece = (text: string, { start, key }: NameWord, pieces: ReadonlySet<string>): boolean =>
  pieces.has(key) && (isCapital(text, start) || !isEveryday(key));

const quotation = /“([^“”]*?)( …)?”/g;

/** Words of the study without parts of names at their ends. */
function withoutCut(text: string, { all, beginnings, endings }: Parts): string {
  const words = nameWordsOf(text);
  const isLeft = (word: NameWord, pieces: ReadonlySet<string>) =>
    isPiece(text, word, pieces) || (all.has(word.key) && isCapital(text, word.start));
  const from = words.findIndex(word => !isLeft(word, endings));
  const to = words.findLastIndex(word => !isLeft(word, beginnings));
  if (from < 0 || to < 0) return words.length > 0 ? '' : text;
  return text.slice(from === 0 ? 0 : words[from]?.start, to === words.length - 1 ? text.length : words[to]?.end);
}
