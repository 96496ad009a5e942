import type { ImportResult } from '../../model/draft.ts';
import type { SourceFormat } from '../../model/kinds.ts';
import type { TextFile } from '../textFile.ts';
import { assemble } from './assemble.ts';
import type { Block } from './block.ts';
import { readColumns } from './columns.ts';
import { clearFurniture } from './furniture.ts';
import { readMetadata } from './metadata.ts';
import { clearNumbers } from './numbers.ts';
import { readOwnLines } from './ownLine.ts';
import { findTurns, type Marks, markTurns } from './turns.ts';
import { unwrap } from './unwrap.ts';

/** What a format's reader has found before the recognisers of layout look at it. */
export type Read = Omit<TextFile, 'text'> & {
  readonly format: SourceFormat;
  readonly blocks: readonly Block[];
  readonly title?: string | null;
  readonly leftOut?: readonly string[];
  /** Spaces at the head and in rows stand for places on a page and are not the text's own. */
  readonly laidOut?: boolean;
};

/**
 * Speech in blocks of lines or paragraphs, whatever file they came from. In this order: broken lines, printed numbers, metadata, what machines and pages
 * add, names in a column or on their own line; then a title above the speech, then turns.
 */
export function fromBlocks(read: Read): ImportResult {
  const { blocks: lines, wrapped } = unwrapUnlessRead(read.blocks);
  const numbered = clearNumbers(lines);
  const { pairs, rest } = readMetadata(numbered.blocks);
  const cleared = clearFurniture(rest);
  const columns = readColumns(cleared.blocks);
  const blocks = readOwnLines(read.laidOut ? columns.map(closeUp) : columns);
  const marks = markTurns(blocks);
  const head = titleLines(blocks, marks);
  return assemble({
    name: read.name,
    format: read.format,
    encoding: read.encoding,
    warnings: read.warnings,
    metadata: pairs,
    title: read.title ?? cleared.title ?? head.title,
    leftOut: [
      ...(read.leftOut ?? []),
      ...(wrapped ? ['line ends of text broken at a fixed width'] : []),
      ...numbered.leftOut,
      ...cleared.leftOut,
      ...(head.title === null ? [] : [`the heading “${head.title}”`]),
    ],
    said: findTurns(blocks.slice(head.lines), marks.slice(head.lines)),
  });
}

const closeUp = (block: Block): Block => ({ ...block, text: block.text.trim().replace(/ {3,}/g, ' ') });

/** A reader that knows where lines were broken (by their place on the page) has marked them already. */
function unwrapUnlessRead(blocks: readonly Block[]): ReturnType<typeof unwrap> {
  return blocks.some(block => block.joins !== undefined) ? { blocks, wrapped: true } : unwrap(blocks);
}

/** Lines above the first label that are set off as headings or by a blank line: a title, not speech. At most six, none of them long. */
function titleLines(blocks: readonly Block[], marks: Marks): { readonly title: string | null; readonly lines: number } {
  const first = marks.findIndex(mark => mark !== null);
  const head = blocks.slice(0, Math.max(first, 0));
  const setOff = head.every(block => block.heading) || blocks[first]?.gap === true || head.length === 1;
  const short = head.every(block => block.text.trim().length <= 120);
  if (first < 1 || first > 6 || !short || !setOff) return { title: null, lines: 0 };
  return { title: head[0]?.text.trim() ?? null, lines: first };
}
