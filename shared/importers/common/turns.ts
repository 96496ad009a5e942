import type { Block } from './block.ts';
import { isNameShaped, isSentenceStart, isUsualLabel, type Labelled, readLabel } from './labels.ts';
import type { Said } from './speech.ts';

/** The label that begins a turn at each block; null for a block that goes on with the turn before. */
export type Marks = readonly (Labelled | null)[];

/** Decides over the whole text which of the labels that lines seem to bear are speakers. */
export function markTurns(blocks: readonly Block[]): Marks {
  const read = blocks.map(block =>
    block.label === undefined ? readLabel(block.text) : { label: block.label, rest: block.text, at: null },
  );
  const real = realLabels(blocks, read);
  return read.map(found => (found && real.has(found.label) ? found : null));
}

/** Turns found in blocks: a block with a label begins one, those without go on with it. Blocks before the first label have none. */
export function findTurns(blocks: readonly Block[], marks: Marks = markTurns(blocks)): readonly Said[] {
  const said: { label: string | null; parts: string[]; fromMs: number | null }[] = [];
  const anyLabel = marks.some(mark => mark !== null);
  for (const [index, block] of blocks.entries()) {
    const found = marks[index];
    const last = said.at(-1);
    if (found) said.push({ label: found.label, parts: [found.rest], fromMs: found.at ?? block.at ?? null });
    else if (last && ((anyLabel && last.label !== null) || !block.gap)) addTo(last.parts, block);
    else said.push({ label: null, parts: [block.text], fromMs: block.at ?? null });
  }
  return said.map(({ label, parts, fromMs }) => ({ label, text: parts.join(''), fromMs, toMs: null }));
}

/** Adds a block to a turn: run on where the line was only full, else on a line of its own, after a blank one if one stood there. */
function addTo(parts: string[], { text, joins, gap }: Block): void {
  const last = parts.length - 1;
  const before = parts[last] ?? '';
  if (before.trim() === '' && last === 0) parts[0] = text;
  else if (joins !== undefined) {
    parts[last] = before.trimEnd();
    parts.push(joins, text.trimStart());
  } else parts.push(gap ? '\n\n' : '\n', text);
}

/** What begins words for a thing rather than a name. */
const article = /^(?:the|a|an|one|another|some|every|each)\s/i;

/** A label counts if the format gave it, if transcribers use its form, if it stands alone with a time code, or if it comes again; one that comes once counts where most blocks have one. */
function realLabels(blocks: readonly Block[], read: readonly (Labelled | null)[]): ReadonlySet<string> {
  const uses = new Map<string, { all: number; fresh: number; alone: boolean }>();
  for (const [index, found] of read.entries()) {
    if (!found) continue;
    const known = uses.get(found.label) ?? { all: 0, fresh: 0, alone: false };
    // A line that was broken because it was full may begin with any words.
    const fresh = blocks[index]?.joins === undefined ? 1 : 0;
    const alone = known.alone || (found.at !== null && found.rest.trim() === '');
    uses.set(found.label, { all: known.all + 1, fresh: known.fresh + fresh, alone });
  }
  const given = new Set(blocks.flatMap(block => block.label ?? []));
  const labelled = read.filter(found => found !== null).length;
  const mostLines = labelled >= Math.max(2, blocks.filter(block => block.gap).length * 0.6);
  const isReal = (label: string, all: number, fresh: number, alone: boolean) => {
    if (given.has(label)) return true;
    if (fresh === 0) return false;
    if (isUsualLabel(label)) return true;
    if (isSentenceStart(label)) return false;
    if (isNameShaped(label)) return all > 1 || alone || (mostLines && label.length <= 25);
    return (fresh > 2 && fresh > labelled / 10) || (fresh > 1 && mostLines && !article.test(label));
  };
  return new Set(
    [...uses].filter(([label, { all, fresh, alone }]) => isReal(label, all, fresh, alone)).map(([label]) => label),
  );
}
