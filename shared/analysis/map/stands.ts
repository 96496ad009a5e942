import { type Block, boxesOf, clearance, type Side } from './blocks.ts';
import type { Box } from './picture.ts';

/** An open rectangle: a middle strictly inside it would bring two boxes too near. */
type Ban = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** A block with its name on one side, and where its middle may stand so that all its boxes lie in the area and none comes near a taken one. */
export type Stand = {
  readonly side: Side;
  /** The middle stays within these, the edges included. */
  readonly room: Ban;
  readonly bans: readonly Ban[];
};

/** The stands of a block among the boxes that are taken, in the order of its sides. */
export function standsOf(block: Block, sides: readonly Side[], area: Box, taken: readonly Box[]): readonly Stand[] {
  return sides.map(side => {
    const own = boxesOf(block, side, 0, 0);
    return {
      side,
      room: {
        left: area.x - Math.min(...own.map(box => box.x)),
        right: area.x + area.w - Math.max(...own.map(box => box.x + box.w)),
        top: area.y - Math.min(...own.map(box => box.y)),
        bottom: area.y + area.h - Math.max(...own.map(box => box.y + box.h)),
      },
      bans: own.flatMap(box =>
        taken.map(other => ({
          left: other.x - clearance - box.x - box.w,
          right: other.x + other.w + clearance - box.x,
          top: other.y - clearance - box.y - box.h,
          bottom: other.y + other.h + clearance - box.y,
        })),
      ),
    };
  });
}

/** The bans that can matter at a height. */
export const bansAt = (bans: readonly Ban[], y: number): readonly Ban[] =>
  bans.filter(ban => y > ban.top && y < ban.bottom);

/** Whether the middle may stand there; `bans` are those of the stand that can matter at this height. */
export const mayStand = ({ room }: Stand, bans: readonly Ban[], x: number, y: number): boolean =>
  x >= room.left &&
  x <= room.right &&
  y >= room.top &&
  y <= room.bottom &&
  !bans.some(ban => x > ban.left && x < ban.right && y > ban.top && y < ban.bottom);

/** Marks in a square of steps around a point, row by row, where the stand may not be: 1 for each that is banned. `reach` steps to each side. */
export function bannedAround(
  { room, bans }: Stand,
  at: { readonly x: number; readonly y: number },
  step: number,
  reach: number,
): Uint8Array {
  const wide = 2 * reach + 1;
  const marks = new Uint8Array(wide * wide).fill(1);
  const [fromColumn, toColumn] = closed(room.left, room.right, at.x, step, reach);
  const [fromRow, toRow] = closed(room.top, room.bottom, at.y, step, reach);
  for (let row = fromRow; row <= toRow; row++) marks.fill(0, row * wide + fromColumn, row * wide + toColumn + 1);
  for (const ban of bans) {
    const [left, right] = open(ban.left, ban.right, at.x, step, reach);
    if (left > right) continue;
    const [top, bottom] = open(ban.top, ban.bottom, at.y, step, reach);
    for (let row = top; row <= bottom; row++) marks.fill(1, row * wide + left, row * wide + right + 1);
  }
  return marks;
}

/** First and last step within the bounds, counted from the first of the square; none where the first is past the last. */
function closed(low: number, high: number, at: number, step: number, reach: number): readonly [number, number] {
  return [
    Math.max(0, Math.ceil((low - at) / step) + reach),
    Math.min(2 * reach, Math.floor((high - at) / step) + reach),
  ];
}

function open(low: number, high: number, at: number, step: number, reach: number): readonly [number, number] {
  return [
    Math.max(0, Math.floor((low - at) / step) + 1 + reach),
    Math.min(2 * reach, Math.ceil((high - at) / step) - 1 + reach),
  ];
}
