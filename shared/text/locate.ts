import type { Span } from '../model/entities.ts';
import { type Folded, foldForPlacing, foldWith, placingMark } from './fold.ts';
import { likeliest } from './likeness.ts';

export type Located =
  | {
      readonly status: 'exact' | 'normalised' | 'approximate';
      readonly score: number;
      readonly start: number;
      readonly end: number;
    }
  | { readonly status: 'not-found' | 'ambiguous'; readonly score: number; readonly start: null; readonly end: null };

/** Below this likeness (0 to 1) an extract counts as not found and is not coded. */
export const approximateThreshold = 0.8;

/** A text made ready for looking up many extracts. */
export type PreparedText = { readonly text: string; readonly placing: Folded; readonly caseless: string };

export function prepareText(text: string): PreparedText {
  const placing = foldWith(text, foldForPlacing);
  return { text, placing, caseless: sameLengthLower(placing.folded) };
}

/**
 * Finds an extract in a text: word for word; else blind to white space, quotation marks, dashes and ellipses, then also to case; else by likeness.
 * Several places as good as each other are `ambiguous`, unless only one lies in `hints.spans` (turns of the named speaker). Offsets are UTF-16 units of the text, half-open.
 */
export function locateExtract(
  prepared: PreparedText,
  extract: string,
  hints: { readonly spans?: readonly Span[] } = {},
): Located {
  const wanted = extract.trim();
  if (wanted === '') return nowhere('not-found', 0);
  const exact = decide(prepared.text, occurrences(prepared.text, wanted), hints.spans, 'exact');
  if (exact) return exact;
  const folded = foldWith(wanted, foldForPlacing).folded;
  if (folded !== '') {
    for (const [where, what] of [
      [prepared.placing.folded, folded],
      [prepared.caseless, sameLengthLower(folded)],
    ] as const) {
      const hits = occurrences(where, what).map(hit => unfold(prepared.placing, hit));
      const found = decide(
        prepared.text,
        hits.map(hit => withEdges(prepared.text, hit, wanted)),
        hints.spans,
        'normalised',
      );
      if (found) return found;
    }
  }
  const like = likeliest(prepared.text, wanted, approximateThreshold, hints.spans);
  if (!like || like.score < approximateThreshold) return nowhere('not-found', like?.score ?? 0);
  if (like.rivals > 0) return nowhere('ambiguous', like.score);
  return { status: 'approximate', score: like.score, start: like.start, end: like.end };
}

/** One place of those found: whole words go before the same letters within other words. */
function decide(
  text: string,
  all: readonly Span[],
  spans: readonly Span[] | undefined,
  status: 'exact' | 'normalised',
): Located | null {
  if (all.length === 0) return null;
  const whole = all.filter(hit => wholeWords(text, hit));
  const hits = whole.length > 0 ? whole : all;
  const within = spans ? hits.filter(hit => spans.some(span => span.start <= hit.start && hit.end <= span.end)) : hits;
  const [only, ...others] = within.length > 0 ? within : hits;
  if (!only || others.length > 0) return nowhere('ambiguous', 1);
  return { status, score: 1, start: only.start, end: only.end };
}

const nowhere = (status: 'not-found' | 'ambiguous', score: number): Located => ({
  status,
  score,
  start: null,
  end: null,
});

function occurrences(text: string, wanted: string): readonly Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1))
    found.push({ start: at, end: at + wanted.length });
  return found.filter(hit => wholeCharacters(text, hit));
}

/** Not beginning or ending within a surrogate pair. */
function wholeCharacters(text: string, { start, end }: Span): boolean {
  const splits = (at: number) => /[\uDC00-\uDFFF]/.test(text[at] ?? '') && /[\uD800-\uDBFF]/.test(text[at - 1] ?? '');
  return !splits(start) && !splits(end);
}

/** Not beginning or ending within a word. */
function wholeWords(text: string, { start, end }: Span): boolean {
  const joins = (at: number) => /^[\p{L}\p{N}]{2}$/u.test(text.slice(at - 1, at + 1));
  return !joins(start) && !joins(end);
}

function unfold({ from, to }: Folded, { start, end }: Span): Span {
  return { start: from[start] ?? 0, end: to[end - 1] ?? 0 };
}

/** Takes in marks that were folded away at either end, of the kinds that the extract has there too. */
function withEdges(text: string, span: Span, wanted: string): Span {
  const head = marksAtHead([...wanted]);
  const tail = marksAtHead([...wanted].reverse());
  const takes = (marks: ReadonlySet<string>, character: string | undefined) =>
    character !== undefined && marks.has(placingMark(character) ?? '');
  let { start, end } = span;
  while (takes(head, text[start - 1])) start--;
  while (takes(tail, text[end])) end++;
  return { start, end };
}

/** The kinds of mark before the first other character. */
function marksAtHead(characters: readonly string[]): ReadonlySet<string> {
  const kinds = characters.map(placingMark);
  const first = kinds.indexOf(null);
  return new Set(kinds.slice(0, first < 0 ? kinds.length : first).filter(kind => kind !== null));
}

/** Lower case unit for unit; characters whose lower case has another length stay. */
function sameLengthLower(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length
    ? lower
    : [...text].map(one => (one.toLowerCase().length === one.length ? one.toLowerCase() : one)).join('');
}
