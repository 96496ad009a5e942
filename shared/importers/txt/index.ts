import type { ImportResult } from '../../model/draft.ts';
import { assemble } from '../common/assemble.ts';
import { type Block, linesToBlocks } from '../common/block.ts';
import { clearFurniture } from '../common/furniture.ts';
import { readLabel } from '../common/labels.ts';
import { readMetadata } from '../common/metadata.ts';
import { findTurns } from '../common/turns.ts';
import type { TextFile } from '../textFile.ts';

/** Plain text: a metadata block if there is one, then labelled speech. */
export function importTxt(file: TextFile): ImportResult {
  return fromBlocks(file, linesToBlocks(file.text), 'txt');
}

/** Speech in blocks of lines or paragraphs, with a title line above it if one stands alone there. */
export function fromBlocks(
  file: Omit<TextFile, 'text'>,
  blocks: readonly Block[],
  format: 'txt' | 'md' | 'docx',
  title: string | null = null,
): ImportResult {
  const { pairs, rest } = readMetadata(blocks);
  const cleared = clearFurniture(rest);
  const head = titleLines(cleared.blocks);
  return assemble({
    name: file.name,
    format,
    encoding: file.encoding,
    warnings: file.warnings,
    metadata: pairs,
    title: title ?? cleared.title ?? head.title,
    leftOut: [...cleared.leftOut, ...(head.title === null ? [] : [`the heading “${head.title}”`])],
    said: findTurns(cleared.blocks.slice(head.lines)),
  });
}

/** Lines above the first label that are set off as headings or by a blank line: a title, not speech. At most three, none of them long. */
function titleLines(blocks: readonly Block[]): { readonly title: string | null; readonly lines: number } {
  const first = blocks.findIndex(block => block.label !== undefined || readLabel(block.text) !== null);
  const head = blocks.slice(0, Math.max(first, 0));
  const setOff = head.every(block => block.heading) || blocks[first]?.gap === true || head.length === 1;
  const short = head.every(block => block.text.trim().length <= 120);
  if (first < 1 || first > 3 || !short || !setOff) return { title: null, lines: 0 };
  return { title: head[0]?.text.trim() ?? null, lines: first };
}
