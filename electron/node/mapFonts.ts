import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FontFiles } from '../../shared/exporters/map/pdf.ts';

const require = createRequire(import.meta.url);
let kept: FontFiles | null = null;

/** The fonts that the map's pictures are set in, read once. */
export function mapFonts(): FontFiles {
  const read = (path: string) => new Uint8Array(readFileSync(require.resolve(path)));
  kept ??= {
    sans: read('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
    sansBold: read('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
    serifBold: read('@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf'),
    serifItalic: read('@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf'),
  };
  return kept;
}
