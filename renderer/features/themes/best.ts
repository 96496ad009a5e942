import type { Extract } from '../../../shared/api/outputs.ts';
import type { Stance } from '../../../shared/model/themes.ts';

/** Length that says enough and can be taken in at a glance, UTF-16 units. */
const goodLength = 180;

/**
 * The extracts that show a theme best, at most `most`: those marked as supporting before others, never contrary ones, one from each source
 * before a second from any, and of those the ones of a telling length.
 */
export function bestOf<T extends Pick<Extract, 'key' | 'source' | 'text'>>(
  extracts: readonly T[],
  stances: ReadonlyMap<string, Stance>,
  most = 3,
): readonly T[] {
  const rank = ({ key, text }: T): number => {
    const stance = stances.get(key);
    const marked = stance === 'supports' ? 0 : stance === undefined ? 1 : 2;
    return marked * 10_000 + Math.min(9_999, Math.abs(text.length - goodLength));
  };
  const ranked = extracts.filter(one => stances.get(one.key) !== 'contrary').sort((a, b) => rank(a) - rank(b));
  const heard = new Set<string>();
  const first: T[] = [];
  const later: T[] = [];
  for (const one of ranked) {
    (heard.has(one.source) ? later : first).push(one);
    heard.add(one.source);
  }
  return [...first, ...later].slice(0, most);
}
