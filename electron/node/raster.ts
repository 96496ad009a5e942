import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { mapFonts } from './mapFonts.ts';

const require = createRequire(import.meta.url);
let ready: Promise<void> | null = null;

/** Starts the rasteriser once. */
function prepare(): Promise<void> {
  ready ??= initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  return ready;
}

/** Draws an SVG as PNG at `scale` pixels to its unit. Needs no browser and no network. */
export async function svgToPng(svg: string, scale: number): Promise<Uint8Array> {
  await prepare();
  const image = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: {
      fontBuffers: Object.values(mapFonts()),
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
