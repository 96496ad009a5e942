/** A text folded for comparing, with the way back: unit `i` of `folded` comes from the original units `from[i]` to `to[i]`. */
export type Folded = { readonly folded: string; readonly from: Int32Array; readonly to: Int32Array };

/** How one character of the original counts when texts are compared: '' drops it. */
export type FoldRule = (character: string) => string;

/** Folds character by character (combining marks with their base), keeping exact positions. UTF-16 offsets throughout. */
export function foldWith(text: string, rule: FoldRule): Folded {
  const parts: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  for (const { 0: cluster, index } of text.matchAll(clusters)) {
    const folded = rule(cluster);
    parts.push(folded);
    for (let unit = 0; unit < folded.length; unit++) {
      from.push(index);
      to.push(index + cluster.length);
    }
  }
  return { folded: parts.join(''), from: Int32Array.from(from), to: Int32Array.from(to) };
}

/** A base character with the combining marks that follow it; a run of white space is one cluster. */
const clusters = /\s+|\P{M}\p{M}*|\p{M}+/gu;

/** Case, accents and composition don't matter; white space is one space. For search only: the text itself is never folded. */
export const foldForSearch: FoldRule = cluster =>
  /^\s/.test(cluster)
    ? ' '
    : cluster
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .toLowerCase();

const quotes = /[\u2018\u2019\u201A\u201B\u201C\u201D\u201E\u201F\u2032\u2033\u00AB\u00BB\u2039\u203A`\u00B4'"]/;
const dashes = /[\u2010-\u2015\u2212\u00AD\uFE58\uFE63\uFF0D-]/;

/** The kinds of mark that word processors change on the way. */
export type PlacingMark = 'quote' | 'dash' | 'dot';

/** Which kind of mark a character is; null for all others. */
export function placingMark(character: string): PlacingMark | null {
  if (quotes.test(character)) return 'quote';
  if (dashes.test(character)) return 'dash';
  return character === '…' || character === '.' ? 'dot' : null;
}

/** White space, quotation marks, dashes and ellipses don't matter: what word processors change on the way. */
export const foldForPlacing: FoldRule = cluster =>
  /^[\s\u200B\u2060\uFEFF]/.test(cluster) || placingMark(cluster) !== null ? '' : cluster.normalize('NFC');
