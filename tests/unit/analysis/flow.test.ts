import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flowWidths, layOutFlow } from '../../../shared/analysis/map/flow.ts';
import type { Flow } from '../../../shared/analysis/map/types.ts';
import { textWidth } from '../../../shared/text/measure.ts';
import { anyMap, boatMap, mapOf } from '../../builders/maps.ts';

type Box = { readonly top: number; readonly bottom: number };
const settings = { numRuns: 60 };

/** The rooms that labels take as the picture sets them, from the top of its first line to the foot of its last. */
const codeBox = (node: Flow['codes'][number]): Box => ({ top: node.middle - 6, bottom: node.middle + 7 });
const themeBox = ({ middle, lines }: Flow['themes'][number]): Box => {
  const first = middle - (lines.length - 1) * 9 + 5;
  return { top: first - 11, bottom: first + (lines.length - 1) * 18 + 4 };
};
const outcomeBox = ({ middle, lines }: Flow['outcomes'][number]): Box => {
  const first = middle - 2 - (lines.length - 1) * 8;
  return { top: first - 10, bottom: first + lines.length * 16 + 3 };
};
function apart(boxes: readonly Box[], flow: Flow): void {
  const ordered = boxes.toSorted((a, b) => a.top - b.top);
  for (const [index, box] of ordered.entries()) {
    expect(box.top).toBeGreaterThan(flow.heads);
    expect(box.bottom).toBeLessThanOrEqual(flow.height);
    const next = ordered[index + 1];
    if (next) expect(next.top).toBeGreaterThanOrEqual(box.bottom);
  }
}

describe('the flow layout', () => {
  it('is the same for the same map', () => {
    fc.assert(
      fc.property(anyMap, map => {
        expect(layOutFlow(map)).toEqual(layOutFlow(structuredClone(map)));
      }),
      settings,
    );
  });

  it('shows every theme and every outcome, outcomes in their order, also those without a theme', () => {
    fc.assert(
      fc.property(anyMap, map => {
        const flow = layOutFlow(map);
        expect(flow.outcomes.map(node => node.id)).toEqual(map.outcomes.map(one => one.id));
        expect(flow.outcomes.map(node => node.number)).toEqual(map.outcomes.map(one => one.number));
        const tops = flow.outcomes.map(node => node.middle);
        expect(tops).toEqual(tops.toSorted((a, b) => a - b));
        expect(new Set(flow.themes.map(node => node.id))).toEqual(new Set(map.themes.map(one => one.id)));
      }),
      settings,
    );
  });

  it('sets no label over another, and none outside the picture', () => {
    fc.assert(
      fc.property(anyMap, fc.constantFrom(flowWidths.least, 1100, flowWidths.widest), (map, room) => {
        const flow = layOutFlow(map, { width: room, height: 794 });
        apart(flow.codes.map(codeBox), flow);
        apart(flow.themes.map(themeBox), flow);
        apart(flow.outcomes.map(outcomeBox), flow);
        const { columns } = flow;
        for (const { lines } of flow.codes)
          expect(textWidth(lines[0] ?? '', 'sans', 12)).toBeLessThanOrEqual(columns.code - 12);
        for (const { lines } of flow.themes)
          for (const line of lines)
            expect(textWidth(line, 'serifBold', 14.5)).toBeLessThanOrEqual(columns.themeOut - columns.theme - 16);
        for (const { lines } of flow.outcomes)
          for (const line of lines)
            expect(textWidth(line, 'sansBold', 13)).toBeLessThanOrEqual(flow.width - columns.outcome - 46);
      }),
      settings,
    );
  });

  it('draws each link that carries extracts as one ribbon, as wide as they are many, within the bars at both ends', () => {
    fc.assert(
      fc.property(anyMap, map => {
        const flow = layOutFlow(map);
        const toOutcomes = flow.ribbons.filter(ribbon => ribbon.outcome !== null);
        const carrying = map.outcomeLinks.filter(link => link.extracts > 0);
        expect(toOutcomes.map(ribbon => `${ribbon.from} ${ribbon.to} ${ribbon.extracts}`).sort()).toEqual(
          carrying.map(link => `${link.theme} ${link.outcome} ${link.extracts}`).sort(),
        );
        for (const ribbon of flow.ribbons) expect(ribbon.h / ribbon.extracts).toBeCloseTo(flow.scale, 6);
        for (const theme of flow.themes) {
          const out = toOutcomes.filter(ribbon => ribbon.from === theme.id);
          expect(out.reduce((sum, ribbon) => sum + ribbon.h, 0)).toBeCloseTo(theme.out.h, 6);
          for (const ribbon of out) {
            expect(ribbon.y).toBeGreaterThanOrEqual(theme.out.y - 1e-6);
            expect(ribbon.y + ribbon.h).toBeLessThanOrEqual(theme.out.y + theme.out.h + 1e-6);
          }
        }
        const carried = flow.ribbons
          .filter(ribbon => ribbon.outcome === null)
          .reduce((sum, one) => sum + one.extracts, 0);
        expect(carried).toBe(map.codeLinks.reduce((sum, link) => sum + link.extracts, 0));
      }),
      settings,
    );
  });

  it('puts codes beside their themes and themes beside their outcomes', () => {
    const map = mapOf({
      outcomes: ['A', 'B'],
      themes: ['for B', 'for A'],
      codes: ['of the first', 'of the second'],
      codeLinks: [
        [0, 0, 2],
        [1, 1, 2],
      ],
      outcomeLinks: [
        [0, 1, 2],
        [1, 0, 2],
      ],
    });
    const flow = layOutFlow(map);
    expect(flow.themes.map(node => node.name)).toEqual(['for A', 'for B']);
    expect(flow.codes.map(node => node.name)).toEqual(['of the second', 'of the first']);
  });

  it('folds codes beyond what is legible into one row for each theme, and loses no ribbon', () => {
    const many = Array.from({ length: 150 }, (_, index) => index);
    const map = mapOf({
      outcomes: ['A'],
      themes: ['T', 'U'],
      codes: many.map(index => `Code ${index}`),
      codeLinks: many.map(index => [index, index % 2, index + 1] as const),
      outcomeLinks: [[0, 0, 5]],
    });
    const flow = layOutFlow(map);
    const folds = flow.codes.filter(node => node.id.startsWith('fold '));
    expect(folds.map(node => node.id)).toEqual(['fold t0', 'fold t1']);
    const named = flow.codes.length - 2;
    expect(folds.map(node => Number(/^\+(\d+) codes$/.exec(node.name)?.[1])).reduce((a, b) => a + b)).toBe(150 - named);
    expect(flow.codes.map(node => node.name)).toContain('Code 149');
    expect(flow.codes.map(node => node.name)).not.toContain('Code 0');
    expect(flow.height).toBeLessThanOrEqual(794);
  });

  it('sets themes closer where that keeps all of them in sight', () => {
    const many = Array.from({ length: 22 }, (_, index) => index);
    const map = mapOf({
      outcomes: ['A', 'B', 'C'],
      themes: many.map(index => `Theme ${index}`),
      codes: many.map(index => `Code ${index}`),
      codeLinks: many.map(index => [index, index, 3] as const),
      outcomeLinks: many.map(index => [index, index % 3, 3] as const),
    });
    const room = { width: 1212, height: 690 };
    const flow = layOutFlow(map, room);
    expect(flow.height).toBeLessThanOrEqual(room.height);
    apart(flow.themes.map(themeBox), flow);
  });

  it('of an empty study is an empty picture with its outcomes', () => {
    const flow = layOutFlow({ ...boatMap, themes: [], codes: [], codeLinks: [], outcomeLinks: [] });
    expect(flow.outcomes).toHaveLength(4);
    expect(flow.ribbons).toEqual([]);
  });
});
