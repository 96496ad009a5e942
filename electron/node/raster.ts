import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

const require = createRequire(import.meta.url);
const faces = [
  '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
  '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
];

let ready: Promise<readonly Uint8Array[]> | null = null;

/** Starts the rasteriser once and reads the fonts that the map is set in. */
function prepare(): Promise<readonly Uint8Array[]> {
  ready ??= initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm'))).then(() =>
    faces.map(face => new Uint8Array(readFileSync(require.resolve(face)))),
  );
  return ready;
}

/** Draws an SVG as PNG at `scale` pixels to its unit. Needs no browser and no network. */
export async function svgToPng(svg: string, scale: number): Promise<Uint8Array> {
  const fontBuffers = [...(await prepare())];
  const image = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: {
      fontBuffers,
      loadSystemFonts: false,
      defaultFontFamily: 'Inter',
      sansSerifFamily: 'Inter',
      serifFamily: 'Source Serif 4',
    },
  });
  try {
    const drawn = image.render();
    const png = drawn.asPng();
    drawn.free();
    return png;
  } finally {
    image.free();
  }
}
