import type { MapTheme, ThemeMap } from '../../model/themeMap.ts';
import { textWidth, wrapText } from '../../text/measure.ts';
import { codesShown } from './codeColumn.ts';
import type { Box, Room } from './picture.ts';

/** Type and sizes of the map view at one density, in pixels; nothing is under 9. */
export type Tier = {
  readonly name: number;
  readonly leading: number;
  readonly wrap: number;
  readonly tab: number;
  readonly figure: number;
  readonly relation: number;
  readonly ring: { readonly least: number; readonly most: number; readonly width: number };
};

const smallest: Tier = {
  ...{ name: 9.5, leading: 11, wrap: 104, tab: 11, figure: 9, relation: 9 },
  ring: { least: 8, most: 16, width: 3 },
};
const tiers: readonly Tier[] = [
  { name: 16, leading: 19, wrap: 158, tab: 15, figure: 13, relation: 13, ring: { least: 14, most: 40, width: 6 } },
  { name: 14, leading: 17, wrap: 142, tab: 15, figure: 12, relation: 12, ring: { least: 12, most: 32, width: 5 } },
  { name: 12, leading: 14, wrap: 124, tab: 12, figure: 11, relation: 11, ring: { least: 10, most: 25, width: 4 } },
  { name: 10.5, leading: 12.5, wrap: 112, tab: 12, figure: 9, relation: 10, ring: { least: 9, most: 20, width: 4 } },
  smallest,
];

/** On which side of its ring a name stands, and on which its codes where they are shown. */
export type Side = { readonly name: 'r' | 'l' | 'b' | 't'; readonly codes: 'r' | 'l' | null };

/** An outcome that a theme answers, by its number. */
export type Answer = { readonly number: number; readonly primary: boolean };

/** A theme with all that belongs to it, measured but not placed. */
export type Block = {
  readonly theme: MapTheme;
  readonly r: number;
  readonly lines: readonly string[];
  /** Its outcomes, in order of weight. */
  readonly outcomes: readonly Answer[];
  readonly label: { readonly w: number; readonly h: number };
  readonly codes: readonly string[];
  readonly column: { readonly w: number; readonly h: number };
};

/** Clearances: between a ring and its name, and between any two boxes. */
export const gapToName = 9;
export const clearance = 3;

/** The themes measured at the largest type at which they fill no more than part of the room. */
export function measureBlocks(
  map: ThemeMap,
  room: Room,
  withCodes: ReadonlySet<string>,
): { readonly tier: Tier; readonly blocks: readonly Block[] } {
  const area = room.width * room.height;
  for (const tier of tiers) {
    const blocks = blocksOf(map, tier, withCodes);
    if (tier === smallest || blocks.reduce((sum, block) => sum + areaOf(block), 0) < area * 0.36)
      return { tier, blocks };
  }
  return { tier: smallest, blocks: blocksOf(map, smallest, withCodes) };
}

function blocksOf(map: ThemeMap, tier: Tier, withCodes: ReadonlySet<string>): readonly Block[] {
  const most = Math.max(1, ...map.themes.map(theme => theme.sources));
  const answers = answersOf(map);
  return map.themes.map(theme => {
    const lines = balanced(theme.name, tier.name, tier.wrap);
    const outcomes = answers.get(theme.id) ?? [];
    const codes = withCodes.has(theme.id) ? codesShown(map, theme.id) : [];
    const tabs = Math.min(outcomes.length, tabsInRow(tier)) * (tier.tab + 3) - 3;
    const tabRows = Math.ceil(outcomes.length / tabsInRow(tier));
    return {
      theme,
      r: tier.ring.least + (tier.ring.most - tier.ring.least) * Math.sqrt(theme.sources / most),
      lines,
      outcomes,
      label: {
        w: Math.max(tabs, ...lines.map(line => textWidth(line, 'serifBold', tier.name))),
        h: lines.length * tier.leading + tabRows * (tier.tab + 4),
      },
      codes,
      column: {
        w: codes.length === 0 ? 0 : 26 + Math.max(...codes.map(code => textWidth(code, 'sans', codeType.size))),
        h: codes.length * codeType.leading,
      },
    };
  });
}

/** What each theme answers, in order of weight. */
export function answersOf(map: ThemeMap): ReadonlyMap<string, readonly Answer[]> {
  const numbers = new Map(map.outcomes.map(outcome => [outcome.id, outcome.number]));
  const found = new Map<string, Answer[]>();
  for (const { theme, outcome, primary } of map.outcomeLinks) {
    const number = numbers.get(outcome);
    if (number !== undefined) found.set(theme, [...(found.get(theme) ?? []), { number, primary }]);
  }
  return found;
}

export const codeType = { size: 11, leading: 15 } as const;
/** More outcomes than this take a second row. */
export const tabsInRow = (tier: Tier): number => Math.max(1, Math.floor((tier.wrap + 3) / (tier.tab + 3)));

/** Lines of about equal length, as few as there can be; at most four. */
function balanced(name: string, size: number, width: number): readonly string[] {
  const words = name.split(/\s+/).filter(Boolean);
  const widths = words.map(word => textWidth(word, 'serifBold', size));
  if (words.length === 0 || Math.max(...widths) > width) return wrapText(name, 'serifBold', size, width, 4);
  const space = textWidth(' ', 'serifBold', size);
  const lines = broken(widths, space, width);
  if (lines.length > 4) return wrapText(name, 'serifBold', size, width, 4);
  let best = lines;
  for (let narrow = Math.max(...widths); narrow < width; narrow += 4) {
    const closer = broken(widths, space, narrow);
    if (closer.length > lines.length) continue;
    best = closer;
    break;
  }
  return best.map(([from, to]) => words.slice(from, to).join(' '));
}

/** Words put into lines one after the other, by their widths: where each line begins and ends. */
function broken(widths: readonly number[], space: number, room: number): readonly (readonly [number, number])[] {
  const lines: [number, number][] = [];
  let used = 0;
  for (const [index, width] of widths.entries()) {
    const last = lines.at(-1);
    if (last && used + space + width <= room + 0.01) {
      last[1] = index + 1;
      used += space + width;
    } else {
      lines.push([index, index + 1]);
      used = width;
    }
  }
  return lines;
}

const areaOf = ({ r, label, column }: Block) =>
  (2 * r + 10) * (2 * r + 10) + (label.w + 8) * (label.h + 8) + column.w * column.h;

/** The boxes of a block whose ring's middle is at x, y: its ring, its name with its tabs, and its codes. */
export function boxesOf(block: Block, side: Side, x: number, y: number): readonly Box[] {
  const { r, label, column } = block;
  const out = r + 4;
  const ring = { x: x - out, y: y - out, w: 2 * out, h: 2 * out };
  const name = labelBox(label, side.name, r, x, y);
  if (side.codes === null) return [ring, name];
  const codes = { x: side.codes === 'r' ? x + out : x - out - column.w, y: y - column.h / 2, ...column };
  return [ring, name, codes];
}

function labelBox({ w, h }: Block['label'], side: Side['name'], r: number, x: number, y: number): Box {
  const away = r + gapToName;
  switch (side) {
    case 'r':
      return { x: x + away + 3, y: y - h / 2, w, h };
    case 'l':
      return { x: x - away - 3 - w, y: y - h / 2, w, h };
    case 'b':
      return { x: x - w / 2, y: y + away, w, h };
    case 't':
      return { x: x - w / 2, y: y - away - h, w, h };
  }
}

/** Sides in the order in which they are tried: names look outwards. `across`: 0 at the left edge to 1 at the right. */
export function sidesOf(block: Block, across: number): readonly Side[] {
  const left = across < 0.5;
  if (block.codes.length > 0) {
    const [near, far] = left ? (['l', 'r'] as const) : (['r', 'l'] as const);
    return [
      { name: 'b', codes: near },
      { name: 'b', codes: far },
      { name: 't', codes: near },
      { name: 't', codes: far },
    ];
  }
  const order = across < 0.38 ? 'lbtr' : across > 0.62 ? 'rbtl' : left ? 'btlr' : 'btrl';
  return [...order].map(name => ({ name: name as Side['name'], codes: null }));
}

/** Whether two boxes come nearer than the clearance. */
export const touch = (a: Box, b: Box, apart: number = clearance): boolean =>
  a.x < b.x + b.w + apart && b.x < a.x + a.w + apart && a.y < b.y + b.h + apart && b.y < a.y + a.h + apart;
