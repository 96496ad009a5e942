import type { Block } from '../common/block.ts';
import { isUsualLabel, readLabel } from '../common/labels.ts';
import { countCutOffs, seam } from '../common/unwrap.ts';

/** A stretch of text on a page, in points; y grows downwards and is that of the baseline. */
export type Piece = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly rtl: boolean;
};

/** A line of a page. `text` has spaces for its indent and for gaps, so that columns can be seen in it; */
export type Line = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly y: number;
  readonly height: number;
  readonly charWidth: number;
};

/** Puts a page's pieces together into lines, from top to bottom. `left` is the text's left edge. */
export function toLines(pieces: readonly Piece[], left: number): readonly Line[] {
  const rows: Piece[][] = [];
  for (const piece of pieces.toSorted((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && Math.abs(piece.y - first.y) <= Math.max(piece.height, first.height) * 0.45) row.push(piece);
    else rows.push([piece]);
  }
  return rows.flatMap(row => lineOf(row, left) ?? []);
}

function lineOf(row: readonly Piece[], left: number): Line | null {
  const pieces = inReadingOrder(row.toSorted((a, b) => a.x - b.x));
  const printed = pieces.filter(piece => piece.text.trim() !== '');
  const [first] = printed;
  if (!first) return null;
  const chars = printed.reduce((sum, piece) => sum + piece.text.length, 0);
  const charWidth = Math.max(1, printed.reduce((sum, piece) => sum + piece.width, 0) / chars);
  const start = Math.min(...printed.map(piece => piece.x));
  const end = Math.max(...printed.map(piece => piece.x + piece.width));
  let text = ' '.repeat(spaces((start - left) / charWidth));
  let before = first;
  let spaced = false;
  for (const piece of pieces) {
    // A space of any width is the reader's guess at what stands between two pieces: their places say it better.
    if (piece.text.trim() === '') {
      spaced = true;
      continue;
    }
    const distance = Math.max(piece.x - before.x - before.width, before.x - piece.x - piece.width);
    const wide = distance > charWidth * 2.2;
    const apart = spaced || distance > piece.height * 0.15;
    if (wide) text += ' '.repeat(Math.max(3, spaces(distance / charWidth)));
    else if (apart && piece !== first && !/\s$/.test(text.slice(-1)) && !/^\s/.test(piece.text)) text += ' ';
    text += piece.text;
    before = piece;
    spaced = false;
  }
  return { text: text.trimEnd(), start, end, y: first.y, height: first.height, charWidth };
}

/** Pieces as they are read: those that run from right to left turn round, stretch by stretch; on a line that is mostly so, the others do. */
function inReadingOrder(pieces: readonly Piece[]): readonly Piece[] {
  const size = (some: readonly Piece[]) => some.reduce((sum, piece) => sum + piece.text.trim().length, 0);
  const rtl = pieces.filter(piece => piece.rtl);
  if (rtl.length === 0) return pieces;
  const mostly = size(rtl) * 2 > size(pieces);
  const ordered: Piece[] = [];
  let stretch: Piece[] = [];
  for (const piece of mostly ? pieces.toReversed() : pieces) {
    const turns = piece.rtl !== mostly || (stretch.length > 0 && piece.text.trim() === '');
    if (!turns) {
      ordered.push(...stretch.toReversed());
      stretch = [];
      ordered.push(piece);
    } else stretch.push(piece);
  }
  return [...ordered, ...stretch.toReversed()];
}

const spaces = (count: number) => Math.min(120, Math.max(0, Math.round(count)));

/**
 * Pages of lines as blocks: a wider step down the page is a gap, and a line goes on with the one before if its first word would not have fitted there.
 * What stands over a page's end goes on likewise.
 */
export function linesToBlocks(pages: readonly (readonly Line[])[]): readonly Block[] {
  const all = pages.flat();
  const right = percentile(
    all.map(line => line.end),
    0.95,
  );
  const size = percentile(
    all.map(line => line.height),
    0.5,
  );
  const leading = usualStep(pages, size);
  const cutOffs = countCutOffs(all.map(line => ({ text: line.text, gap: false })));
  const blocks: Block[] = [];
  let before: Line | null = null;
  for (const page of pages) {
    for (const [index, line] of page.entries()) {
      const newPage = index === 0 && before !== null;
      const gap = before === null || (!newPage && line.y - before.y > leading * 1.3);
      const wanted = before ? before.end + (firstWord(line.text) + 1) * line.charWidth : 0;
      const forced: boolean =
        before !== null &&
        !gap &&
        (wanted > right - line.charWidth || (isNearlyFull(before, right) && !ends.test(before.text)));
      const heading = line.height > size * 1.2;
      const label = forced ? readLabel(line.text)?.label : undefined;
      const runsOn = forced && !(label !== undefined && isUsualLabel(label));
      const joins = runsOn && before ? seam(before.text, line.text, cutOffs) : undefined;
      blocks.push({ text: line.text, gap, heading, joins });
      before = line;
    }
  }
  return blocks;
}

/** A line that reaches four fifths of the way across and does not end a sentence was full for some program's reckoning. */
const isNearlyFull = (line: Line, right: number) => line.end > line.start + (right - line.start) * 0.8;
const ends = /[.?!…:][”’"')\]]*$/u;

const firstWord = (text: string) => /^\s*(\S{1,80})/.exec(text)?.[1]?.length ?? 0;

/** Fewest steps from which a habit can be told. */
const fewestSteps = 6;

/**
 * The step from line to line within a paragraph, in points: the smallest that is tight for the size of the letters, or that a sixth of the steps
 * come near (within a point).
 */
function usualStep(pages: readonly (readonly Line[])[], size: number): number {
  const steps = pages
    .flatMap(page => page.slice(1).map((line, index) => line.y - (page[index]?.y ?? line.y)))
    .filter(step => step >= size * 0.8)
    .toSorted((a, b) => a - b);
  if (steps.length < fewestSteps) return size * 1.4;
  const usual = steps.find((step, index) => {
    const alike = steps.findIndex((other, at) => at > index && other > step + 1);
    return step <= size * 1.5 || (alike < 0 ? steps.length : alike) - index >= steps.length / 6;
  });
  return usual ?? Number.POSITIVE_INFINITY;
}

/** The value below which a share of the values lies; 0 for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
