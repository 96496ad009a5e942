import type { Code } from '../../model/entities.ts';
import type { CodeId, ThemeId } from '../../model/ids.ts';

/** What a codebook is made of: codes in the order of the tree, and the themes that hold them by name. */
export type CodebookSnapshot = {
  readonly title: string;
  readonly codes: readonly Code[];
  readonly themes: ReadonlyMap<ThemeId, string>;
};

/** How deep each code stands: 0 at the top. */
export function depths(codes: readonly Code[]): ReadonlyMap<CodeId, number> {
  const found = new Map<CodeId, number>();
  for (const code of codes) found.set(code.id, code.parent === null ? 0 : (found.get(code.parent) ?? -1) + 1);
  return found;
}

export const themesOf = (code: Code, { themes }: CodebookSnapshot): readonly string[] =>
  code.themes.flatMap(theme => themes.get(theme) ?? []);
