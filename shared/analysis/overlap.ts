import type { Span } from '../model/entities.ts';

/** How two stretches of one text lie to each other. Stretches that only touch do not overlap. */
export type Lie = 'apart' | 'overlap' | 'inside' | 'around' | 'same';

/** How `a` lies to `b`: 'inside' where b holds all of it, 'around' where it holds all of b. */
export function lieOf(a: Span, b: Span): Lie {
  if (a.start >= b.end || b.start >= a.end) return 'apart';
  if (a.start === b.start && a.end === b.end) return 'same';
  if (b.start <= a.start && a.end <= b.end) return 'inside';
  if (a.start <= b.start && b.end <= a.end) return 'around';
  return 'overlap';
}

/** Where the words of a text begin, ascending, in UTF-16 units: stretches between white space that hold a letter or a digit. */
export function wordStarts(text: string): Int32Array {
  const starts = new Int32Array((text.length >> 1) + 1);
  let count = 0;
  let begun = -1;
  let counted = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const sort = unit < 128 ? (asciiSorts[unit] ?? sign) : sortOf(text, at, unit);
    if (sort === space) {
      begun = -1;
      counted = false;
      continue;
    }
    if (begun < 0) begun = at;
    if (!counted && sort === letter) {
      counted = true;
      starts[count++] = begun;
    }
  }
  return starts.subarray(0, count);
}

const [sign, space, letter] = [0, 1, 2];
const asciiSorts = Uint8Array.from({ length: 128 }, (_, unit) => sortOfPoint(String.fromCharCode(unit)));

/** Of a character beyond ASCII; the second half of a surrogate pair is a sign. */
function sortOf(text: string, at: number, unit: number): number {
  return sortOfPoint(unit >= 0xd800 && unit < 0xdc00 ? text.slice(at, at + 2) : String.fromCharCode(unit));
}

function sortOfPoint(character: string): number {
  if (/\s/.test(character)) return space;
  return /[\p{L}\p{N}]/u.test(character) ? letter : sign;
}

/** How many of the ascending `starts` lie before `at`: found by halving. */
export function startsBefore(starts: Int32Array, at: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
