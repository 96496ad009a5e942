import type { Span } from '../model/entities.ts';
import { firstTurnAfter } from './turns.ts';

/** What a selection can be made of by one key. */
export type Unit = 'word' | 'sentence' | 'turn';

const segmenters = {
  word: new Intl.Segmenter('en', { granularity: 'word' }),
  sentence: new Intl.Segmenter('en', { granularity: 'sentence' }),
} as const;

/** The words (with letters or digits) or sentences of a turn, or the turn itself; ascending, without outer white space. UTF-16 offsets of `text`. */
export function unitsOf(text: string, turn: Span, unit: Unit): readonly Span[] {
  if (unit === 'turn') return turn.start < turn.end ? [{ start: turn.start, end: turn.end }] : [];
  const spans: Span[] = [];
  for (const { index, segment } of segmenters[unit].segment(text.slice(turn.start, turn.end))) {
    const said = segment.trim();
    if (said === '' || (unit === 'word' && !/[\p{L}\p{N}]/u.test(said))) continue;
    const start = turn.start + index + segment.indexOf(said);
    spans.push({ start, end: start + said.length });
  }
  return spans;
}

/** The unit at a place: the one that holds it, else the last one before it in the same turn, else the first. Null outside all turns. */
export function unitAt(text: string, turns: readonly Span[], at: number, unit: Unit): Span | null {
  const turn = turns.find(one => one.start <= at && at <= one.end);
  if (!turn) return null;
  const units = unitsOf(text, turn, unit);
  return units.find(one => one.start <= at && at < one.end) ?? units.findLast(one => one.end <= at) ?? units[0] ?? null;
}

/**
 * The span with one edge moved to the next border of a unit: `by` 1 moves it forward in the text, -1 back. It runs on into the next turn, never past the
 * text's first or last unit, and never turns inside out; the same span where it can't move.
 */
export function moveEdge(
  text: string,
  turns: readonly Span[],
  span: Span,
  edge: 'start' | 'end',
  by: 1 | -1,
  unit: Unit,
): Span {
  const from = span[edge];
  const to = nextBorder(text, turns, from, edge, by, unit);
  if (to === null) return span;
  const moved = { ...span, [edge]: to };
  return moved.start < moved.end ? moved : span;
}

function nextBorder(
  text: string,
  turns: readonly Span[],
  from: number,
  edge: 'start' | 'end',
  by: 1 | -1,
  unit: Unit,
): number | null {
  const near = firstTurnAfter(turns, from);
  const last = turns.length - 1;
  for (let index = Math.min(last, by > 0 ? Math.max(0, near - 1) : near); index >= 0 && index <= last; index += by) {
    const turn = turns[index];
    if (!turn) return null;
    const borders = unitsOf(text, turn, unit).map(one => one[edge]);
    const found = by > 0 ? borders.find(at => at > from) : borders.findLast(at => at < from);
    if (found !== undefined) return found;
  }
  return null;
}
