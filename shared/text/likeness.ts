import type { Span } from '../model/entities.ts';

/** The best likeness found. `rivals`: other places, not overlapping it, that are about as good. */
export type Likeness = Span & { readonly score: number; readonly rivals: number };

type Word = Span & { readonly key: string };

/** Two places whose scores differ by less than this are about as good as each other. */
const asGood = 0.02;

/** Longest extract that is compared, in words: the table of a comparison grows with its square. */
const mostWords = 3_000;

/**
 * The stretch of `text` most like `wanted`, word by word: score = 2 × words in common, in order, ÷ (words wanted + words of the stretch), the Dice coefficient over a longest common subsequence.
 * Windows are anchored on the rarest words in common, and those that share too few words with `wanted` to be the best are not compared. An ellipsis in `wanted` stands for words left out: they don't count against it.
 * A stretch within `spans` goes before a better one elsewhere if it scores at least `enough`. Null for fewer than 3 or more than 3,000 words.
 */
export function likeliest(text: string, wanted: string, enough: number, spans?: readonly Span[]): Likeness | null {
  const sought = words(wanted);
  if (sought.length < 3 || sought.length > mostWords) return null;
  const gaps = /…|\.{3}/.test(wanted.slice(1, -1));
  const found: Scored[] = [];
  let best = 0;
  for (const { window, most } of windowsOf(words(text), sought, gaps)) {
    const needed = best - asGood;
    if (most < (spans ? Math.min(needed, enough) : needed)) break;
    const hit = score(window, sought, gaps);
    if (hit) found.push(hit);
    best = Math.max(best, hit?.score ?? 0);
  }
  const within = found.filter(
    hit => hit.score >= enough && spans?.some(span => span.start <= hit.start && hit.end <= span.end),
  );
  const ranked = (within.length > 0 ? within : found).sort((a, b) => b.score - a.score || a.start - b.start);
  const first = ranked[0];
  if (!first) return null;
  const rivals = ranked.filter(
    hit => first.score - hit.score < asGood && (hit.end <= first.start || hit.start >= first.end),
  ).length;
  return { ...first, rivals };
}

type Scored = Span & { readonly score: number };
type Window = { readonly window: readonly Word[]; readonly most: number };

/** The stretches that are worth comparing, those first that could score most; `most` bounds a stretch's score from above. */
function windowsOf(all: readonly Word[], sought: readonly Word[], gaps: boolean): readonly Window[] {
  const places = new Map<string, number[]>();
  for (const [index, word] of all.entries()) {
    const list = places.get(word.key);
    if (list) list.push(index);
    else places.set(word.key, [index]);
  }
  const anchors = sought
    .map((word, index) => ({ index, at: places.get(word.key) ?? [] }))
    .filter(anchor => anchor.at.length > 0)
    .sort((a, b) => a.at.length - b.at.length)
    .slice(0, 8);
  const width = gaps ? sought.length * 4 : sought.length + Math.ceil(sought.length / 3);
  const starts = new Set(
    anchors.flatMap(({ index, at }) => at.slice(0, 40).map(place => Math.max(0, place - index - 3))),
  );
  const wanted = tally(sought);
  return [...starts]
    .map(start => {
      const window = all.slice(start, start + width);
      let common = 0;
      for (const [key, times] of tally(window)) common += Math.min(times, wanted.get(key) ?? 0);
      return { window, most: (2 * common) / (sought.length + common) };
    })
    .sort((a, b) => b.most - a.most);
}

function tally(list: readonly Word[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { key } of list) times.set(key, (times.get(key) ?? 0) + 1);
  return times;
}

function words(text: string): readonly Word[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
    key: match[0]
      .normalize('NFKD')
      .replace(/[\p{M}'’]/gu, '')
      .toLowerCase(),
  }));
}

/** Likeness of a window to the words sought, and the span of the words in common. */
function score(window: readonly Word[], sought: readonly Word[], gaps: boolean): Scored | null {
  const common = longestCommon(window, sought);
  const first = window[common[0] ?? -1];
  const last = window[common.at(-1) ?? -1];
  if (!first || !last) return null;
  const stretch = gaps ? common.length : (common.at(-1) ?? 0) - (common[0] ?? 0) + 1;
  const value = (2 * common.length) / (sought.length + stretch);
  return { start: first.start, end: last.end, score: gaps ? value * 0.99 : value };
}

/** Indices into `window` of a longest common subsequence with `sought`. */
function longestCommon(window: readonly Word[], sought: readonly Word[]): readonly number[] {
  const width = sought.length + 1;
  const table = new Uint16Array((window.length + 1) * width);
  const at = (row: number, column: number) => table[row * width + column] ?? 0;
  for (let row = window.length - 1; row >= 0; row--) {
    for (let column = sought.length - 1; column >= 0; column--) {
      const same = window[row]?.key === sought[column]?.key;
      table[row * width + column] = same
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const indices: number[] = [];
  for (let row = 0, column = 0; row < window.length && column < sought.length; ) {
    if (window[row]?.key === sought[column]?.key) {
      indices.push(row++);
      column++;
    } else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  return indices;
}
