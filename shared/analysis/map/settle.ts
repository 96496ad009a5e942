import type { Arrangement } from './arrange.ts';
import { type Block, boxesOf, type Side, sidesOf, touch } from './blocks.ts';
import type { Box } from './picture.ts';
import { bannedAround, bansAt, mayStand, type Stand, standsOf } from './stands.ts';

/** A theme in its place: middle of its ring, side of its name, and its boxes. */
export type Settled = {
  readonly block: Block;
  readonly x: number;
  readonly y: number;
  readonly side: Side;
  readonly boxes: readonly Box[];
};

/** Steps of the search for a free place, in pixels. */
const step = 6;
const reach = 40;

/** Places to try, nearest first: steps across and down, and where they lie in the square of all of them. */
const offsets: readonly { readonly dx: number; readonly dy: number; readonly index: number }[] = Array.from(
  { length: (2 * reach + 1) ** 2 },
  (_, index) => {
    const across = (index % (2 * reach + 1)) - reach;
    const down = Math.floor(index / (2 * reach + 1)) - reach;
    return { dx: across * step, dy: down * step, index };
  },
).sort((a, b) => a.dx ** 2 + a.dy ** 2 - (b.dx ** 2 + b.dy ** 2));

/** So many places are tried one by one; whoever finds none there looks at the whole square at once. */
const tryFirst = 12;

/**
 * Gives every theme its place in the area, those placed by hand first. Where a place is taken, the nearest free one; no two boxes of all themes come nearer than the clearance.
 * The area is left at its foot alone, and only where it is full.
 */
export function settle(blocks: readonly Block[], arrangement: Arrangement, area: Box): readonly Settled[] {
  const byHand = (block: Block) => (block.theme.place === null ? 1 : 0);
  const order = blocks
    .map((block, index) => ({ block, index }))
    .sort((a, b) => byHand(a.block) - byHand(b.block) || b.block.r - a.block.r || a.index - b.index);
  const taken: Box[] = [];
  const settled = new Map<number, Settled>();
  for (const { block, index } of order) {
    const one = find(block, wanted(block, arrangement, area), area, taken);
    taken.push(...one.boxes);
    settled.set(index, one);
  }
  return blocks.flatMap((_, index) => settled.get(index) ?? []);
}

function wanted({ theme }: Block, arrangement: Arrangement, area: Box): { readonly x: number; readonly y: number } {
  const { u, v } = theme.place
    ? { u: theme.place.x / 1000, v: theme.place.y / 1000 }
    : (arrangement.get(theme.id) ?? { u: 0.5, v: 0.5 });
  return { x: area.x + u * area.w, y: area.y + v * area.h };
}

function find(block: Block, at: { readonly x: number; readonly y: number }, area: Box, taken: readonly Box[]): Settled {
  const sides = sidesOf(block, (at.x - area.x) / area.w);
  const stands = standsOf(block, sides, area, taken);
  for (const { dx, dy } of offsets.slice(0, tryFirst)) {
    const [x, y] = [at.x + dx, at.y + dy];
    const stand = stands.find(one => mayStand(one, one.bans, x, y));
    if (stand) return settledAt(block, stand, x, y);
  }
  const banned = stands.map(stand => bannedAround(stand, at, step, reach));
  for (const { dx, dy, index } of offsets) {
    const stand = stands.find((_, place) => banned[place]?.[index] === 0);
    if (stand) return settledAt(block, stand, at.x + dx, at.y + dy);
  }
  return below(block, sides, area, taken);
}

const settledAt = (block: Block, { side }: Stand, x: number, y: number): Settled => ({
  block,
  x,
  y,
  side,
  boxes: boxesOf(block, side, x, y),
});

/** The first free place in rows from the top, going on below the area. */
function below(block: Block, sides: readonly Side[], area: Box, taken: readonly Box[]): Settled {
  const stands = standsOf(block, sides, { ...area, h: Number.MAX_SAFE_INTEGER }, taken);
  const foot = Math.max(area.y + area.h, ...taken.map(box => box.y + box.h));
  for (let y = area.y + block.r + 4; ; y += step) {
    const near = stands.map(stand => bansAt(stand.bans, y));
    for (let x = area.x + block.r + 4; x < area.x + area.w; x += step) {
      const stand = stands.find((one, place) => mayStand(one, near[place] ?? [], x, y));
      if (stand) return settledAt(block, stand, x, y);
    }
    // A name wider than the whole area would never fit: it stands in the middle, below all others.
    if (y > foot + 200) {
      const side = sides[0] ?? { name: 'b', codes: null };
      return { block, x: area.x + area.w / 2, y, side, boxes: boxesOf(block, side, area.x + area.w / 2, y) };
    }
  }
}

const inside = (box: Box, area: Box): boolean =>
  box.x >= area.x && box.y >= area.y && box.x + box.w <= area.x + area.w && box.y + box.h <= area.y + area.h;

/** Turns names to a free side where fewer lines run under them. `points` lie along the lines. */
export function turnNames(
  settled: readonly Settled[],
  area: Box,
  points: readonly (readonly [number, number])[],
): readonly Settled[] {
  const now = [...settled];
  for (const [index, one] of now.entries()) {
    const others = now.flatMap((other, place) => (place === index ? [] : other.boxes));
    const crossed = (boxes: readonly Box[]) =>
      points.filter(([x, y]) => boxes.slice(1).some(box => holds(box, x, y))).length;
    let best = one;
    let least = crossed(one.boxes);
    for (const side of sidesOf(one.block, (one.x - area.x) / area.w)) {
      if (least === 0) break;
      const boxes = boxesOf(one.block, side, one.x, one.y);
      const deep = { ...area, h: Number.MAX_SAFE_INTEGER };
      if (!boxes.every(box => inside(box, deep)) || boxes.some(box => others.some(other => touch(box, other))))
        continue;
      if (boxes.some(box => box.y + box.h > Math.max(area.y + area.h, ...one.boxes.map(own => own.y + own.h))))
        continue;
      if (crossed(boxes) < least) {
        best = { ...one, side, boxes };
        least = crossed(boxes);
      }
    }
    now[index] = best;
  }
  return now;
}

/** Whether a point lies in a box or within the clearance of lines around it. */
export const holds = ({ x, y, w, h }: Box, px: number, py: number): boolean =>
  px > x - 3 && px < x + w + 3 && py > y - 3 && py < y + h + 3;
