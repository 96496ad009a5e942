import type { ThemeMap } from '../../model/themeMap.ts';

export type FlowCodes = {
  readonly codes: readonly { readonly id: string; readonly name: string; readonly extracts: number }[];
  readonly links: readonly { readonly code: string; readonly theme: string; readonly extracts: number }[];
};

/** The codes to draw in at most this many rows: all of them, or the heaviest, and for each theme one row ("+12 codes") that carries the links of its others. No ribbon is lost. There are never fewer rows than themes with codes. */
export function foldCodes(map: ThemeMap, rows: number): FlowCodes {
  if (map.codes.length <= rows) return { codes: map.codes, links: map.codeLinks };
  const heaviest = map.codes.toSorted((a, b) => b.extracts - a.extracts || (a.id < b.id ? -1 : 1));
  const themesWithCodes = new Set(map.codeLinks.map(link => link.theme)).size;
  const kept = new Set<string>(heaviest.slice(0, Math.max(0, rows - themesWithCodes)).map(code => code.id));
  const names = new Map<string, string>(map.codes.map(code => [code.id, code.name]));
  const folded = map.themes.flatMap(theme => {
    const away = map.codeLinks.filter(link => link.theme === theme.id && !kept.has(link.code));
    const extracts = away.reduce((sum, link) => sum + link.extracts, 0);
    const [only] = away;
    if (!only) return [];
    const name = away.length === 1 ? (names.get(only.code) ?? '') : `+${away.length} codes`;
    return [{ id: `fold ${theme.id}`, name, extracts, theme: theme.id }];
  });
  return {
    codes: [
      ...map.codes.filter(code => kept.has(code.id)),
      ...folded.map(({ id, name, extracts }) => ({ id, name, extracts })),
    ],
    links: [
      ...map.codeLinks.filter(link => kept.has(link.code)),
      ...folded.map(({ id, theme, extracts }) => ({ code: id, theme, extracts })),
    ],
  };
}
