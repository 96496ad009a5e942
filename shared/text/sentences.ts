import type { Span } from '../model/entities.ts';
import { trimSelection } from './selection.ts';

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The sentences of a stretch of text, without the white space between them. Positions are UTF-16 units of `text`. */
export function sentencesIn(text: string, within: Span): readonly Span[] {
  const found: Span[] = [];
  for (const { index, segment } of sentences.segment(text.slice(within.start, within.end))) {
    const start = within.start + index;
    const trimmed = trimSelection(text, { start, end: start + segment.length });
    if (trimmed) found.push(trimmed);
  }
  return found;
}

/** Each span widened to the whole of the stretches it touches; those that come to overlap become one. Spans and stretches ascend. */
export function widenTo(spans: readonly Span[], stretches: readonly Span[]): readonly Span[] {
  const wide: Span[] = [];
  let from = 0;
  for (const span of spans) {
    while ((stretches[from]?.end ?? Number.POSITIVE_INFINITY) <= span.start) from++;
    let to = from;
    while ((stretches[to + 1]?.start ?? Number.POSITIVE_INFINITY) < span.end) to++;
    const start = Math.min(span.start, stretches[from]?.start ?? span.start);
    const end = Math.max(span.end, stretches[to]?.end ?? span.end);
    const last = wide.at(-1);
    if (last && start < last.end) wide[wide.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else wide.push({ start, end });
  }
  return wide;
}
