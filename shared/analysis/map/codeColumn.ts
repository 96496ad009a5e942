import type { ThemeMap } from '../../model/themeMap.ts';
import { ellipsis } from '../../text/measure.ts';

/** Most names of codes beside one theme; the others are counted. */
const mostNames = 9;

/** Names of a theme's codes, the heaviest first, each cut to a column's width, and "+12 codes" for those that find no room. */
export function codesShown(map: ThemeMap, theme: string): readonly string[] {
  const names = new Map(map.codes.map(code => [code.id, code.name]));
  const links = map.codeLinks
    .filter(link => link.theme === theme)
    .toSorted((a, b) => b.extracts - a.extracts || (a.code < b.code ? -1 : 1));
  const kept = links.length > mostNames ? links.slice(0, mostNames - 1) : links;
  const rest = links.length - kept.length;
  return [
    ...kept.map(link => `${ellipsis(names.get(link.code) ?? '', 'sans', 11, 150)} ${link.extracts}`),
    ...(rest > 0 ? [`+${rest} codes`] : []),
  ];
}
