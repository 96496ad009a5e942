import type { Block } from './block.ts';
import { isName, isNameShaped, isSentenceStart, isUsualLabel, readLabel } from './labels.ts';
import { isMachineHeading } from './notes.ts';

/** Finds transcripts that set the speaker's name alone on the line above the words, without a mark, and reads the names off. Other text comes back as it is. */
export function readOwnLines(blocks: readonly Block[]): readonly Block[] {
  const names = blocks.map((block, index) => nameOf(block, index === 0, blocks[index + 1]));
  const uses = new Map<string, number>();
  for (const name of names) if (name !== null) uses.set(name, (uses.get(name) ?? 0) + 1);
  const speakers = new Set([...uses].filter(([name, count]) => count > 1 || isUsualLabel(name)).map(([name]) => name));
  // Once they are known, a speaker's name alone on a line is one without a blank line above it too.
  const taken = blocks.map((block, index) => {
    const name = names[index] ?? block.text.slice(0, 80).trim();
    const next = blocks[index + 1];
    return block.label === undefined && next && !next.gap && speakers.has(name) ? name : null;
  });
  const count = taken.filter(name => name !== null).length;
  const starts = blocks.filter((block, index) => index === 0 || block.gap).length;
  if (speakers.size < 2 || count < 3 || count < starts * 0.5) return blocks;
  const read: Block[] = [];
  let label: string | null = null;
  for (const [index, block] of blocks.entries()) {
    const name = taken[index] ?? null;
    if (name !== null) label = name;
    else if (label !== null) {
      read.push({ ...block, label, gap: true, joins: undefined });
      label = null;
    } else read.push(block);
  }
  return read;
}

/** A name alone on its line with a blank line above and words right below. */
function nameOf({ text, label, gap, heading }: Block, first: boolean, next: Block | undefined): string | null {
  const name = text.trim();
  if (label !== undefined || heading || !(gap || first) || next === undefined || next.gap || next.label !== undefined)
    return null;
  if (name.length > 40 || !isName(name) || isSentenceStart(name) || readLabel(text) !== null || /[?,]$/.test(name))
    return null;
  if (isMachineHeading(name)) return null;
  return isNameShaped(name) || isUsualLabel(name) ? name : null;
}
