import type { Span } from '../model/entities.ts';

/** One text in two views: as printed, with labels, and as spoken, with the original words in their place. Spans are UTF-16 units of the view they belong to. */
export type View = {
  readonly spoken: string;
  /** From as printed to as spoken. An edge at the border of a label stays at the border of its words; one inside a label moves outward, to take in the whole. */
  readonly toSpoken: (span: Span) => Span;
  /** From as spoken to as printed, by the same rules. */
  readonly toPrinted: (span: Span) => Span;
  /** Where the original words stand in `spoken`, in the order of the redactions. */
  readonly marks: readonly Span[];
};

/**
 * The text as spoken, and the exact way between both views. Outside labels every edge has one place in each view, so that going there and back gives the same span.
 * @param redactions where labels stand in `printed`, ascending, not overlapping, and the words each stands for; neither may be empty.
 * @throws RangeError if they are anything else.
 */
export function createView(printed: string, redactions: readonly (Span & { readonly words: string })[]): View {
  const spans = redactions.map(({ start, end }) => ({ start, end }));
  for (const [index, { start, words }] of redactions.entries()) {
    if (words === '') throw new RangeError(`The redaction at ${start} has no original words.`);
    const before = redactions[index - 1];
    if (before && start < before.start)
      throw new RangeError(`Redactions must ascend: the one at ${start} comes after the one at ${before.start}.`);
  }
  const { text, places } = spliced(
    printed,
    redactions.map(({ start, end, words }) => ({ start, end, put: words })),
  );
  return { spoken: text, marks: places, toSpoken: mapping(spans, places), toPrinted: mapping(places, spans) };
}

/** The text with labels put in, and what became of places in it. Spans are UTF-16 units. */
export type Spliced = {
  readonly text: string;
  /** A span of the old text in the new one. `same` is false only where an edge lay inside replaced words and had to move outward: it now takes in more than it did. */
  readonly map: (span: Span) => Span & { readonly same: boolean };
  /** Where each label stands in the new text, in the order of `replacements`. */
  readonly labels: readonly Span[];
};

/**
 * Puts labels in the place of words: the forward edit of a redaction. An edge at the border of replaced words stays at the border of the label.
 * @param replacements in any order; words that are replaced may touch, not overlap, and are not empty.
 * @throws RangeError that names both where two overlap, and where a span is empty or not in the text.
 */
export function spliceLabels(text: string, replacements: readonly (Span & { readonly label: string })[]): Spliced {
  const order = replacements
    .map(({ start, end, label }, index) => ({ start, end, put: label, index }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const done = spliced(text, order);
  const map = mapping(order, done.places);
  const labels: Span[] = replacements.map(() => ({ start: 0, end: 0 }));
  for (const [at, { index }] of order.entries()) labels[index] = done.places[at] ?? { start: 0, end: 0 };
  return {
    text: done.text,
    labels,
    map: span => ({ ...map(span), same: !cuts(order, span.start) && !cuts(order, span.end) }),
  };
}

type Put = Span & { readonly put: string };

/** The text with `put` in the place of each span, and where those stand in it. */
function spliced(text: string, parts: readonly Put[]): { readonly text: string; readonly places: readonly Span[] } {
  const pieces: string[] = [];
  const places: Span[] = [];
  let from = 0;
  let length = 0;
  for (const [index, { start, end, put }] of parts.entries()) {
    if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length))
      throw new RangeError(`There are no words from ${start} to ${end} of a text of ${text.length} characters.`);
    const before = parts[index - 1];
    if (before && start < before.end)
      throw new RangeError(`${named(text, before)} and ${named(text, { start, end, put })} overlap.`);
    pieces.push(text.slice(from, start), put);
    length += start - from;
    places.push({ start: length, end: length + put.length });
    length += put.length;
    from = end;
  }
  pieces.push(text.slice(from));
  return { text: pieces.join(''), places };
}

const named = (text: string, { start, end, put }: Put) => `“${text.slice(start, end)}” at ${start}–${end} (“${put}”)`;

/** How many of the spans end at a place or before it. Spans ascend apart. */
function endedBy(spans: readonly Span[], at: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a place lies inside one of the spans: at neither of its borders. */
function cuts(spans: readonly Span[], at: number): boolean {
  return (spans[endedBy(spans, at)]?.start ?? Number.POSITIVE_INFINITY) < at;
}

/** The way of a span where each of `from` has become the one of `to` with the same index. */
function mapping(from: readonly Span[], to: readonly Span[]): (span: Span) => Span {
  const edge = (at: number, outward: 'start' | 'end') => {
    const next = endedBy(from, at);
    const inside = from[next];
    if (inside && inside.start < at) return to[next]?.[outward] ?? at;
    return at + (to[next - 1]?.end ?? 0) - (from[next - 1]?.end ?? 0);
  };
  return ({ start, end }) => ({ start: edge(start, 'start'), end: edge(end, 'end') });
}
