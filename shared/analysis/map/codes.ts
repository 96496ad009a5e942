import type { ThemeMap } from '../../model/themeMap.ts';

type Codes = {
  readonly codes: readonly { readonly id: string; readonly name: string; readonly extracts: number }[];
  readonly links: readonly { readonly code: string; readonly theme: string; readonly extracts: number }[];
};

/** Most codes that are drawn by name; beyond that the column would be longer than a wall. */
const mostCodes = 120;

/** The codes to draw: all of them, or the heaviest and one entry that stands for the others, so that no ribbon is lost. */
export function heaviestCodes(map: ThemeMap): Codes {
  if (map.codes.length <= mostCodes) return { codes: map.codes, links: map.codeLinks };
  const heaviest = map.codes
    .toSorted((a, b) => b.extracts - a.extracts || (a.id < b.id ? -1 : 1))
    .slice(0, mostCodes - 1);
  const kept = new Set<string>(heaviest.map(code => code.id));
  const others = map.codes.filter(code => !kept.has(code.id));
  const merged = map.themes.flatMap(theme => {
    const extracts = map.codeLinks
      .filter(link => link.theme === theme.id && !kept.has(link.code))
      .reduce((sum, link) => sum + link.extracts, 0);
    return extracts > 0 ? [{ code: 'others', theme: theme.id, extracts }] : [];
  });
  const rest = {
    id: 'others',
    name: `${others.length} more codes`,
    extracts: others.reduce((sum, code) => sum + code.extracts, 0),
  };
  return {
    codes: [...map.codes.filter(code => kept.has(code.id)), rest],
    links: [...map.codeLinks.filter(link => kept.has(link.code)), ...merged],
  };
}
