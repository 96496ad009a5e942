type Box = { readonly a0: number; readonly a1: number; readonly b0: number; readonly b1: number };

/** More items added and taken out than this are not followed: the cost grows with their square. */
const mostChanges = 3_000;

/**
 * Pairs the items of two stretches so that the fewest are added or taken out (Myers, 1986); null where that takes too many. For long stretches with few changes, whatever repeats in them:
 * time grows with length plus the square of the changes, memory with the square of the changes alone. Pairs ascend in both.
 */
export function fewestChanges(
  a: Int32Array,
  b: Int32Array,
  { a0, a1, b0, b1 }: Box,
): readonly (readonly [number, number])[] | null {
  const rows = a1 - a0;
  const columns = b1 - b0;
  const most = Math.min(mostChanges, rows + columns);
  // reached[k + offset]: how far along a the furthest way on diagonal k = x - y has come.
  const offset = most + 1;
  const reached = new Int32Array(2 * most + 3);
  const trail: Int32Array[] = [];
  for (let changes = 0; changes <= most; changes++) {
    trail.push(reached.slice(offset - changes - 1, offset + changes + 2));
    for (let k = -changes; k <= changes; k += 2) {
      const left = reached[offset + k - 1] ?? 0;
      const right = reached[offset + k + 1] ?? 0;
      let x = k === -changes || (k !== changes && left < right) ? right : left + 1;
      while (x < rows && x - k < columns && a[a0 + x] === b[b0 + x - k]) x++;
      reached[offset + k] = x;
      if (x >= rows && x - k >= columns) return pairsAlong(trail, rows, columns, a0, b0);
    }
  }
  return null;
}

/** Goes the way back and gathers the pairs on it. `trail[n]` holds what was reached before the nth change, its middle at n + 1. */
function pairsAlong(
  trail: readonly Int32Array[],
  rows: number,
  columns: number,
  a0: number,
  b0: number,
): readonly (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  let [x, y] = [rows, columns];
  for (let changes = trail.length - 1; changes >= 0; changes--) {
    const before = trail[changes];
    const k = x - y;
    const left = before?.[changes + k] ?? 0;
    const right = before?.[changes + k + 2] ?? 0;
    const down = k === -changes || (k !== changes && left < right);
    const fromX = changes === 0 ? 0 : down ? right : left;
    const fromY = changes === 0 ? 0 : fromX - (down ? k + 1 : k - 1);
    while (x > fromX && y > fromY) pairs.push([a0 + --x, b0 + --y]);
    [x, y] = [fromX, fromY];
  }
  return pairs.reverse();
}
