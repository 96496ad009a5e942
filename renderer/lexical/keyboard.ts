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
