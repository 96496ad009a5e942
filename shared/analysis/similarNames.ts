import { foldForSearch } from '../text/fold.ts';
import { typingDistance } from '../text/mended.ts';

/** Two items whose names are alike. `score` from 0 to 1; 1 where they differ by case, accents, marks or plural alone. */
export type SimilarNames<Id> = { readonly a: Id; readonly b: Id; readonly score: number };

/** Least likeness of two names that are shown as near-duplicates. */
const alike = 0.8;

/** Pairs of names that may mean the same, most alike first. Compared without case, accents, marks, order of words and plural; then by typing distance. */
export function similarNames<Id>(
  items: readonly { readonly id: Id; readonly name: string }[],
): readonly SimilarNames<Id>[] {
  const keyed = items
    .map(item => ({ ...item, key: keyOf(item.name) }))
    .filter(item => item.key !== '')
    .sort((a, b) => a.key.length - b.key.length);
  const pairs: SimilarNames<Id>[] = [];
  for (const [index, a] of keyed.entries()) {
    for (let other = index + 1; other < keyed.length; other++) {
      const b = keyed[other];
      if (!b || b.key.length * alike > a.key.length) break;
      const score = scoreOf(a.key, b.key);
      if (score >= alike) pairs.push({ a: a.id, b: b.id, score });
    }
  }
  return pairs.sort((a, b) => b.score - a.score);
}

/** Short names differ by a letter and mean another thing (“work”, “word”): a difference weighs as if they had at least this many letters less. */
function scoreOf(a: string, b: string): number {
  if (a === b) return 1;
  const longer = Math.max(a.length, b.length);
  if (longer < 5 || digitsOf(a) !== digitsOf(b)) return 0;
  return 1 - typingDistance(a, b) / longer;
}

/** “Phase 1” and “Phase 2” are no near-duplicates. */
const digitsOf = (key: string) => key.replace(/\P{N}+/gu, ' ').trim();

function keyOf(name: string): string {
  const folded = Array.from(name, foldForSearch).join('');
  const words = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map(singular).sort().join(' ');
}

/** An English word without its plural ending, so that both forms compare alike; not always a word. */
function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 4 && /(?:s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
