/** Paints ranges under a name that the style sheet knows (`::highlight(name)`). Each name has one owner, who takes it away again. */
export function paintHighlight(name: string, ranges: readonly AbstractRange[], priority = 0): void {
  if (!('highlights' in CSS)) return;
  if (ranges.length === 0) {
    CSS.highlights.delete(name);
    return;
  }
  const highlight = new Highlight(...ranges);
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
}

export function clearHighlight(name: string): void {
  if ('highlights' in CSS) CSS.highlights.delete(name);
}
