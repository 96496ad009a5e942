/** A word of a text as search knows it: where it stands (UTF-16 units, half-open) and how it compares. */
export type Token = { readonly start: number; readonly end: number; readonly folded: string };

/**
 * The words of a text, in order: stretches of letters, digits and the marks on them; a character of a script written without spaces is a word of its own.
 * `folded` is without case, accents and composition, and holds letters and digits alone, so that SQLite and this module always see the same words.
 */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  runs.lastIndex = 0;
  for (let found = runs.exec(text); found; found = runs.exec(text)) {
    const run = found[0];
    const start = found.index;
    if (ascii.test(run)) tokens.push({ start, end: start + run.length, folded: run.toLowerCase().slice(0, longest) });
    else for (const part of partsOf(run)) tokens.push({ ...part, start: start + part.start, end: start + part.end });
  }
  return tokens;
}

/** The words folded, with one space between: what the index is given. */
export function foldedWords(text: string): string {
  return tokensOf(text)
    .map(token => token.folded)
    .join(' ');
}

/** Where a stretch of a token's folded form stands in the text: [from, to) in units of `folded`. */
export function withinToken(text: string, token: Token, from: number, to: number): { start: number; end: number } {
  const { start, end, folded } = token;
  if (from <= 0 && to >= folded.length) return { start, end };
  if (folded.length === end - start && ascii.test(text.slice(start, end)))
    return { start: start + from, end: start + to };
  let reached = 0;
  let first = start;
  let last = end;
  for (const { 0: cluster, index } of text.slice(start, end).matchAll(clusters)) {
    const next = reached + fold(cluster).length;
    if (reached <= from) first = start + index;
    if (reached < to) last = start + index + cluster.length;
    reached = next;
  }
  return { start: first, end: last };
}

/** Longer words are cut in the index: SQLite does not hold them whole. */
const longest = 400;
const runs = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00AD\u200B-\u200D\u2060]*/gu;
const ascii = /^[0-9A-Za-z]*$/;
const clusters = /\P{M}\p{M}*|\p{M}+/gu;
/** Scripts that are written without spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*/u;
const pieces = new RegExp(`${unspaced.source}|(?:(?!${unspaced.source})\\P{M}\\p{M}*)+|\\p{M}+`, 'gu');

type Part = Token;
const known = new Map<string, readonly Part[]>();

/** The words of one run, by their places in it. Runs come again and again, so that their words are kept. */
function partsOf(run: string): readonly Part[] {
  const kept = known.get(run);
  if (kept) return kept;
  const parts: Part[] = [];
  for (const { 0: piece, index } of unspaced.test(run) ? run.matchAll(pieces) : [{ 0: run, index: 0 }]) {
    for (const folded of fold(piece).split(' ')) {
      if (folded !== '') parts.push({ start: index, end: index + piece.length, folded: folded.slice(0, longest) });
    }
  }
  if (known.size >= 20_000) known.clear();
  known.set(run, parts);
  return parts;
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\u00AD\u200B-\u200D\u2060]+/gu, '')
    .replaceAll('ς', 'σ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
}
