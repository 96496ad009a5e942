import { foldForSearch } from './fold.ts';

/** What is looked for, as a regular expression with the flags it is run with. */
export type Pattern = { readonly source: string; readonly flags: string };

/** Not inside a longer word: neither letter, digit nor mark stands there. */
const wordStart = '(?<![\\p{L}\\p{N}\\p{M}])';
const wordEnd = '(?![\\p{L}\\p{N}\\p{M}])';

/** Each of the words, or all of them in a row, as whole words: blind to accents, to the form of apostrophes and dashes, to how wide the white space is and, unless `caseMatters`, to case. Null where there is no word. */
export function wordPattern(text: string, how: 'words' | 'phrase', caseMatters: boolean): Pattern | null {
  const words = text.trim().split(/\s+/).filter(Boolean).map(loosely);
  if (words.length === 0) return null;
  const longestFirst = words.toSorted((a, b) => b.length - a.length);
  const body = how === 'phrase' ? words.join('\\s+') : `(?:${longestFirst.join('|')})`;
  const edge = (at: string, wordly: boolean) => (wordly ? at : '');
  const [first, last] = [text.trim()[0] ?? '', text.trim().at(-1) ?? ''];
  const everywhere = how === 'words';
  return {
    source: `${edge(wordStart, everywhere || isWordly(first))}${body}${edge(wordEnd, everywhere || isWordly(last))}`,
    flags: caseMatters ? 'gu' : 'giu',
  };
}

const isWordly = (character: string) => /[\p{L}\p{N}\p{M}]/u.test(character);

/** A regular expression as the researcher wrote it, or what is wrong with it. `^` and `$` stand for the ends of lines, `.` for any character of a line. */
export function ownPattern(
  text: string,
  caseMatters: boolean,
): { readonly ok: true; readonly pattern: Pattern } | { readonly ok: false; readonly problem: string } {
  const pattern = { source: text, flags: caseMatters ? 'gmu' : 'gimu' };
  try {
    new RegExp(pattern.source, pattern.flags);
    return { ok: true, pattern };
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError)) throw thrown;
    return { ok: false, problem: thrown.message.replace(/^Invalid regular expression: /, '') };
  }
}

/** A word as a pattern that finds it in all its spellings with and without accents. */
function loosely(word: string): string {
  return Array.from(word.normalize('NFD').replace(/\p{M}+/gu, ''), character => {
    if (/['’‘ʼ`´]/.test(character)) return "['’‘ʼ`´]";
    if (/[-‐‑‒–—]/.test(character)) return '[-‐‑‒–—]';
    const variants = spellings().get(character.toLowerCase()) ?? [];
    const own = variants.filter(one => sameCase(one, character));
    if (!isWordly(character)) return escaped(character);
    return own.length === 0 ? `${escaped(character)}\\p{M}*` : `[${escaped(character)}${own.join('')}]\\p{M}*`;
  }).join('');
}

const sameCase = (a: string, b: string) => (a === a.toLowerCase()) === (b === b.toLowerCase());

const escaped = (character: string) => (/[\\^$.*+?()[\]{}|/]/.test(character) ? `\\${character}` : character);

let known: ReadonlyMap<string, readonly string[]> | null = null;

/** Single characters that are a plain letter with an accent, by that letter in lower case. */
function spellings(): ReadonlyMap<string, readonly string[]> {
  if (known) return known;
  const made = new Map<string, string[]>();
  for (let point = 0xc0; point <= 0x1eff; point++) {
    if (point > 0x24f && point < 0x370) continue;
    const character = String.fromCodePoint(point);
    const plain = foldForSearch(character);
    if (plain.length !== 1 || plain === character.toLowerCase()) continue;
    const list = made.get(plain);
    if (list) list.push(character);
    else made.set(plain, [character]);
  }
  known = made;
  return made;
}
