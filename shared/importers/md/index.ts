import type { ImportResult } from '../../model/draft.ts';
import { type Block, linesToBlocks } from '../common/block.ts';
import { fromBlocks } from '../common/transcript.ts';
import type { TextFile } from '../textFile.ts';

/** Markdown: headings are titles, bold before a colon is a label, marks of emphasis go and their words stay. Lists and tables stay as lines. */
export function importMd(file: TextFile): ImportResult {
  const blocks = linesToBlocks(file.text).map(toBlock);
  const heading = blocks.find(block => block.heading);
  const title = heading && blocks.indexOf(heading) === 0 ? heading.text.trim() : null;
  const { text: _, ...rest } = file;
  return fromBlocks({ ...rest, format: 'md', blocks: title === null ? blocks : blocks.slice(1), title });
}

function toBlock({ text, gap }: Block): Block {
  const heading = /^\s{0,3}#{1,6}\s+(.*?)\s*#*$/.exec(text);
  if (heading) return { text: plain(heading[1] ?? ''), gap, heading: true };
  const label = /^\s*(?:\*\*|__)(.{1,60}?)\s*(?::\s*(?:\*\*|__)|(?:\*\*|__)\s*:)\s*(.*)$/.exec(text);
  // A time code in the label is left to the text's own reader.
  if (label?.[1] && !/\d:\d/.test(label[1])) return { text: plain(label[2] ?? ''), label: plain(label[1]).trim(), gap };
  return { text: plain(text), gap };
}

/** The words without marks of emphasis and escapes. */
function plain(text: string): string {
  return text
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/(?<![\p{L}\p{N}_])_(?=\S)([^_]+?)(?<=\S)_(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!~|>-])/g, '$1');
}
