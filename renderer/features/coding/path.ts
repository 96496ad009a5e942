import type { Code } from '../../../shared/model/entities.ts';

/** The names of the codes above a code, topmost first: "Being heard › Asked first"; '' at the top. */
export function pathOf(code: Code, codes: readonly Code[]): string {
  const names: string[] = [];
  const seen = new Set<string>([code.id]);
  for (let above = code.parent; above !== null && !seen.has(above); ) {
    seen.add(above);
    const parent = codes.find(one => one.id === above);
    if (!parent) break;
    names.unshift(parent.name);
    above = parent.parent;
  }
  return names.join(' › ');
}
