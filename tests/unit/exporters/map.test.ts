import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { mapJson } from '../../../shared/exporters/map/json.ts';
import { mapSvg } from '../../../shared/exporters/map/svg.ts';
import { anyMap, boatMap } from '../../builders/maps.ts';

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

describe('the theme map as SVG', () => {
  it('is drawn as the picture beside this test', async () => {
    await expect(mapSvg(boatMap)).toMatchFileSnapshot('map.golden.svg');
  });

  it('is well formed for any map, the same each time, and names everything whole', () => {
    fc.assert(
      fc.property(anyMap, map => {
        const svg = mapSvg(map);
        expect(mapSvg(structuredClone(map))).toBe(svg);
        const titles = (read(svg).get('title') ?? []).join('\n');
        const clean = (name: string) => name.replace(/[\uFFFE\uFFFF]/g, '');
        for (const { name } of map.themes) expect(titles).toContain(`${clean(name)}: `);
        for (const { number, title } of map.outcomes) expect(titles).toContain(`Outcome ${number}, ${clean(title)}: `);
      }),
      { numRuns: 40 },
    );
  });

  it('tells the whole map in words', () => {
    const words = read(mapSvg(boatMap)).get('desc')?.join('');
    expect(words).toContain(
      'Outcome 1, Involvement: Being known before being judged (9 extracts); A place that is dry and open (3 extracts).',
    );
    expect(words).toContain('Outcome 4, Cost savings: no theme.');
  });

  it('runs nothing and fetches nothing', () => {
    const svg = mapSvg({ ...boatMap, title: '"><script>alert(1)</script><image href="http://x"/>' });
    expect([...read(svg).keys()].sort()).toEqual(['desc', 'g', 'path', 'rect', 'svg', 'text', 'title']);
    expect(svg).not.toMatch(/<[^>]*(?:href|url\(|\son\w+=)/);
  });
});

describe('the theme map as JSON', () => {
  it('is the map itself, with a newline at the end', () => {
    const json = mapJson(boatMap);
    expect(JSON.parse(json)).toEqual(boatMap);
    expect(json.endsWith('}\n')).toBe(true);
  });
});
