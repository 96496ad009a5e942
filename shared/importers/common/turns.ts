import type { Block } from './block.ts';
import { isUsualLabel, type Labelled, readLabel } from './labels.ts';
import type { Said } from './speech.ts';

/** Turns found in blocks: a block with a label begins one, those without go on with it. Blocks before the first label have none. */
export function findTurns(blocks: readonly Block[]): readonly Said[] {
  const read = blocks.map(block =>
    block.label === undefined ? readLabel(block.text) : { label: block.label, rest: block.text, at: null },
  );
  const real = realLabels(blocks, read);
  const said: { label: string | null; parts: string[]; fromMs: number | null }[] = [];
  const anyLabel = real.size > 0;
  for (const [index, block] of blocks.entries()) {
    const found = read[index];
    const last = said.at(-1);
    if (found && real.has(found.label)) said.push({ label: found.label, parts: [found.rest], fromMs: found.at });
    else if (last && (anyLabel ? last.label !== null : !block.gap))
      last.parts.push(block.gap ? `\n${block.text}` : block.text);
    else said.push({ label: null, parts: [block.text], fromMs: null });
  }
  return said.map(({ label, parts, fromMs }) => ({ label, text: parts.join('\n'), fromMs, toMs: null }));
}

/** A label counts if the format gave it, if transcribers use its form, or if it comes again; one that comes once counts where most blocks have one. */
function realLabels(blocks: readonly Block[], read: readonly (Labelled | null)[]): ReadonlySet<string> {
  const uses = new Map<string, number>();
  for (const found of read) if (found) uses.set(found.label, (uses.get(found.label) ?? 0) + 1);
  const given = new Set(blocks.flatMap(block => block.label ?? []));
  const labelled = read.filter(found => found !== null).length;
  const mostLines = labelled >= Math.max(2, blocks.filter(block => block.gap).length * 0.6);
  const real = [...uses].filter(
    ([label, count]) => given.has(label) || isUsualLabel(label) || count > 1 || (mostLines && label.length <= 25),
  );
  return new Set(real.map(([label]) => label));
}
