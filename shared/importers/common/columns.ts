import type { Block } from './block.ts';
import { isName, isNameShaped, isSentenceStart, isUsualLabel, readLabel } from './labels.ts';

/** "P3   I didn't know", "Interviewer<tab>So": a name at the left edge, then a tab or two spaces, then speech. */
const row = /^([ ]*)(\p{L}[^\t\n:：]{0,27}?):?(?:[ \u00A0]{2,}|[ ]?\t[ \t]*)(?=\S)/u;

type Row = { readonly label: string; readonly width: number; readonly indent: number };

/** Finds speech set in two columns by spaces or tabs, a name at the left and words at the right, and reads the names off. Other text comes back as it is. */
export function readColumns(blocks: readonly Block[]): readonly Block[] {
  const rows = blocks.map(rowOf);
  const found = rows.filter(one => one !== null);
  if (found.length < 2) return blocks;
  const edge = Math.min(...found.map(one => one.indent));
  const uses = new Map<string, number>();
  for (const { label, indent } of found) if (indent <= edge + 1) uses.set(label, (uses.get(label) ?? 0) + 1);
  const isSpeaker = (label: string) => isUsualLabel(label) || (uses.get(label) ?? 0) > 1;
  const taken = rows.map(one => (one && one.indent <= edge + 1 && isSpeaker(one.label) ? one : null));
  const count = taken.filter(one => one !== null).length;
  const atEdge = blocks.filter(({ text, joins }) => joins === undefined && indentOf(text) <= edge + 1).length;
  if (count < 2 || count < atEdge * 0.5) return blocks;
  return blocks.map((block, index) => {
    const one = taken[index];
    return one
      ? { ...block, label: one.label, text: block.text.slice(one.width), joins: undefined }
      : { ...block, text: block.text.trimStart() };
  });
}

function rowOf({ text, label, heading }: Block): Row | null {
  const head = text.slice(0, 80);
  const match = label === undefined && !heading ? row.exec(head) : null;
  const name = match?.[2]?.trim();
  if (!match || !name || !isName(name) || isSentenceStart(name) || !(isNameShaped(name) || isUsualLabel(name)))
    return null;
  if (readLabel(head) !== null) return null;
  return { label: name, width: match[0].length, indent: match[1]?.length ?? 0 };
}

const indentOf = (text: string) => /^[ \t]*/.exec(text.slice(0, 200))?.[0].replace(/\t/g, '    ').length ?? 0;
