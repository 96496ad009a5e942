import { startsBefore } from './overlap.ts';

/** Coded stretches in columns: row `n` is `code[n]` (from 0) on units `start[n]` to `end[n]` of `source[n]`. Ascending by source, start, end, code; no row twice. */
export type CodedSpans = {
  readonly count: number;
  readonly source: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly code: Int32Array;
};

/** Two codes, `a` before `b`, and how many pairs of their extracts overlap, lie in each other, or stand near without overlap. Extracts with the very same words count in `inside` and in `around`. */
export type CodePair = {
  readonly a: number;
  readonly b: number;
  /** Pairs that share words, however they lie. */
  readonly overlap: number;
  /** Of these, pairs where the extract of `a` lies in that of `b`. */
  readonly inside: number;
  /** Of these, pairs where the extract of `b` lies in that of `a`. */
  readonly around: number;
  /** Pairs with at most so many words between them. */
  readonly near: number;
};

export type Nearness = {
  /** At most so many words between the end of one and the start of the other. */
  readonly words: number;
  /** Starts of the words of a source, as `wordStarts` gives them. Asked once for each source, in order. */
  readonly startsOf: (source: number) => Int32Array;
};

/**
 * All pairs of different codes that occur together in the same source; strongest first. `onSource` is told how many rows are done.
 * One sweep: O(n log n) in rows plus the number of pairs that meet.
 */
export function cooccurrences(
  spans: CodedSpans,
  codes: number,
  near: Nearness | null = null,
  onSource: (done: number) => void = () => undefined,
): readonly CodePair[] {
  const tally = createTally(codes);
  for (let from = 0; from < spans.count; ) {
    let to = from + 1;
    while (to < spans.count && spans.source[to] === spans.source[from]) to++;
    sweep(spans, from, to, near, tally);
    from = to;
    onSource(to);
  }
  return tally.pairs();
}

function sweep(spans: CodedSpans, from: number, to: number, near: Nearness | null, tally: Tally): void {
  const { start, end, code } = spans;
  const starts = near?.startsOf(spans.source[from] ?? 0) ?? null;
  const before = new Int32Array(starts ? to - from : 0);
  const after = new Int32Array(starts ? to - from : 0);
  if (starts) {
    for (let row = from; row < to; row++) {
      before[row - from] = startsBefore(starts, start[row] ?? 0);
      after[row - from] = startsBefore(starts, end[row] ?? 0);
    }
  }
  for (let first = from; first < to; first++) {
    const reach = end[first] ?? 0;
    const begin = start[first] ?? 0;
    const a = code[first] ?? 0;
    let second = first + 1;
    for (; second < to && (start[second] ?? 0) < reach; second++) {
      const b = code[second] ?? 0;
      if (a === b) continue;
      const holds = (end[second] ?? 0) <= reach;
      const held = start[second] === begin && reach <= (end[second] ?? 0);
      tally.meet(a, b, holds, held);
    }
    if (!near) continue;
    const most = (after[first - from] ?? 0) + near.words;
    for (; second < to && (before[second - from] ?? 0) <= most; second++) {
      const b = code[second] ?? 0;
      if (a !== b) tally.near(a, b);
    }
  }
}

type Tally = {
  /** `holds`: a's extract holds b's; `held`: b's holds a's. */
  meet(a: number, b: number, holds: boolean, held: boolean): void;
  near(a: number, b: number): void;
  pairs(): readonly CodePair[];
};

/** Tables of all pairs up to so many codes, beyond that only the pairs that occur. */
const mostInTables = 2_000;

function createTally(codes: number): Tally {
  const small = codes <= mostInTables;
  const cells = small ? codes * codes : 0;
  const slots = new Map<number, number>();
  let room = small ? cells : 1 << 12;
  let table = new Int32Array(room * 4);
  const slotOf = (cell: number): number => {
    if (small) return cell * 4;
    const known = slots.get(cell);
    if (known !== undefined) return known;
    if (slots.size >= room) {
      room *= 2;
      const larger = new Int32Array(room * 4);
      larger.set(table);
      table = larger;
    }
    const slot = slots.size * 4;
    slots.set(cell, slot);
    return slot;
  };
  const add = (slot: number) => {
    table[slot] = (table[slot] ?? 0) + 1;
  };
  return {
    meet: (a, b, holds, held) => {
      const slot = a < b ? slotOf(a * codes + b) : slotOf(b * codes + a);
      add(slot);
      const [inside, around] = a < b ? [held, holds] : [holds, held];
      if (inside) add(slot + 1);
      if (around) add(slot + 2);
    },
    near: (a, b) => add((a < b ? slotOf(a * codes + b) : slotOf(b * codes + a)) + 3),
    pairs: () => {
      const found: CodePair[] = [];
      const take = (cell: number, slot: number) => {
        const [overlap = 0, inside = 0, around = 0, near = 0] = table.subarray(slot, slot + 4);
        if (overlap + near > 0)
          found.push({ a: Math.floor(cell / codes), b: cell % codes, overlap, inside, around, near });
      };
      if (small) for (let cell = 0; cell < cells; cell++) take(cell, cell * 4);
      else for (const [cell, slot] of slots) take(cell, slot);
      return found.sort((x, y) => y.overlap - x.overlap || y.near - x.near || x.a - y.a || x.b - y.b);
    },
  };
}
