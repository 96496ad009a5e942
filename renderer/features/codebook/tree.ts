import Fuse from 'fuse.js';
import type { Code } from '../../../shared/model/entities.ts';
import type { CodeId } from '../../../shared/model/ids.ts';
import { pathOf } from '../coding/path.ts';

/** A code's name and place; its figures are not part of it, so that a coding changes no node. */
export type CodeNode = { readonly id: CodeId; readonly name: string; readonly children: readonly CodeNode[] };

/** The codebook as it is shown: `codes` stand in the order of the tree. A code whose parent is not among them stands at the top. */
export function treeOf(codes: readonly Code[]): readonly CodeNode[] {
  const ids = new Set(codes.map(code => code.id));
  const below = new Map<CodeId | null, Code[]>();
  for (const code of codes) {
    const parent = code.parent !== null && ids.has(code.parent) ? code.parent : null;
    below.set(parent, [...(below.get(parent) ?? []), code]);
  }
  const nodes = (parent: CodeId | null): readonly CodeNode[] =>
    (below.get(parent) ?? []).map(({ id, name }) => ({ id, name, children: nodes(id) }));
  return nodes(null);
}

/** Codes that are like the words typed, best first, without their tree; all of them where nothing is typed. */
export function codesLike(codes: readonly Code[], typed: string): readonly Code[] {
  if (typed === '') return codes;
  return new Fuse(codes, {
    keys: [
      { name: 'name', weight: 3 },
      { name: 'definition', weight: 1 },
      { name: 'path', weight: 1, getFn: code => pathOf(code, codes) },
    ],
    threshold: 0.38,
    ignoreLocation: true,
  })
    .search(typed)
    .map(hit => hit.item);
}

/** Where codes go when they are let fall before, after or on another code. */
export function placeOf(
  codes: readonly Code[],
  target: CodeId,
  position: 'before' | 'after' | 'on',
): { readonly parent: CodeId | null; readonly before: CodeId | null } {
  if (position === 'on') return { parent: target, before: null };
  const parent = codes.find(code => code.id === target)?.parent ?? null;
  if (position === 'before') return { parent, before: target };
  const siblings = codes.filter(code => code.parent === parent);
  const next = siblings[siblings.findIndex(code => code.id === target) + 1];
  return { parent, before: next?.id ?? null };
}
