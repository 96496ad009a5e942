import { fewestChanges } from './fewestChanges.ts';

/**
 * What is known of the old sequence besides its items. `held[i]`: 0, 1 where item i is kept rather than another if all else is even, 2 where it is kept before all others.
 * `linked[i]` is 1 where items i - 1 and i are kept together before all others.
 */
export type Wishes = { readonly held: Uint8Array; readonly linked: Uint8Array };

/** Pairs of places, ascending in both sequences: `old[n]` and `new[n]` hold the same item. */
export type Alignment = { readonly old: readonly number[]; readonly new: readonly number[] };

type Box = { readonly a0: number; readonly a1: number; readonly b0: number; readonly b1: number };

/** Cells of the table up to which all ways of aligning are compared: about 20 ms and as many bytes. */
const mostCells = 4_000_000;
/** Items left before and after a stretch that is the same in both, so that what repeats can still be aligned otherwise. */
const margin = 64;

/**
 * Aligns two sequences of item numbers. The best alignment fulfils the most wishes, then keeps the most items, in the longest runs. Long sequences are first cut at runs that occur once in each, which keeps the cost linear; where all repeats, the fewest changes decide.
 */
export function align(a: Int32Array, b: Int32Array, wishes: Wishes): Alignment {
  const found = { old: [] as number[], new: [] as number[] };
  alignBox(a, b, { a0: 0, a1: a.length, b0: 0, b1: b.length }, wishes, found, [6, 3, 1]);
  return found;
}

type Found = { readonly old: number[]; readonly new: number[] };

function alignBox(a: Int32Array, b: Int32Array, box: Box, wishes: Wishes, found: Found, runs: readonly number[]): void {
  if (cellsOf(box) <= mostCells) {
    compareAll(a, b, box, wishes, found);
    return;
  }
  const core = withoutEnds(a, b, box);
  const before = core.a0 - box.a0;
  for (let at = 0; at < before; at++) {
    found.old.push(box.a0 + at);
    found.new.push(box.b0 + at);
  }
  if (cellsOf(core) <= mostCells) compareAll(a, b, core, wishes, found);
  else alignAtRuns(a, b, core, wishes, found, runs);
  for (let at = 0; core.a1 + at < box.a1; at++) {
    found.old.push(core.a1 + at);
    found.new.push(core.b1 + at);
  }
}

const cellsOf = ({ a0, a1, b0, b1 }: Box) => (a1 - a0) * (b1 - b0);

/** The box without what both begin and end with, but for a margin. */
function withoutEnds(a: Int32Array, b: Int32Array, { a0, a1, b0, b1 }: Box): Box {
  const most = Math.min(a1 - a0, b1 - b0);
  let head = 0;
  while (head < most && a[a0 + head] === b[b0 + head]) head++;
  head = Math.max(0, head - margin);
  let tail = 0;
  while (tail < most - head && a[a1 - 1 - tail] === b[b1 - 1 - tail]) tail++;
  tail = Math.max(0, tail - margin);
  return { a0: a0 + head, a1: a1 - tail, b0: b0 + head, b1: b1 - tail };
}

/** Cuts the box at runs of items that occur once in each sequence and stand in the same order; between them it is aligned on its own. */
function alignAtRuns(
  a: Int32Array,
  b: Int32Array,
  box: Box,
  wishes: Wishes,
  found: Found,
  [length, ...shorter]: readonly number[],
): void {
  if (length === undefined) {
    for (const [at, other] of fewestChanges(a, b, box) ?? []) {
      found.old.push(at);
      found.new.push(other);
    }
    return;
  }
  const inA = onceOnly(a, box.a0, box.a1, length);
  const inB = onceOnly(b, box.b0, box.b1, length);
  const pairs: (readonly [number, number])[] = [];
  for (const [key, at] of inA) {
    const other = inB.get(key);
    if (at >= 0 && other !== undefined && other >= 0) pairs.push([at, other]);
  }
  let { a0, b0 } = box;
  for (const [at, other] of ascending(pairs)) {
    if (at < a0 || other < b0) continue;
    alignBox(a, b, { a0, a1: at, b0, b1: other }, wishes, found, shorter);
    for (let step = 0; step < length; step++) {
      found.old.push(at + step);
      found.new.push(other + step);
    }
    a0 = at + length;
    b0 = other + length;
  }
  alignBox(a, b, { a0, a1: box.a1, b0, b1: box.b1 }, wishes, found, shorter);
}

/** Where each run of `length` items begins; -1 for runs that occur more than once. */
function onceOnly(items: Int32Array, from: number, to: number, length: number): Map<string, number> {
  const places = new Map<string, number>();
  for (let at = from; at + length <= to; at++) {
    const key = items.subarray(at, at + length).join(' ');
    places.set(key, places.has(key) ? -1 : at);
  }
  return places;
}

/** The longest choice of pairs, which ascend in the first, that ascends in the second too. */
function ascending(pairs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const tails: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  for (const [index, [, other]] of pairs.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] ?? 0]?.[1] ?? 0) < other) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
  }
  const chosen: (readonly [number, number])[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const pair = pairs[at];
    if (pair) chosen.push(pair);
  }
  return chosen.reverse();
}

const pairHere = 1;
const skipOld = 2;
const continued = 4;

/**
 * Compares all ways of aligning a box, from its end. For each place two scores: the best of all, and the best that pairs the items here.
 * A pair counts for itself, and again if the pair before it is its neighbour in both sequences; wishes outweigh all others together.
 */
function compareAll(
  a: Int32Array,
  b: Int32Array,
  { a0, a1, b0, b1 }: Box,
  { held, linked }: Wishes,
  found: Found,
): void {
  const rows = a1 - a0;
  const columns = b1 - b0;
  if (rows === 0 || columns === 0) return;
  const heavy = 5 * Math.min(rows, columns) + 1;
  const weights = [2, 3, heavy];
  const steps = new Uint8Array(rows * columns);
  let best = new Int32Array(columns + 1);
  let paired = new Int32Array(columns + 1).fill(-1);
  for (let row = rows - 1; row >= 0; row--) {
    const item = a[a0 + row];
    const own = weights[held[a0 + row] ?? 0] ?? 2;
    const link = linked[a0 + row + 1] === 1 ? heavy : 2;
    const bestHere = new Int32Array(columns + 1);
    const pairedHere = new Int32Array(columns + 1).fill(-1);
    for (let column = columns - 1; column >= 0; column--) {
      const below = best[column] ?? 0;
      const right = bestHere[column + 1] ?? 0;
      let score = below;
      let step = skipOld;
      if (right > score) {
        score = right;
        step = 0;
      }
      if (item === b[b0 + column]) {
        const apart = best[column + 1] ?? 0;
        const next = paired[column + 1] ?? -1;
        const together = next < 0 ? -1 : next + link;
        const here = own + Math.max(apart, together);
        pairedHere[column] = here;
        if (together >= apart) step |= continued;
        if (here >= score) {
          score = here;
          step = (step & continued) | pairHere;
        }
      }
      bestHere[column] = score;
      steps[row * columns + column] = step;
    }
    best = bestHere;
    paired = pairedHere;
  }
  for (let row = 0, column = 0, bound = false; row < rows && column < columns; ) {
    const step = steps[row * columns + column] ?? 0;
    if (bound || (step & pairHere) !== 0) {
      found.old.push(a0 + row++);
      found.new.push(b0 + column++);
      bound = (step & continued) !== 0;
    } else if ((step & skipOld) !== 0) row++;
    else column++;
  }
}
