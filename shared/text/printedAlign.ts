import { isEmptyBracket, isWord, maybeCut, type Piece, standsFor } from './printedTokens.ts';

/** A bracket may stand in place of so many words. */
export const mostInBracket = 6;

/**
 * What one piece of the printed words is. `same`: as in the passage; `cut`: the mark of a cut; `stands`: a bracket, in place of words or none; `inside`: a word with brackets in it.
 * Errors: `changed`, `extra` (not in the passage), `gap` (left out without a mark; it has no piece).
 */
export type StepKind = 'same' | 'cut' | 'stands' | 'inside' | 'changed' | 'extra' | 'gap';

/** `from` to `to`: pieces of the passage; `at`: the printed piece, or for a gap the one it stands before. */
export type Step = { readonly kind: StepKind; readonly from: number; readonly to: number; readonly at: number };

const kinds: readonly StepKind[] = ['same', 'cut', 'stands', 'inside', 'changed', 'extra', 'gap'];
const [same, cut, stands, inside, changed, extra, gap] = [0, 1, 2, 3, 4, 5, 6];

/** What each reading costs: the cheapest is taken. An error costs more than anything that is allowed. */
const cost = { cut: 20, trimmed: 40, added: 10, stands: 20, further: 30, inside: 20, wrong: 1e6 };

/** How printed pieces lie along those of the passage, as its steps in order; pieces before the first and after the last are trimmed. Time and room grow with the product of both lengths. */
export function alignPrinted(passage: readonly Piece[], printed: readonly Piece[]): readonly Step[] {
  return align(passage, printed, false) ?? align(passage, printed, true) ?? [];
}

/** Looks first for a way without any error, which is quick. Null where there is none. */
function align(passage: readonly Piece[], printed: readonly Piece[], errors: boolean): readonly Step[] | null {
  const width = passage.length + 1;
  const came = new Int32Array(width * (printed.length + 1));
  const by = new Int8Array(width * (printed.length + 1)).fill(-1);
  let row = Float64Array.from({ length: width }, (_, at) => (at === 0 ? 0 : cost.trimmed + at));
  for (let at = 0; ; at++) {
    const base = at * width;
    if (errors && at > 0) jump(row, (from, to) => note(base, from, to, gap));
    const piece = printed[at];
    if (!piece) break;
    const next = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
    const reach = (from: number, to: number, price: number, kind: number) => {
      const sum = (row[from] ?? 0) + price;
      if (sum >= (next[to] ?? 0)) return;
      next[to] = sum;
      note(base + width, from, to, kind);
    };
    if (maybeCut(piece)) cutFrom(row, reach);
    for (let from = 0; from < width; from++) {
      if (row[from] === Number.POSITIVE_INFINITY) continue;
      if (errors) reach(from, from, cost.wrong, extra);
      const word = passage[from];
      if (word) one(piece, word, from, errors, reach);
      if (piece.kind === 'bracket' && !maybeCut(piece) && !isEmptyBracket(piece)) standFrom(passage, from, reach);
    }
    row = next;
  }
  const end = endOf(row, passage);
  return row[end] === Number.POSITIVE_INFINITY ? null : trace(end);

  function note(base: number, from: number, to: number, kind: number): void {
    came[base + to] = from;
    by[base + to] = kind;
  }
  function trace(end: number): readonly Step[] {
    const steps: Step[] = [];
    for (let at = printed.length, to = end; at > 0; ) {
      const kind = kinds[by[at * width + to] ?? extra] ?? 'extra';
      const from = came[at * width + to] ?? 0;
      if (kind !== 'gap') at--;
      steps.push({ kind, from, to, at });
      to = from;
    }
    return steps.reverse();
  }
}

type Reach = (from: number, to: number, price: number, kind: number) => void;

function one(piece: Piece, word: Piece, from: number, errors: boolean, reach: Reach): void {
  if (piece.key === word.key && piece.kind !== 'inside') reach(from, from + 1, 0, same);
  else if (piece.kind === 'inside' && standsFor(piece, word)) reach(from, from + 1, cost.inside, inside);
  else if (errors && isWord(piece) === isWord(word)) reach(from, from + 1, cost.wrong + 1, changed);
}

function standFrom(passage: readonly Piece[], from: number, reach: Reach): void {
  reach(from, from, cost.added, stands);
  let words = 0;
  for (let to = from + 1; to <= passage.length; to++) {
    const piece = passage[to - 1];
    if (piece && isWord(piece)) words++;
    if (words > mostInBracket) return;
    reach(from, to, cost.stands + cost.further * Math.max(0, words - 1) + (to - from), stands);
  }
}

/** A cut leaves out a piece or more; at either end of the passage it may say that more was said outside of it. */
function cutFrom(row: Float64Array, reach: Reach): void {
  let best = 0;
  const end = row.length - 1;
  for (let to = 0; to <= end; to++) {
    if (to === 0 || to === end) reach(to, to, cost.cut, cut);
    if (to > 0) reach(best, to, cost.cut + (to - best), cut);
    if ((row[to] ?? 0) - to < (row[best] ?? 0) - best) best = to;
  }
}

/** Words left out without a mark, from any place of a row to any later one. */
function jump(row: Float64Array, note: (from: number, to: number) => void): void {
  let best = 0;
  for (let to = 1; to < row.length; to++) {
    const sum = (row[best] ?? 0) + cost.wrong + (to - best);
    if (sum < (row[to] ?? 0)) {
      row[to] = sum;
      note(best, to);
    } else if ((row[to] ?? 0) - to < (row[best] ?? 0) - best) best = to;
  }
}

/** Where the printed words end best: what is left of the passage is trimmed. */
function endOf(row: Float64Array, passage: readonly Piece[]): number {
  let end = row.length - 1;
  let least = row[end] ?? 0;
  let words = 0;
  for (let at = row.length - 2; at >= 0; at--) {
    const piece = passage[at];
    if (piece && isWord(piece)) words++;
    const sum = (row[at] ?? 0) + (words > 0 ? cost.trimmed : cost.cut / 2) + (row.length - 1 - at);
    if (sum < least) {
      least = sum;
      end = at;
    }
  }
  return end;
}
