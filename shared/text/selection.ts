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

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The selection widened to whole characters as people see them, so that no emoji or accent is cut. */
export function snapToGraphemes(text: string, span: Span): Span {
  return { start: edge(text, span.start, 'start'), end: edge(text, span.end, 'end') };
}

/** Looks at the line around `at` alone: a line break always ends a character, and a row of flags or marks can be told apart only from its beginning. */
function edge(text: string, at: number, side: 'start' | 'end'): number {
  if (at <= 0 || at >= text.length) return at;
  const from = text.lastIndexOf('\n', at - 1) + 1;
  const lineEnd = text.indexOf('\n', at);
  const line = text.slice(from, lineEnd < 0 ? text.length : lineEnd + 1);
  const cut = graphemes.segment(line).containing(at - from);
  if (!cut || cut.index === at - from) return at;
  return from + cut.index + (side === 'start' ? 0 : cut.segment.length);
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
