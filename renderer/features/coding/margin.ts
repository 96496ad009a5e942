import { packStripes } from '../../../shared/text/stripes.ts';

/** A coding as the margin shows it; `y0`, `y1` are the heights of its first and last line in pixels from the top of the sheet. */
export type Striped = {
  readonly id: string;
  readonly name: string;
  readonly hue: number;
  readonly y0: number;
  readonly y1: number;
};
export type Stripe = Striped & {
  readonly x: number;
  /** Top of its name; null where there is no room near it, or names are not shown. */
  readonly nameY: number | null;
  /** Lines its name may take. */
  readonly lines: 1 | 2;
};
export type MarginLayout = {
  readonly stripes: readonly Stripe[];
  readonly namesX: number;
  /** Width of a stripe in pixels. */
  readonly width: number;
  /** "+3" where names found no room: how many, and at which height. */
  readonly more: readonly { readonly y: number; readonly count: number }[];
};
/** 'names' sets every name that has room; 'dense' packs narrow stripes and shows the name of the one brought forward alone. */
export type MarginLook = 'names' | 'dense';

const firstX = 12;
const pitches: Readonly<Record<MarginLook, number>> = { names: 9, dense: 5 };
const mostLanes: Readonly<Record<MarginLook, number>> = { names: 24, dense: 48 };
const step = 17;
/** With more stripes than this side by side the names would be pushed out of the page: the margin is dense then. */
const mostNamed = 12;
const widths: Readonly<Record<MarginLook, number>> = { names: 4, dense: 3 };
/** How far from its stripe's head a name may stand before it says nothing, in pixels. */
const farthest = 96;

/** Packs stripes side by side and sets their names in one column beside them; the names of one line go rightmost lane first, so that leaders cross as little as they can. */
export function layOutMargin(items: readonly Striped[], wanted: MarginLook = 'names'): MarginLayout {
  const lanes = packStripes(
    items.map(item => ({ id: item.id, start: item.y0, end: Math.max(item.y1, item.y0 + 8) })),
    4,
  );
  const look = Math.max(0, ...lanes.values()) >= mostNamed ? 'dense' : wanted;
  const pitch = pitches[look];
  const lane = (item: Striped) => Math.min(mostLanes[look], lanes.get(item.id) ?? 0);
  const most = Math.max(0, ...items.map(lane));
  const ordered = items.toSorted((a, b) => a.y0 - b.y0 || lane(b) - lane(a));
  const { heights, more } = look === 'names' ? setNames(ordered) : { heights: new Map<string, number>(), more: [] };
  const ys = [...heights.values()].sort((a, b) => a - b);
  const after = new Map(ys.map((y, index) => [y, ys[index + 1]]));
  return {
    namesX: firstX + (most + 1) * pitch + 9,
    width: widths[look],
    more,
    stripes: ordered.map(item => {
      const y = heights.get(item.id) ?? null;
      const next = y === null ? undefined : after.get(y);
      const roomy = y !== null && (next === undefined || next - y >= 33);
      return { ...item, x: firstX + lane(item) * pitch, nameY: y, lines: roomy ? 2 : 1 };
    }),
  };
}

/** Heights of the names from top to bottom, and where names were left out. */
function setNames(ordered: readonly Striped[]): {
  readonly heights: ReadonlyMap<string, number>;
  readonly more: MarginLayout['more'];
} {
  const heights = new Map<string, number>();
  const more: { y: number; count: number }[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const item of ordered) {
    const y = Math.max(item.y0 - 1, last + step);
    if (y - item.y0 <= farthest || y <= item.y1) {
      heights.set(item.id, y);
      last = y;
      continue;
    }
    const crowd = more.at(-1);
    if (crowd?.y === last) more[more.length - 1] = { y: last, count: crowd.count + 1 };
    else more.push({ y: last, count: 1 });
  }
  return { heights, more };
}
