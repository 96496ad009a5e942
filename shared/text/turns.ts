import type { Span } from '../model/entities.ts';

/** The turns that a span touches. `turns` ascend and don't overlap. */
export function turnsIn<T extends Span>(turns: readonly T[], span: Span): readonly T[] {
  const found: T[] = [];
  for (let index = firstTurnAfter(turns, span.start); index < turns.length; index++) {
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

/** Index of the first turn that ends after `at`, by halving; `turns.length` if none does. Turns ascend and don't overlap. */
export function firstTurnAfter(turns: readonly Span[], at: number): number {
  let low = 0;
  let high = turns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((turns[middle]?.end ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}
