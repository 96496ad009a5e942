import type { Span } from '../../model/entities.ts';

/** A stretch of a source that is searched as one: a turn, or words outside any. */
export type Piece<Turn extends Span> = Span & { readonly turn: Turn | null };

/** The turns of a text, ascending, and between them the stretches outside any turn that hold more than white space. Order and number depend on the text and the turns alone. */
export function piecesOf<Turn extends Span>(text: string, turns: readonly Turn[]): readonly Piece<Turn>[] {
  const pieces: Piece<Turn>[] = [];
  let reached = 0;
  const between = (end: number) => {
    if (end > reached && /\S/.test(text.slice(reached, end))) pieces.push({ start: reached, end, turn: null });
  };
  for (const turn of turns) {
    between(turn.start);
    pieces.push({ start: turn.start, end: turn.end, turn });
    reached = Math.max(reached, turn.end);
  }
  between(text.length);
  return pieces;
}
