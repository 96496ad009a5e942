/** Least likeness, 0 to 1, of a word to what it was mended to. */
const alike = 0.5;
/** Stretches with more pairs than this are taken as written anew. */
const mostPairs = 10_000;

type Word = { readonly word: string };

/**
 * Pairs words that were taken out with words that were put in their place, where they are alike enough to be the same word mended ("teh", "the"). Pairs ascend in both; the most alike choice wins.
 */
export function mendedPairs<T extends Word>(was: readonly T[], is: readonly T[]): readonly (readonly [T, T])[] {
  if (was.length === 0 || is.length === 0 || was.length * is.length > mostPairs) return [];
  const width = is.length + 1;
  const best = new Float64Array((was.length + 1) * width);
  const scores = new Float64Array(was.length * is.length);
  for (let row = was.length - 1; row >= 0; row--) {
    for (let column = is.length - 1; column >= 0; column--) {
      const like = likeness(was[row]?.word ?? '', is[column]?.word ?? '');
      const score = like >= alike ? like : 0;
      scores[row * is.length + column] = score;
      best[row * width + column] = Math.max(
        best[(row + 1) * width + column] ?? 0,
        best[row * width + column + 1] ?? 0,
        score > 0 ? score + (best[(row + 1) * width + column + 1] ?? 0) : 0,
      );
    }
  }
  const pairs: (readonly [T, T])[] = [];
  for (let row = 0, column = 0; row < was.length && column < is.length; ) {
    const here = best[row * width + column] ?? 0;
    const score = scores[row * is.length + column] ?? 0;
    const [a, b] = [was[row], is[column]];
    if (a && b && score > 0 && here === score + (best[(row + 1) * width + column + 1] ?? 0)) {
      pairs.push([a, b]);
      row++;
      column++;
    } else if (here === (best[(row + 1) * width + column] ?? 0)) row++;
    else column++;
  }
  return pairs;
}

/** 1 for the same word in any case, 0 for nothing in common: 1 - typing distance / length of the longer. Swapped neighbours count once. */
export function likeness(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  const longer = Math.max(left.length, right.length);
  if (longer === 0 || left === right) return 1;
  if (Math.min(left.length, right.length) < longer * alike || longer > 2_000) return 0;
  return 1 - typingDistance(left, right) / longer;
}

/** Least number of letters to add, drop, change or swap with their neighbour. */
export function typingDistance(a: string, b: string): number {
  let earlier: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const here = [row];
    for (let column = 1; column <= b.length; column++) {
      const change = a[row - 1] === b[column - 1] ? 0 : 1;
      let least = Math.min((last[column] ?? 0) + 1, (here[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + change);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        least = Math.min(least, (earlier[column - 2] ?? 0) + 1);
      here.push(least);
    }
    earlier = last;
    last = here;
  }
  return last[b.length] ?? 0;
}
