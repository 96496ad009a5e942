import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { unzlibSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { beforeAll, describe, expect, it } from 'vitest';
import { mapFonts } from '../../../electron/node/mapFonts.ts';
import { svgToPng } from '../../../electron/node/raster.ts';
import { pagesOf, pictureOf } from '../../../shared/analysis/map/views.ts';
import { inWords } from '../../../shared/analysis/map/words.ts';
import { mapHtml } from '../../../shared/exporters/map/html.ts';
import { mapJson } from '../../../shared/exporters/map/json.ts';
import { mapPdf } from '../../../shared/exporters/map/pdf.ts';
import { mapSvg } from '../../../shared/exporters/map/svg.ts';
import { type MapView, mapViews, type ThemeMap } from '../../../shared/model/themeMap.ts';
import { anyMap, bigMap, boatMap } from '../../builders/maps.ts';

const svgOf = (map: ThemeMap, view: MapView) =>
  mapSvg(pictureOf(map, view, undefined, { codes: new Set(['t0']) }), inWords(map, view));
const clean = (name: string) => name.replace(/[\uFFFE\uFFFF]/g, '');

/** The texts of an SVG by element; throws where it is not well formed. */
function read(svg: string): ReadonlyMap<string, readonly string[]> {
  const texts = new Map<string, string[]>();
  const stack: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', error => {
    throw error;
  });
  parser.on('opentag', tag => {
    stack.push(tag.name);
    for (const [key, value] of Object.entries(tag.attributes))
      expect(`${key}=${value}`).not.toMatch(/NaN|undefined|Infinity/);
    texts.set(tag.name, [...(texts.get(tag.name) ?? []), '']);
  });
  parser.on('text', text => {
    const list = texts.get(stack.at(-1) ?? '');
    if (list) list.push((list.pop() ?? '') + text);
  });
  parser.on('closetag', () => stack.pop());
  parser.write(svg).close();
  return texts;
}

describe('a view of the theme map as SVG', () => {
  it.each(mapViews)('%s is drawn as the picture beside this test', async view => {
    await expect(svgOf(boatMap, view)).toMatchFileSnapshot(`map.${view}.golden.svg`);
  });

  it('is well formed for any map, the same each time, and names everything whole', () => {
    fc.assert(
      fc.property(anyMap, fc.constantFrom<MapView>(...mapViews), (map, view) => {
        const svg = svgOf(map, view);
        expect(svgOf(structuredClone(map), view)).toBe(svg);
        const titles = (read(svg).get('title') ?? []).join('\n');
        for (const { name } of map.themes) expect(titles).toContain(`${clean(name)}: `);
        if (view !== 'flow') return;
        for (const { number, title } of map.outcomes) expect(titles).toContain(`Outcome ${number}, ${clean(title)}: `);
      }),
      { numRuns: 40 },
    );
  });

  it('tells the whole view in words', () => {
    const words = (view: MapView) => read(svgOf(boatMap, view)).get('desc')?.join('');
    expect(words('flow')).toContain(
      'Outcome 1, Involvement: Being known before being judged (9 extracts); A place that is dry and open (3 extracts).',
    );
    expect(words('flow')).toContain('Outcome 4, Cost savings: no theme.');
    expect(words('map')).toContain('It leads to A place that is dry and open.');
    expect(words('map')).toContain('Outcome 4, Cost savings: no theme.');
    expect(words('grid')).toContain('Parent/Carer in phase 2: 2 extracts from 1 of 1');
  });

  it('says what it is narrowed to', () => {
    for (const view of mapViews)
      expect(
        read(svgOf({ ...boatMap, filter: 'CYP; phase 2' }, view))
          .get('text')
          ?.join(' '),
      ).toContain('Only CYP; phase 2.');
  });

  it('runs nothing and fetches nothing', () => {
    const titles = { map: '"><script>alert(1)</script><image href="http://x"/>' };
    const svg = svgOf({ ...boatMap, titles }, 'map');
    expect([...read(svg).keys()].sort()).toEqual(['desc', 'g', 'path', 'rect', 'svg', 'text', 'title']);
    expect(svg).not.toMatch(/<[^>]*(?:href|url\(|\son\w+=)/);
  });
});

it('draws the same PNG each time, twice as large as the picture', async () => {
  const svg = svgOf(boatMap, 'map');
  const png = await svgToPng(svg, 2);
  expect(Buffer.from(await svgToPng(svg, 2)).equals(Buffer.from(png))).toBe(true);
  expect(Buffer.from(png).readUInt32BE(16)).toBe(2 * 1123);
});

describe('the PDF', () => {
  const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
  const make = (map: ThemeMap, view: MapView) => mapPdf(pagesOf(map, view), 'Boat shed – “map”', mapFonts());

  it.each(mapViews)('%s is the same each time, and every offset leads to its object', view => {
    const bytes = make(boatMap, view);
    expect(Buffer.from(make(structuredClone(boatMap), view)).equals(Buffer.from(bytes))).toBe(true);
    const pdf = textOf(bytes);
    const start = Number(/startxref\n(\d+)/.exec(pdf)?.[1]);
    const rows = [...pdf.slice(start).matchAll(/^(\d{10}) 00000 n /gm)];
    expect(rows.length).toBeGreaterThan(20);
    for (const [index, row] of rows.entries())
      expect(pdf.slice(Number(row[1])).startsWith(`${index + 1} 0 obj\n`)).toBe(true);
  });

  it('has pages of A4 landscape, as many as the view needs', () => {
    const pdf = textOf(make(bigMap(), 'grid'));
    const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, w, h]) => [Number(w), Number(h)]);
    expect(boxes.length).toBeGreaterThan(2);
    for (const box of boxes) expect(box).toEqual([842.25, 595.5]);
  });

  it('says what each glyph means, so that its words can be found', () => {
    const bytes = make(boatMap, 'map');
    const streams = [...textOf(bytes).matchAll(/\/Length (\d+) \/Filter \/FlateDecode >>\nstream\n/g)].map(found => {
      const from = (found.index ?? 0) + found[0].length;
      return textOf(unzlibSync(bytes.subarray(from, from + Number(found[1]))));
    });
    const page = streams.find(one => one.includes(' Tj ET')) ?? '';
    const meanings = streams
      .filter(one => one.includes('beginbfchar'))
      .map(one => new Map([...one.matchAll(/^<(\w{4})> <(\w{4})>$/gm)].map(([, glyph, point]) => [glyph, point])));
    const lines = [...page.matchAll(/\/F(\d) \S+ Tf .*? Tm <(\w*)> Tj/g)].map(([, font, hex]) =>
      (hex?.match(/.{4}/g) ?? [])
        .map(glyph => String.fromCharCode(Number.parseInt(meanings[Number(font)]?.get(glyph) ?? '0', 16)))
        .join(''),
    );
    expect(lines).toContain('Nobody asked');
    expect(lines).toContain('leads to');
  });
});

describe('the page that stays interactive', () => {
  let html = '';
  beforeAll(() => {
    const quotes = new Map([
      ['t0', { quotes: [{ text: 'He knew </script> me', attribution: 'Interview CYP2' }], total: 3 }],
    ]);
    html = mapHtml({
      map: boatMap,
      picture: pictureOf(boatMap, 'map'),
      words: inWords(boatMap, 'map'),
      quotes,
      fonts: mapFonts(),
      sha256: text => createHash('sha256').update(text, 'utf8').digest('base64'),
      base64: bytes => Buffer.from(bytes).toString('base64'),
    });
  });

  it('allows its own style and script by their hashes, and nothing else', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
    const hash = (pattern: RegExp) =>
      createHash('sha256')
        .update(pattern.exec(html)?.[1] ?? '', 'utf8')
        .digest('base64');
    expect(policy).toBe(
      `default-src 'none'; style-src 'sha256-${hash(/<style>([\s\S]*?)<\/style>/)}'; script-src 'sha256-${hash(/<script>([\s\S]*?)<\/script>/)}'; font-src data:; base-uri 'none'; form-action 'none'`,
    );
    expect(html.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|\shref=|\ssrc=/);
  });

  it('keeps words of people from being taken for markup', () => {
    expect(html.match(/<\/script>/g)).toHaveLength(2);
    const data = /<script type="application\/json" id="themes">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
    expect(JSON.parse(data)[0]).toMatchObject({
      name: 'Being known before being judged',
      quotes: [{ text: 'He knew </script> me', attribution: 'Interview CYP2' }],
      total: 3,
    });
  });
});

describe('the theme map as JSON', () => {
  it('is the map itself, with a newline at the end', () => {
    const json = mapJson(boatMap);
    expect(JSON.parse(json)).toEqual(boatMap);
    expect(json.endsWith('}\n')).toBe(true);
  });
});
