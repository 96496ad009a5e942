import { isUsualLabel, readLabel } from './labels.ts';

/** Lines at the top and bottom of a page that may be its furniture. */
const reach = 2;

/**
 * Takes out running heads, feet and page numbers: lines at the top or bottom that come on half of the pages or more, numbers in them aside.
 * A line that begins with a speaker is speech, however often it comes.
 * Two pages are too few to tell a head from speech, unless it is a number.
 */
export function clearRunningHeads<Line extends { readonly text: string }>(
  pages: readonly (readonly Line[])[],
): { readonly pages: readonly (readonly Line[])[]; readonly leftOut: readonly string[] } {
  if (pages.length < 2) return { pages, leftOut: [] };
  const uses = new Map<string, number>();
  for (const page of pages)
    for (const key of new Set(edges(page).map(({ line }) => keyOf(line.text)))) uses.set(key, (uses.get(key) ?? 0) + 1);
  const inner = new Set(
    pages.flatMap(page => page.slice(reach, -reach).flatMap(line => readLabel(line.text)?.label ?? [])),
  );
  const isFurniture = (text: string) => {
    const label = readLabel(text)?.label;
    if (label !== undefined && (isUsualLabel(label) || inner.has(label))) return false;
    const key = keyOf(text);
    const count = uses.get(key) ?? 0;
    return (
      key.length <= 200 &&
      count >= Math.max(/^[-–\s]*(?:page )?#(?: ?(?:of|\/) ?#)?[-–\s]*$/i.test(key) ? 2 : 3, pages.length / 2)
    );
  };
  let dropped = 0;
  const kept = pages.map(page => {
    const out = new Set(
      edges(page)
        .filter(({ line }) => isFurniture(line.text))
        .map(({ index }) => index),
    );
    dropped += out.size;
    return page.filter((_, index) => !out.has(index));
  });
  return { pages: kept, leftOut: dropped > 0 ? ['heads, feet and numbers of pages'] : [] };
}

function edges<Line>(page: readonly Line[]): readonly { readonly line: Line; readonly index: number }[] {
  return page
    .map((line, index) => ({ line, index }))
    .filter(({ index }) => index < reach || index >= page.length - reach);
}

const keyOf = (text: string) => text.slice(0, 400).trim().replace(/\d+/g, '#').replace(/\s+/g, ' ');
