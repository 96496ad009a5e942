/** What a picture needs of a TrueType font, and the font reduced to the glyphs that it uses. */
export type Font = {
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly box: readonly [number, number, number, number];
  readonly italic: boolean;
  /** 0 where the font has no such character. */
  glyphOf(point: number): number;
  /** Advance width in font units. */
  advance(glyph: number): number;
  /** The same font with only these glyphs and what they are made of; numbers of glyphs stay. `forWeb` keeps what a browser asks for besides. */
  subset(glyphs: ReadonlySet<number>, forWeb: boolean): Uint8Array;
};

type Table = { readonly at: number; readonly length: number };

const drawn = ['cvt ', 'fpgm', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'prep'];
const web = [...drawn, 'OS/2', 'cmap', 'name', 'post'];

/** Reads a TrueType font with outlines in `glyf` and a character map of format 4. @throws where it is none; the fonts are ours, so this is no user's mistake. */
export function readFont(bytes: Uint8Array): Font {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = tablesOf(view, bytes);
  const table = (name: string): Table => {
    const found = tables.get(name);
    if (!found) throw new Error(`The font has no table ${name}.`);
    return found;
  };
  const [head, hhea] = [table('head').at, table('hhea').at];
  const glyphs = view.getUint16(table('maxp').at + 4);
  const long = view.getInt16(head + 50) === 1;
  const offset = (glyph: number) =>
    long ? view.getUint32(table('loca').at + 4 * glyph) : 2 * view.getUint16(table('loca').at + 2 * glyph);
  const advances = view.getUint16(hhea + 34);
  return {
    unitsPerEm: view.getUint16(head + 18),
    ascent: view.getInt16(hhea + 4),
    descent: view.getInt16(hhea + 6),
    box: [36, 38, 40, 42].map(at => view.getInt16(head + at)) as unknown as Font['box'],
    italic: (view.getUint16(head + 44) & 2) !== 0,
    glyphOf: characterMap(view, table('cmap').at),
    advance: glyph => view.getUint16(table('hmtx').at + 4 * Math.min(glyph, advances - 1)),
    subset: (wanted, forWeb) => {
      const outlines = subsetOutlines(view, bytes, { glyf: table('glyf').at, offset, glyphs }, wanted);
      const kept = (forWeb ? web : drawn).flatMap(name => {
        const own = tables.get(name);
        return own ? [[name, bytes.slice(own.at, own.at + own.length)] as const] : [];
      });
      return assemble(kept.map(([name, data]) => [name, replaced(name, data, outlines)]));
    },
  };
}

function tablesOf(view: DataView, bytes: Uint8Array): ReadonlyMap<string, Table> {
  const count = view.getUint16(4);
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const at = 12 + 16 * index;
      const name = String.fromCharCode(...bytes.subarray(at, at + 4));
      return [name, { at: view.getUint32(at + 8), length: view.getUint32(at + 12) }];
    }),
  );
}

function characterMap(view: DataView, cmap: number): (point: number) => number {
  const count = view.getUint16(cmap + 2);
  const starts = Array.from({ length: count }, (_, index) => cmap + view.getUint32(cmap + 8 + 8 * index));
  const at = starts.find(start => view.getUint16(start) === 4);
  if (at === undefined) throw new Error('The font has no character map of format 4.');
  const segments = view.getUint16(at + 6) / 2;
  const word = (row: number, segment: number) => at + 14 + 2 * (row * segments + segment) + (row > 0 ? 2 : 0);
  return point => {
    for (let segment = 0; segment < segments; segment++) {
      if (point > view.getUint16(word(0, segment))) continue;
      const start = view.getUint16(word(1, segment));
      if (point < start) return 0;
      const delta = view.getUint16(word(2, segment));
      const range = view.getUint16(word(3, segment));
      if (range === 0) return (point + delta) & 0xffff;
      const glyph = view.getUint16(word(3, segment) + range + 2 * (point - start));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}

type Outlines = { readonly glyf: Uint8Array; readonly loca: Uint8Array };

function subsetOutlines(
  view: DataView,
  bytes: Uint8Array,
  {
    glyf,
    offset,
    glyphs,
  }: { readonly glyf: number; readonly offset: (glyph: number) => number; readonly glyphs: number },
  wanted: ReadonlySet<number>,
): Outlines {
  const all = new Set<number>([0]);
  const take = (glyph: number) => {
    if (all.has(glyph) && glyph !== 0) return;
    all.add(glyph);
    for (const piece of pieces(view, glyf + offset(glyph), offset(glyph + 1) - offset(glyph))) take(piece);
  };
  for (const glyph of wanted) take(glyph);
  const loca = new DataView(new ArrayBuffer(4 * (glyphs + 1)));
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let glyph = 0; glyph < glyphs; glyph++) {
    loca.setUint32(4 * glyph, length);
    if (!all.has(glyph)) continue;
    const outline = bytes.subarray(glyf + offset(glyph), glyf + offset(glyph + 1));
    parts.push(outline, new Uint8Array((4 - (outline.length % 4)) % 4));
    length += outline.length + ((4 - (outline.length % 4)) % 4);
  }
  loca.setUint32(4 * glyphs, length);
  return { glyf: joined(parts), loca: new Uint8Array(loca.buffer) };
}

/** The glyphs that a composite glyph is made of. */
function pieces(view: DataView, at: number, length: number): readonly number[] {
  if (length === 0 || view.getInt16(at) >= 0) return [];
  const found: number[] = [];
  for (let next = at + 10; ; ) {
    const flags = view.getUint16(next);
    found.push(view.getUint16(next + 2));
    next += 4 + ((flags & 1) !== 0 ? 4 : 2);
    if ((flags & 8) !== 0) next += 2;
    else if ((flags & 0x40) !== 0) next += 4;
    else if ((flags & 0x80) !== 0) next += 8;
    if ((flags & 0x20) === 0) return found;
  }
}

function replaced(name: string, data: Uint8Array, { glyf, loca }: Outlines): Uint8Array {
  if (name === 'glyf') return glyf;
  if (name === 'loca') return loca;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (name === 'head') view.setInt16(50, 1);
  if (name === 'post') {
    // Format 3: no names of glyphs.
    view.setUint32(0, 0x00030000);
    return data.subarray(0, 32);
  }
  return data;
}

function assemble(tables: readonly (readonly [name: string, data: Uint8Array])[]): Uint8Array {
  const sorted = tables.toSorted(([a], [b]) => (a < b ? -1 : 1));
  const head = new DataView(new ArrayBuffer(12 + 16 * sorted.length));
  const power = Math.floor(Math.log2(sorted.length));
  head.setUint32(0, 0x00010000);
  head.setUint16(4, sorted.length);
  head.setUint16(6, 16 * 2 ** power);
  head.setUint16(8, power);
  head.setUint16(10, 16 * (sorted.length - 2 ** power));
  let at = head.byteLength;
  const parts: Uint8Array[] = [];
  for (const [index, [name, data]] of sorted.entries()) {
    const padded = new Uint8Array(Math.ceil(data.length / 4) * 4);
    padded.set(data);
    for (let letter = 0; letter < 4; letter++) head.setUint8(12 + 16 * index + letter, name.charCodeAt(letter));
    head.setUint32(16 + 16 * index, checksum(padded));
    head.setUint32(20 + 16 * index, at);
    head.setUint32(24 + 16 * index, data.length);
    parts.push(padded);
    at += padded.length;
  }
  return joined([new Uint8Array(head.buffer), ...parts]);
}

function checksum(padded: Uint8Array): number {
  const view = new DataView(padded.buffer);
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

/** Bytes one after the other. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
