/**
 * Whether two words are within so many slips of each other: a letter left out, put in, changed, or two neighbours swapped (optimal string alignment).
 * Both are compared as given, by UTF-16 unit; `most` is a small whole number.
 */
export function withinSlips(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const next = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let slips = Math.min(
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        slips = Math.min(slips, (before[column - 2] ?? 0) + 1);
      next.push(slips);
      least = Math.min(least, slips);
    }
    if (least > most) return false;
    before = last;
    last = next;
  }
  return (last[b.length] ?? most + 1) <= most;
}

/** Whether `found` may be `wanted` misspelt: one slip in 4 to 7 letters, two in 8 or more, and the same first letter unless just two neighbours are swapped; or `wanted` with an s, as in a possessive without its apostrophe. Both without case and accents. */
export function nearlySpelt(found: string, wanted: string): boolean {
  if (found === wanted || found.length < 3 || wanted.length < 3 || Math.abs(found.length - wanted.length) > 2)
    return false;
  if (/\p{N}/u.test(found + wanted)) return false;
  if (found === `${wanted}s`) return true;
  if (wanted.length < 4) return false;
  if (found[0] !== wanted[0]) return swapped(found, wanted);
  return withinSlips(found, wanted, wanted.length < 8 ? 1 : 2);
}

function swapped(a: string, b: string): boolean {
  return a.length === b.length && a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
}
