import type { Span } from '../model/entities.ts';
import { placingMark } from './fold.ts';

/** The house mark of a cut. */
export const cutMark = '[…]';

/**
 * A piece of a passage or of its printed words: a word, a bracket with what is in it, an ellipsis, or one other character. `inside`: a word with brackets in it ("[T]he").
 * Two pieces are the same where their keys are: quotation marks and dashes of any form are alike, and so are the forms of an ellipsis.
 */
export type Piece = Span & {
  readonly kind: 'word' | 'bracket' | 'ellipsis' | 'mark' | 'inside';
  readonly key: string;
  /** Of `inside`: the letters around its brackets, with '' at an end where a bracket stands. */
  readonly letters: readonly string[];
};

const space = '[\\s\\u200B\\u2060\\uFEFF\\u00AD]+';
/** Scripts that put no space between words: each of their characters is a word of its own. */
const unspaced = '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}]';
const apostrophe = "['\\u2018\\u2019\\u02BC`\\u00B4\\u2032]";
const letters = `(?:(?!${unspaced})[\\p{L}\\p{N}\\p{M}])+`;
const pieces = new RegExp(
  [
    `(?<space>${space})`,
    '(?<bracket>\\[[^\\[\\]]*\\])',
    '(?<ellipsis>\\.*…[.…]*|\\.{3,}|\\.(?:[ \\u00A0]\\.){2,})',
    `(?<word>${unspaced}\\p{M}*|${letters}(?:${apostrophe}${letters})*)`,
    '(?<mark>[^])',
  ].join('|'),
  'gu',
);
const apostrophes = new RegExp(apostrophe, 'gu');
const onlyDots = /^\[\s*(?:…|\.\s*){1,8}\s*\]$/;

/** The pieces of a text in its order; white space is none of them. UTF-16 offsets. */
export function piecesOf(text: string): readonly Piece[] {
  const found: Piece[] = [];
  for (const { 0: words, index, groups = {} } of text.matchAll(pieces)) {
    const at = { start: index, end: index + words.length, letters: [] };
    if (groups.bracket !== undefined) found.push({ ...at, kind: 'bracket', key: bracketKey(words) });
    else if (groups.ellipsis !== undefined) found.push({ ...at, kind: 'ellipsis', key: '…' });
    else if (groups.word !== undefined) found.push({ ...at, kind: 'word', key: wordKey(words) });
    else if (groups.mark !== undefined) found.push({ ...at, kind: 'mark', key: markKey(words) });
  }
  return found;
}

const wordKey = (words: string) => words.normalize('NFC').replace(apostrophes, "'");

function bracketKey(words: string): string {
  if (onlyDots.test(words)) return cutMark;
  const inner = words.slice(1, -1).trim().replace(/\s+/g, ' ').normalize('NFC');
  return `[${[...inner].map(markKey).join('')}]`;
}

function markKey(character: string): string {
  const mark = placingMark(character);
  return mark === 'quote' ? "'" : mark === 'dash' ? '-' : character.normalize('NFC');
}

/** Whether a piece of printed words may mark a cut. */
export const maybeCut = (piece: Piece): boolean => piece.kind === 'ellipsis' || piece.key === cutMark;

/** Whether a piece counts as a word: brackets that stand in a passage are words of it like any other. */
export const isWord = (piece: Piece): boolean =>
  piece.kind === 'word' || piece.kind === 'inside' || (piece.kind === 'bracket' && piece.key !== cutMark);

/** Whether a bracket holds anything. */
export const isEmptyBracket = (piece: Piece): boolean => piece.kind === 'bracket' && piece.key === '[]';

/** The pieces of printed words: a word and brackets that touch are one piece, unless they stand so in the passage. */
export function printedPieces(text: string, passage: readonly Piece[]): readonly Piece[] {
  const all = piecesOf(text);
  const known = keysOf(passage);
  const joined: Piece[] = [];
  for (let at = 0; at < all.length; ) {
    const run = runFrom(all, at);
    const [first, last] = [run[0], run.at(-1)];
    const mixed = run.some(one => one.kind === 'word') && run.some(one => one.kind === 'bracket');
    if (first && last && mixed && !known.includes(keysOf(run))) {
      joined.push({ start: first.start, end: last.end, kind: 'inside', key: keysOf(run), letters: lettersOf(run) });
    } else joined.push(...run);
    at += run.length;
  }
  return joined;
}

const keysOf = (list: readonly Piece[]): string => `\n${list.map(one => one.key).join('\n')}\n`;

/** The piece at a place with the words and brackets that touch it one after the other; apostrophes between them belong to them. */
function runFrom(all: readonly Piece[], at: number): readonly Piece[] {
  const joins = (piece: Piece | undefined): piece is Piece =>
    piece !== undefined &&
    (piece.kind === 'word' || (piece.kind === 'bracket' && !maybeCut(piece) && !isEmptyBracket(piece)));
  const first = all[at];
  if (!joins(first)) return first ? [first] : [];
  const run = [first];
  for (let last: Piece = first; ; ) {
    const [next, after] = [all[at + run.length], all[at + run.length + 1]];
    if (joins(next) && next.start === last.end) run.push(next);
    else if (next?.key === "'" && next.start === last.end && joins(after) && after.start === next.end)
      run.push(next, after);
    else return run;
    last = run.at(-1) ?? last;
  }
}

function lettersOf(run: readonly Piece[]): readonly string[] {
  const parts = [''];
  for (const piece of run) {
    if (piece.kind === 'bracket') parts.push('');
    else parts[parts.length - 1] += piece.key;
  }
  return parts;
}

/** Whether a word with brackets in it may stand for a word of the passage: its own letters stand in that word, in their order, from its beginning to its end where no bracket does. */
export function standsFor(inside: Piece, word: Piece): boolean {
  if (word.kind !== 'word') return false;
  const [first = '', ...rest] = inside.letters;
  const last = rest.pop() ?? '';
  if (!word.key.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = word.key.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return word.key.length - last.length >= at && word.key.endsWith(last);
}
