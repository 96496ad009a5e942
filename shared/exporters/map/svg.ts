import type { Part, Picture, Shape } from '../../analysis/map/picture.ts';
import type { Face } from '../../text/measure.ts';
import { rightToLeft } from '../../text/rightToLeft.ts';
import { inks } from './inks.ts';

const faces: Readonly<Record<Face, string>> = {
  sans: `font-family="Inter, 'Segoe UI', Arial, sans-serif"`,
  sansBold: `font-family="Inter, 'Segoe UI', Arial, sans-serif" font-weight="600"`,
  serifBold: `font-family="'Source Serif 4', Georgia, serif" font-weight="600"`,
  serifItalic: `font-family="'Source Serif 4', Georgia, serif" font-style="italic"`,
};

/** A picture as one self-contained SVG for a report's page. The same picture gives the same text; every name stands in it whole, as title of its group. `words` tell it to those who can't see it. */
export function mapSvg(picture: Picture, words: readonly string[]): string {
  const { width, height, title } = picture;
  const [w, h] = [n(width), n(height)];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" role="img" aria-labelledby="map-title map-desc">`,
    `<title id="map-title">${inXml(title)}</title>`,
    `<desc id="map-desc">${inXml(words.join(' '))}</desc>`,
    `<rect width="100%" height="100%" fill="${inks.paper}"/>`,
    ...picture.parts.map(part => svgPart(part)),
    '</svg>',
    '',
  ].join('\n');
}

/** A part as a group; `attributes` are written into it as they stand. */
export function svgPart(part: Part, attributes = ''): string {
  const shapes = part.shapes.map(svgShape).join('');
  if (part.role === 'plain') return shapes;
  return `<g${attributes}>${part.title === '' ? '' : `<title>${inXml(part.title)}</title>`}${shapes}</g>`;
}

function svgShape(shape: Shape): string {
  if (shape.kind === 'text') {
    const { x, y, words, face, size, ink, anchor } = shape;
    const at = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
    return `<text x="${n(x)}" y="${n(y)}" ${faces[face]} font-size="${n(size)}" fill="${inks[ink]}"${at}${rightToLeft(words) ? ' unicode-bidi="plaintext"' : ''}>${inXml(words)}</text>`;
  }
  const { d, fill, stroke, width, dash, opacity } = shape;
  return [
    `<path d="${d}" fill="${fill ? inks[fill] : 'none'}"`,
    opacity === undefined ? '' : ` fill-opacity="${opacity}"`,
    stroke ? ` stroke="${inks[stroke]}" stroke-width="${n(width ?? 1)}"` : '',
    dash ? ` stroke-dasharray="${dash.join(' ')}"` : '',
    '/>',
  ].join('');
}

/** A length with at most two decimals. */
const n = (value: number) => String(Math.round(value * 100) / 100);

/** Text safe in XML and HTML: markup escaped, characters that XML 1.0 can't hold dropped. */
export function inXml(text: string): string {
  return text
    .replace(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
