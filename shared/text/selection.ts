import type { Span } from '../model/entities.ts';

const space = /[\s\u200B\u2060\uFEFF]/;
const high = /[\uD800-\uDBFF]/;
const low = /[\uDC00-\uDFFF]/;

/** The selection without outer white space; null if no words are left. UTF-16 offsets, half-open. */
export function trimSelection(text: string, span: Span): Span | null {
  let { start, end } = span;
  while (start < end && space.test(text[start] ?? '')) start++;
  while (end > start && space.test(text[end - 1] ?? '')) end--;
  return start < end ? { start, end } : null;
}

/** How far from an offset a grapheme cluster is looked for, in UTF-16 units: longer than any in use. */
const reach = 64;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The selection widened to whole characters as people see them, so that no emoji or accent is cut. */
export function snapToGraphemes(text: string, span: Span): Span {
  return { start: edge(text, span.start, 'start'), end: edge(text, span.end, 'end') };
}

function edge(text: string, at: number, side: 'start' | 'end'): number {
  if (at <= 0 || at >= text.length) return at;
  const from = lineStart(text, at);
  for (const { index, segment } of graphemes.segment(text.slice(from, at + reach))) {
    const start = from + index;
    const end = start + segment.length;
    if (start === at) return at;
    if (start < at && at < end) return side === 'start' ? start : end;
  }
  return at;
}

/** A place before `at` where a cluster surely begins: after a line break or plain space, at most `reach` back. */
function lineStart(text: string, at: number): number {
  for (let from = at - 1; from > Math.max(0, at - reach); from--) {
    if (text[from - 1] === '\n' || text[from - 1] === ' ') return from;
  }
  return Math.max(0, at - reach);
}

/** Words either side of a span, at most `length` UTF-16 units each, never half a surrogate pair. Kept with a coding so that it can be found again. */
export function contextOf(text: string, span: Span, length = 32): { readonly prefix: string; readonly suffix: string } {
  let from = Math.max(0, span.start - length);
  let to = Math.min(text.length, span.end + length);
  if (low.test(text[from] ?? '') && high.test(text[from - 1] ?? '')) from++;
  if (low.test(text[to] ?? '') && high.test(text[to - 1] ?? '')) to--;
  return {
    prefix: text.slice(Math.min(from, span.start), span.start),
    suffix: text.slice(span.end, Math.max(to, span.end)),
  };
}
