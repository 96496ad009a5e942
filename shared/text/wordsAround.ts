import type { Span } from '../model/entities.ts';
import type { ContextTurn } from '../model/quotes.ts';

/** Most characters (UTF-16 units) of one turn that are printed around a quote. */
const most = 600;
/** Longer, since words as spoken take other room than the labels in their place. */
const reach = 2 * most;

/**
 * What is said before and after words, from the turns they touch and `around` more on each side: the rest of their own turns, then the others.
 * Long turns are cut on the side away from the words, with […]. `says` gives the words of a stretch.
 */
export function wordsAround(
  turns: readonly (Span & { readonly who: string })[],
  { start, end }: Span,
  around: number,
  says: (start: number, end: number) => string,
): { readonly before: readonly ContextTurn[]; readonly after: readonly ContextTurn[] } {
  if (around <= 0) return { before: [], after: [] };
  const before = turns
    .filter(turn => turn.start < start)
    .map(turn => {
      const to = Math.min(turn.end, start);
      const place = { start: Math.max(turn.start, to - reach), end: to };
      return { who: turn.end > start ? '' : turn.who, words: lastOf(says(turn.start, to)), place };
    });
  const after = turns
    .filter(turn => turn.end > end)
    .map(turn => {
      const from = Math.max(turn.start, end);
      const place = { start: from, end: Math.min(turn.end, from + reach) };
      return { who: turn.start < end ? '' : turn.who, words: firstOf(says(from, turn.end)), place };
    });
  const spoken = (one: ContextTurn) => one.words !== '';
  return { before: before.filter(spoken), after: after.filter(spoken) };
}

function lastOf(words: string): string {
  const whole = words.trim();
  if (whole.length <= most) return whole;
  return `[…] ${whole
    .slice(-most)
    .replace(/^\S*\s+/, '')
    .replace(/^[\uDC00-\uDFFF]/, '')}`;
}

function firstOf(words: string): string {
  const whole = words.trim();
  if (whole.length <= most) return whole;
  return `${whole
    .slice(0, most)
    .replace(/\s+\S*$/, '')
    .replace(/[\uD800-\uDBFF]$/, '')} […]`;
}
