import type { Span } from '../model/entities.ts';

/** The turns that a span touches. `turns` ascend and don't overlap; found by halving. */
export function turnsIn<T extends Span>(turns: readonly T[], span: Span): readonly T[] {
  let low = 0;
  let high = turns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const turn = turns[middle];
    if (turn && turn.end <= span.start) low = middle + 1;
    else high = middle;
  }
  const found: T[] = [];
  for (let index = low; index < turns.length; index++) {
    const turn = turns[index];
    if (!turn || turn.start >= span.end) break;
    found.push(turn);
  }
  return found;
}

/** The turn whose speaker an extract belongs to: the first one touched that `isEvidence`, else the first one touched. */
export function mainTurn<T extends Span>(turns: readonly T[], span: Span, isEvidence: (turn: T) => boolean): T | null {
  const touched = turnsIn(turns, span);
  return touched.find(isEvidence) ?? touched[0] ?? null;
}
