import type { Block, Recognised } from './block.ts';

const numbered = /^(\s*)(\d{1,5})([.)]?)(?:[ \t\u00A0]+|$)/;
/** Fewest numbers in a row that are taken for numbering and not for speech. */
const fewest = 4;

type Numbered = { readonly index: number; readonly value: number; readonly width: number };

/**
 * Takes out paragraph or line numbers that a program printed before the text: bare numbers that rise by one step from block to block
 * and stand before most paragraphs. Numbered lists that people speak or type ("1. What …") stay unless all the text is numbered so.
 */
export function clearNumbers(blocks: readonly Block[]): Recognised {
  const found = blocks.flatMap((block, index): readonly (Numbered & { readonly dot: boolean })[] => {
    const match = block.label === undefined ? numbered.exec(block.text) : null;
    return match?.[2] ? [{ index, value: Number(match[2]), width: match[0].length, dot: match[3] !== '' }] : [];
  });
  if (found.length < fewest) return { blocks, leftOut: [] };
  const run = longestRun(found);
  const starts = blocks.filter(
    (block, index) => index === 0 || block.gap || found.some(one => one.index === index),
  ).length;
  const dots = run.filter(one => one.dot).length;
  const share = dots > run.length / 2 ? 0.9 : 0.6;
  const step = run.length > 1 ? (run[1]?.value ?? 0) - (run[0]?.value ?? 0) : 1;
  if (run.length < fewest || run.length * (step === 5 ? 5 : 1) < starts * share) return { blocks, leftOut: [] };
  const widths = new Map(run.map(({ index, width }) => [index, width]));
  const cleared: Block[] = [];
  let gap = false;
  for (const [index, block] of blocks.entries()) {
    const width = widths.get(index);
    const text = width === undefined ? block.text : ' '.repeat(width) + block.text.slice(width);
    // A number that stands alone belongs to the line after it, or to an empty one.
    if (text.trim() === '') gap = true;
    else {
      cleared.push({ ...block, text, gap: block.gap || gap, joins: width === undefined ? block.joins : undefined });
      gap = false;
    }
  }
  return { blocks: cleared, leftOut: [`${run.length} printed ${step === 5 ? 'line' : 'paragraph'} numbers`] };
}

/** The numbers that rise by one (or by five, for line numbers) from the first that starts such a run. */
function longestRun<T extends Numbered>(found: readonly T[]): readonly T[] {
  let best: readonly T[] = [];
  for (const step of [1, 5]) {
    for (const first of found.slice(0, 3)) {
      const run = [first];
      for (const one of found) {
        const last = run.at(-1);
        if (last && one.index > last.index && one.value === last.value + step) run.push(one);
      }
      if (run.length > best.length) best = run;
    }
  }
  return best;
}
