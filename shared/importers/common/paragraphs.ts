import { normaliseText } from '../../text/normalise.ts';
import type { Block, Recognised } from './block.ts';
import { isNameShaped, isSentenceStart, isUsualLabel, readLabel, withoutColon } from './labels.ts';
import { isMachineHeading } from './notes.ts';
import { tableToBlocks } from './tables.ts';

/** A word processor's paragraph. `bold` is the bold stretch it begins with, if any. A table cell's paragraphs know their place. */
export type Paragraph = {
  readonly text: string;
  readonly bold: string;
  readonly role: 'title' | 'heading' | null;
  readonly cell: Cell | null;
};

/** Place in the document's tables, each from 0; tables within tables count with the outer one. */
export type Cell = { readonly table: number; readonly row: number; readonly column: number };

/** A document's paragraphs as blocks, with its title if it has one: labels by make-up (bold, a table's column), all else left to the recognisers of text. */
export function paragraphsToBlocks(paragraphs: readonly Paragraph[]): Recognised & { readonly title: string | null } {
  const title = paragraphs.find(one => one.role === 'title' && one.text.trim() !== '')?.text.trim() ?? null;
  const leftOut: string[] = [];
  const blocks: Block[] = [];
  const flow: Paragraph[] = [];
  const flush = () => {
    blocks.push(...flowToBlocks(flow));
    flow.length = 0;
  };
  let at = 0;
  while (at < paragraphs.length) {
    const paragraph = paragraphs[at];
    if (!paragraph) break;
    if (!paragraph.cell) {
      if (paragraph.role !== 'title') flow.push(paragraph);
      at++;
      continue;
    }
    const { table } = paragraph.cell;
    let end = at;
    while (paragraphs[end]?.cell?.table === table) end++;
    const read = tableToBlocks(paragraphs.slice(at, end));
    if (read === null) flow.push(...paragraphs.slice(at, end).map(one => ({ ...one, cell: null })));
    else {
      flush();
      blocks.push(...read.blocks);
      leftOut.push(...read.leftOut);
    }
    at = end;
  }
  flush();
  return { blocks, leftOut, title };
}

function flowToBlocks(paragraphs: readonly Paragraph[]): readonly Block[] {
  const blocks: Block[] = [];
  const names = boldNames(paragraphs);
  let gap = true;
  let name: string | null = null;
  for (const paragraph of paragraphs) {
    const text = normaliseText(paragraph.text);
    const own = withoutColon(text);
    const inBold = name === null ? labelInBold(paragraph, text) : null;
    if (text.trim() === '') gap = true;
    else if (isBoldLine(paragraph) && names.has(own)) name = own;
    else {
      if (name !== null) blocks.push({ text, label: name, gap: true });
      else if (inBold) blocks.push({ text: text.slice(inBold.width), label: inBold.label, gap });
      else blocks.push(...lines(text, gap, paragraph.role === 'heading'));
      name = null;
      gap = false;
    }
  }
  return name === null ? blocks : [...blocks, { text: name, gap: true }];
}

/** "**P3:** words" and "**P3**: words": what stands in bold before a colon is a label. A time code in it is left to the text's own reader. */
function labelInBold({ bold }: Paragraph, text: string): { readonly label: string; readonly width: number } | null {
  const head = text.slice(0, 100);
  const found = /^\s*([^\n:：]{1,40}?)\s*[:：]/u.exec(head);
  if (
    !found?.[1] ||
    !text.startsWith(bold) ||
    bold.length < found[0].trimEnd().length - 1 ||
    /\d:\d/.test(head.slice(0, found[0].length + 2))
  )
    return null;
  if (/^\s*[:：]?\s*\S/u.test(bold.slice(found[0].length)) && bold.trim().length === text.trim().length) return null;
  return { label: found[1].trim(), width: found[0].length };
}

/** The names that stand alone in bold on lines of their own: those that come again or have a usual form; one that comes once where others do. */
function boldNames(paragraphs: readonly Paragraph[]): ReadonlySet<string> {
  const uses = new Map<string, number>();
  for (const paragraph of paragraphs) {
    if (!isBoldLine(paragraph)) continue;
    const name = withoutColon(paragraph.text);
    uses.set(name, (uses.get(name) ?? 0) + 1);
  }
  const sure = [...uses].filter(([name, count]) => count > 1 || isUsualLabel(name)).map(([name]) => name);
  const once = uses.size - sure.length;
  // A bold line that comes once among many is a heading.
  return new Set(once <= Math.max(sure.length, 2) ? uses.keys() : sure);
}

/** A name in bold alone on its line, without a time code: some agencies set labels so. */
function isBoldLine({ text, bold, role }: Paragraph): boolean {
  const name = withoutColon(text);
  return (
    name.length > 0 &&
    name.length <= 40 &&
    bold.trim() === text.trim() &&
    role === null &&
    !/[.!?,]$/.test(name) &&
    name.split(/\s+/).length <= 4 &&
    /^\p{L}/u.test(name) &&
    (readLabel(name) === null || name !== text.trim()) &&
    !isSentenceStart(name) &&
    !isMachineHeading(name) &&
    (isNameShaped(name) || isUsualLabel(name))
  );
}

/** A paragraph's lines as blocks: the first may hold the label, as in Teams transcripts. */
function lines(text: string, gap: boolean, heading: boolean): readonly Block[] {
  return text
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [{ text: line, gap: index === 0 ? gap : false, heading }]));
}
