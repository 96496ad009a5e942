import type { Block } from './block.ts';
import { readLabel } from './labels.ts';

export type Unwrapped = { readonly blocks: readonly Block[]; readonly wrapped: boolean };

/** Narrowest and widest columns, in characters, that hard-wrapped text is set in. */
const narrowest = 36;
const widest = 130;
/** Fewest broken lines from which a habit can be told. */
const fewest = 4;

/**
 * Finds text whose lines were broken at a fixed width, and marks the lines that go on with the one before.
 * A break is forced if the next word would not have fitted; text is hard-wrapped if most breaks are. All other breaks stay: a person made them.
 */
export function unwrap(blocks: readonly Block[]): Unwrapped {
  const asIs = { blocks, wrapped: false };
  const isFullWidth = ({ text }: Block) => text.length >= narrowest && text.length <= widest;
  if (blocks.filter(isFullWidth).length < fewest) return asIs;
  const pairs: { readonly index: number; readonly length: number; readonly wanted: number }[] = [];
  for (let index = 1; index < blocks.length; index++) {
    const block = blocks[index];
    const before = blocks[index - 1];
    if (!block || !before || block.gap || block.heading || before.heading) continue;
    if (block.label !== undefined || beginsTurn(block.text)) continue;
    const { length } = before.text.trimEnd();
    pairs.push({ index, length, wanted: length + 1 + firstWord(block.text) });
  }
  if (pairs.length < fewest) return asIs;
  const lengths = pairs.map(pair => pair.length).sort((a, b) => a - b);
  const width = lengths[Math.ceil(lengths.length * 0.97) - 1] ?? 0;
  if (width < narrowest || width > widest) return asIs;
  const forced = pairs.filter(pair => pair.wanted > width - 1);
  if (forced.length < Math.max(fewest, pairs.length * 0.6)) return asIs;
  const joining = new Set(forced.map(pair => pair.index));
  const cutOffs = countCutOffs(blocks);
  return {
    wrapped: true,
    blocks: blocks.map((block, index) =>
      joining.has(index) ? { ...block, joins: seam(blocks[index - 1]?.text ?? '', block.text, cutOffs) } : block,
    ),
  };
}

/** A numbered line, a label, or a name set off by spaces begins something of its own. */
const beginsTurn = (text: string) =>
  readLabel(text) !== null ||
  /^\d{1,5}[ \t]{2,}/.test(text) ||
  /^\p{L}[^\t\n]{0,23}?(?: {2,}|\t)\S/u.test(text.slice(0, 60));

const firstWord = (text: string) => /^\s*(\S{1,80})/.exec(text)?.[1]?.length ?? 0;

/** Words that break off with a hyphen and a space in mid-line ("I just wan- I mean"). */
export const countCutOffs = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, { text }) => sum + (text.match(/\p{L}- \p{L}/gu)?.length ?? 0), 0);

/** Between two lines of one paragraph goes a space; nothing after the hyphen of a compound, unless this transcriber ends broken-off words so. */
export function seam(before: string, after: string, cutOffs: number): '' | ' ' {
  const compound = /\p{Ll}[-\u2010]\s*$/u.test(before.slice(-8)) && /^\s*\p{Ll}/u.test(after.slice(0, 80));
  return compound && cutOffs === 0 ? '' : ' ';
}
