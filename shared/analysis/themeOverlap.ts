import type { Span } from '../model/entities.ts';
import type { CodedSpans } from './cooccurrence.ts';

/** Words of one theme that another has too, in UTF-16 units; `extracts` counts the first theme's extracts that hold any. */
export type Shared = {
  readonly extracts: number;
  readonly units: number;
  readonly ofOwn: number;
  readonly ofOther: number;
};

/**
 * How much of a theme's words each of the others has too. `themesOf`: places of the themes that each code is in. Spans ascend by source, then start.
 * Given for every theme but `theme` itself, in order; words that stand under a theme twice count once.
 */
export function themeOverlap(
  spans: CodedSpans,
  themesOf: readonly (readonly number[])[],
  themes: number,
  theme: number,
): readonly Shared[] {
  const held = Array.from({ length: themes }, () => new Map<number, Span[]>());
  const own = new Map<string, { readonly source: number; readonly span: Span }>();
  for (let index = 0; index < spans.count; index++) {
    const source = spans.source[index] ?? 0;
    const span = { start: spans.start[index] ?? 0, end: spans.end[index] ?? 0 };
    for (const place of themesOf[spans.code[index] ?? 0] ?? []) {
      add(held[place], source, span);
      if (place === theme) own.set(`${source} ${span.start} ${span.end}`, { source, span });
    }
  }
  const mine = held[theme] ?? new Map<number, Span[]>();
  const mineUnits = unitsOf(mine);
  return held.map((other, place) => {
    if (place === theme) return { extracts: 0, units: 0, ofOwn: 0, ofOther: 0 };
    let units = 0;
    for (const [source, list] of mine) units += common(list, other.get(source) ?? []);
    const extracts =
      units === 0 ? 0 : [...own.values()].filter(one => common([one.span], other.get(one.source) ?? []) > 0).length;
    return { extracts, units, ofOwn: ratio(units, mineUnits), ofOther: ratio(units, unitsOf(other)) };
  });
}

/** Adds a span to ascending ones; those that touch or overlap become one. */
function add(held: Map<number, Span[]> | undefined, source: number, span: Span): void {
  const list = held?.get(source);
  const last = list?.at(-1);
  if (!list) held?.set(source, [span]);
  else if (last && span.start <= last.end)
    list[list.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  else list.push(span);
}

const unitsOf = (held: ReadonlyMap<number, readonly Span[]>) => {
  let units = 0;
  for (const list of held.values()) for (const span of list) units += span.end - span.start;
  return units;
};

const ratio = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);

/** Units in both of two ascending lists of spans that do not overlap among themselves. */
function common(a: readonly Span[], b: readonly Span[]): number {
  let units = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [a[i], b[j]];
    if (!x || !y) break;
    units += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start));
    if (x.end < y.end) i++;
    else j++;
  }
  return units;
}
