/**
 * A paragraph or line as a format gives it, before labels are looked for. `label` is set where the format itself names the speaker
 * (a voice tag, a table's column, bold at the start); `gap` says that a blank line stands before it.
 */
export type Block = {
  readonly text: string;
  readonly label?: string | undefined;
  readonly gap: boolean;
  readonly heading?: boolean | undefined;
  /** Milliseconds from a time line that stood above it. */
  readonly at?: number | undefined;
  /** What goes between the block before and this one where a line was broken only because it was full. */
  readonly joins?: '' | ' ' | undefined;
};

/** A text's lines as blocks; blank lines become gaps. */
export function linesToBlocks(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let gap = false;
  for (const line of text.split('\n')) {
    if (line.trim() === '') {
      gap = true;
      continue;
    }
    blocks.push({ text: line, gap });
    gap = false;
  }
  return blocks;
}

/** What a layout recogniser hands on: blocks it has read, and what it took out of them, in plain words. */
export type Recognised = { readonly blocks: readonly Block[]; readonly leftOut: readonly string[] };
