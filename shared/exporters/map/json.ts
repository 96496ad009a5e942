import type { ThemeMap } from '../../model/themeMap.ts';

/** The theme map as JSON text with a newline at the end. */
export function mapJson(map: ThemeMap): string {
  return `${JSON.stringify(map, null, 2)}\n`;
}
