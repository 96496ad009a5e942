import type { SourceFacts } from '../../model/entities.ts';
import { type SourceKind, sourceKinds } from '../../model/kinds.ts';
import type { Block } from './block.ts';

export type Metadata = { readonly pairs: readonly (readonly [string, string])[]; readonly rest: readonly Block[] };

/** Longest run of `Key: value` lines that is looked at, so that a transcript with a ruled line far down is not taken for metadata. */
const most = 40;

/** Reads a leading run of `Key: value` lines closed by a line of dashes; without the dashes it is speech. */
export function readMetadata(blocks: readonly Block[]): Metadata {
  const end = blocks.findIndex(block => /^\s*(?:-{3,}|–{3,}|—{2,}|_{3,})\s*$/.test(block.text));
  if (end < 1 || end > most) return { pairs: [], rest: blocks };
  const pairs: (readonly [string, string])[] = [];
  for (const block of blocks.slice(0, end)) {
    const pair = /^\s*([\p{L}][\p{L} _-]{0,39}):\s*(.*)$/u.exec(block.text);
    if (pair?.[1]) pairs.push([pair[1].trim(), (pair[2] ?? '').trim()]);
    else {
      const last = pairs.pop();
      if (!last) return { pairs: [], rest: blocks };
      pairs.push([last[0], `${last[1]} ${block.text.trim()}`]);
    }
  }
  return { pairs, rest: blocks.slice(end + 1) };
}

const unknown = /^(?:|-|–|n\/?a|none|not (?:printed|known|stated|given)|unknown)$/i;

/** What the metadata says of the source; keys it does not know are kept with the source but say nothing here. */
export function factsFromMetadata(pairs: Metadata['pairs']): Partial<SourceFacts> {
  const value = (...keys: readonly string[]) => {
    const found = pairs.find(([key]) => keys.includes(key.toLowerCase()))?.[1];
    return found === undefined || unknown.test(found) ? undefined : found;
  };
  const kind = kindNamed(value('method', 'kind', 'type') ?? '');
  const phase = /\d{1,2}/.exec(value('phase', 'wave') ?? '')?.[0];
  const title = value('title');
  const group = value('group');
  const participant = value('participant');
  return {
    ...(title !== undefined && { title }),
    ...(kind && { kind }),
    ...(group !== undefined && { group }),
    ...(participant !== undefined && { participant }),
    ...(phase !== undefined && { phase: Number(phase) }),
  };
}

/** A kind by its own name or a usual spelling of it; null if it is none. */
export function kindNamed(text: string): SourceKind | null {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
  const spelt: Readonly<Record<string, SourceKind>> = {
    fg: 'focus group',
    'e mail': 'email',
    'advisory board': 'advisory group',
    advisory: 'advisory group',
  };
  return sourceKinds.find(kind => kind === plain) ?? spelt[plain] ?? null;
}
