import { zlibSync } from 'fflate';
import { a4, type Ink, type Picture, type Shape } from '../../analysis/map/picture.ts';
import type { Face } from '../../text/measure.ts';
import { inks } from './inks.ts';
import { type Font, joined, readFont } from './trueType.ts';

export type FontFiles = Readonly<Record<Face, Uint8Array>>;

const faces: readonly Face[] = ['sans', 'sansBold', 'serifBold', 'serifItalic'];
const fontNames: Readonly<Record<Face, string>> = {
  sans: 'Inter-Regular',
  sansBold: 'Inter-SemiBold',
  serifBold: 'SourceSerif4-SemiBold',
  serifItalic: 'SourceSerif4-Italic',
};
/** Points to a pixel. */
const points = 0.75;

/** A font in use: its glyphs are gathered while the pages are written. */
type Used = { readonly font: Font; readonly glyphs: Map<number, number> };

/** Pages as PDF: vector shapes, and text that can be selected and searched, in fonts that lie in the file. A page is A4 landscape, or as large as a picture that needs more. The same pages give the same bytes. */
export function mapPdf(pages: readonly Picture[], title: string, files: FontFiles): Uint8Array {
  const used = Object.fromEntries(
    faces.map(face => [face, { font: readFont(files[face]), glyphs: new Map<number, number>() }]),
  ) as unknown as Readonly<Record<Face, Used>>;
  const drawn = pages.map(page => contentOf(page, used));
  const objects: (string | Uint8Array)[] = [];
  const add = (object: string | Uint8Array) => objects.push(object);
  // 1 catalogue, 2 page tree, 3 resources, 4 information; pages and fonts follow.
  const first = 5;
  const fontAt = first + 2 * pages.length;
  add(`<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) /ViewerPreferences << /DisplayDocTitle true >> >>`);
  add(
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${first + 2 * index} 0 R`).join(' ')}] >>`,
  );
  add(
    `<< /Font << ${faces.map((_, index) => `/F${index} ${fontAt + 5 * index} 0 R`).join(' ')} >> /ExtGState << /G2 << /ca 0.2 >> /G3 << /ca 0.3 >> /G10 << /ca 1 >> >> >>`,
  );
  add(`<< /Title ${inUtf16(title)} /Producer (Ninefold) >>`);
  for (const [index, page] of pages.entries()) {
    const [w, h] = sizeOf(page);
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${n(w * points)} ${n(h * points)}] /Resources 3 0 R /Contents ${first + 2 * index + 1} 0 R >>`,
    );
    add(stream('', new TextEncoder().encode(drawn[index] ?? '')));
  }
  for (const [index, face] of faces.entries())
    for (const object of fontObjects(face, used[face], fontAt + 5 * index)) add(object);
  return assemble(objects);
}

/** The page's size in pixels. */
const sizeOf = ({ width, height }: Picture): readonly [number, number] => [
  Math.max(a4.width, width),
  Math.max(a4.height, height),
];

function contentOf(page: Picture, used: Readonly<Record<Face, Used>>): string {
  const [w, h] = sizeOf(page);
  const left = (w - page.width) / 2;
  return [
    `${colour('paper')} rg 0 0 ${n(w * points)} ${n(h * points)} re f`,
    // From here on in pixels, from the top left corner.
    `${points} 0 0 -${points} ${n(left * points)} ${n(h * points)} cm`,
    ...page.parts.flatMap(part => part.shapes.map(shape => drawShape(shape, used))),
  ].join('\n');
}

function drawShape(shape: Shape, used: Readonly<Record<Face, Used>>): string {
  if (shape.kind === 'text') return drawText(shape, used[shape.face]);
  const { d, fill, stroke, width, dash, opacity } = shape;
  const state = [
    fill ? `${colour(fill)} rg` : '',
    opacity === undefined ? '' : `/G${opacity === 0.2 ? 2 : opacity === 0.3 ? 3 : 10} gs`,
    stroke ? `${colour(stroke)} RG ${n(width ?? 1)} w [${(dash ?? []).join(' ')}] 0 d` : '',
  ];
  const paint = fill && stroke ? 'B' : fill ? 'f' : 'S';
  const after = opacity === undefined ? '' : '/G10 gs';
  return [...state, path(d), paint, after].filter(Boolean).join(' ');
}

const operators: Readonly<Record<string, string>> = { M: 'm', L: 'l', C: 'c' };

/** An SVG path of absolute M, L, C and Z as PDF operators. */
function path(d: string): string {
  return [...d.matchAll(/([MLCZ])([^MLCZ]*)/g)]
    .map(([, letter = '', numbers = '']) => (letter === 'Z' ? 'h' : `${numbers.trim()} ${operators[letter] ?? ''}`))
    .join(' ');
}

function drawText({ x, y, words, face, size, ink, anchor }: Shape & { readonly kind: 'text' }, used: Used): string {
  const { font, glyphs } = used;
  const line = [...words].map(character => {
    const point = character.codePointAt(0) ?? 0;
    const glyph = point > 0xffff ? 0 : font.glyphOf(point);
    if (!glyphs.has(glyph)) glyphs.set(glyph, point);
    return glyph;
  });
  const w = (line.reduce((sum, glyph) => sum + font.advance(glyph), 0) * size) / font.unitsPerEm;
  const left = anchor === 'start' ? x : anchor === 'end' ? x - w : x - w / 2;
  const hex = line.map(glyph => glyph.toString(16).padStart(4, '0')).join('');
  return `BT ${colour(ink)} rg /F${faces.indexOf(face)} ${n(size)} Tf 1 0 0 -1 ${n(left)} ${n(y)} Tm <${hex}> Tj ET`;
}

function fontObjects(face: Face, { font, glyphs }: Used, at: number): readonly (string | Uint8Array)[] {
  const em = (value: number) => Math.round((value * 1000) / font.unitsPerEm);
  const name = `NINEFD+${fontNames[face]}`;
  const sorted = [...glyphs.keys()].sort((a, b) => a - b);
  const widths = sorted.map(glyph => `${glyph} [${em(font.advance(glyph))}]`).join(' ');
  const file = font.subset(new Set(sorted), false);
  const flags = (face.startsWith('serif') ? 2 : 0) + (font.italic ? 64 : 0) + 4;
  return [
    `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [${at + 1} 0 R] /ToUnicode ${at + 4} 0 R >>`,
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ${at + 2} 0 R /CIDToGIDMap /Identity /W [${widths}] >>`,
    `<< /Type /FontDescriptor /FontName /${name} /Flags ${flags} /FontBBox [${font.box.map(em).join(' ')}] /ItalicAngle ${font.italic ? -10 : 0} /Ascent ${em(font.ascent)} /Descent ${em(font.descent)} /CapHeight 700 /StemV 90 /FontFile2 ${at + 3} 0 R >>`,
    stream(`/Length1 ${file.length}`, file),
    stream('', new TextEncoder().encode(toUnicode(sorted, glyphs))),
  ];
}

/** What each glyph says, so that text can be selected and searched. */
function toUnicode(sorted: readonly number[], glyphs: ReadonlyMap<number, number>): string {
  const hex = (value: number) => value.toString(16).padStart(4, '0');
  const lines = sorted.map(glyph => `<${hex(glyph)}> <${hex(Math.min(0xfffd, glyphs.get(glyph) ?? 0xfffd))}>`);
  const blocks = Array.from({ length: Math.ceil(lines.length / 100) }, (_, index) => {
    const block = lines.slice(100 * index, 100 * (index + 1));
    return `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`;
  });
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
${blocks.join('\n')}
endcmap CMapName currentdict /CMap defineresource pop end end`;
}

function stream(entries: string, data: Uint8Array): Uint8Array {
  const packed = zlibSync(data, { level: 9 });
  const head = new TextEncoder().encode(`<< ${entries} /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`);
  return joined([head, packed, new TextEncoder().encode('\nendstream')]);
}

function assemble(objects: readonly (string | Uint8Array)[]): Uint8Array {
  const encode = (text: string) => new TextEncoder().encode(text);
  const parts: Uint8Array[] = [encode('%PDF-1.7\n'), new Uint8Array([0x25, 0xe2, 0xe3, 0xcf, 0xd3, 0x0a])];
  let at = parts.reduce((sum, part) => sum + part.length, 0);
  const offsets = objects.map((object, index) => {
    const whole = joined([
      encode(`${index + 1} 0 obj\n`),
      typeof object === 'string' ? encode(object) : object,
      encode('\nendobj\n'),
    ]);
    const from = at;
    parts.push(whole);
    at += whole.length;
    return from;
  });
  const rows = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    encode(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return joined(parts);
}

function colour(ink: Ink): string {
  const hex = inks[ink];
  return [1, 3, 5].map(at => n(Number.parseInt(hex.slice(at, at + 2), 16) / 255, 4)).join(' ');
}

/** A text string of a PDF, in UTF-16 with its mark. */
function inUtf16(text: string): string {
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index).toString(16).padStart(4, '0'));
  return `<feff${units.join('')}>`;
}

const n = (value: number, decimals = 2) => String(Math.round(value * 10 ** decimals) / 10 ** decimals);
