import type { Span, Turn } from '../../shared/model/entities.ts';

type Alter = 'move' | 'extend';
type Modify = Selection & { modify(alter: Alter, direction: 'forward' | 'backward', granularity: string): void };

/** Moves or extends the selection by keys where the browser does not do so itself (no EditContext). Says whether the key was one of these. */
export function moveSelection(event: KeyboardEvent): boolean {
  const selection = getSelection() as Modify | null;
  if (!selection || selection.rangeCount === 0) return false;
  const direction = /Left|Up|Home|PageUp/.test(event.key) ? 'backward' : 'forward';
  const granularity = granularityOf(event);
  if (!granularity) return false;
  selection.modify(event.shiftKey ? 'extend' : 'move', direction, granularity);
  return true;
}

function granularityOf({ key, ctrlKey, metaKey }: KeyboardEvent): string | null {
  const far = ctrlKey || metaKey;
  if (key === 'ArrowLeft' || key === 'ArrowRight') return far ? 'word' : 'character';
  if (key === 'ArrowUp' || key === 'ArrowDown') return far ? 'paragraph' : 'line';
  if (key === 'Home' || key === 'End') return far ? 'documentboundary' : 'lineboundary';
  return null;
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
const words = new Intl.Segmenter('en', { granularity: 'word' });

/** The sentence or word around a place, within its turn. */
export function unitAround(text: string, turns: readonly Turn[], at: number, unit: 'sentence' | 'word'): Span | null {
  const turn = turns.find(one => one.start <= at && at <= one.end);
  if (!turn) return null;
  const said = text.slice(turn.start, turn.end);
  for (const { index, segment } of (unit === 'sentence' ? sentences : words).segment(said)) {
    const start = turn.start + index;
    const end = start + segment.length;
    if (at >= start && (at < end || end === turn.end)) return { start, end: start + segment.trimEnd().length };
  }
  return null;
}
