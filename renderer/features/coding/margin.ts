import { packStripes } from '../../../shared/text/stripes.ts';

/** A coding as the margin shows it; `y0`, `y1` are the heights of its first and last line in pixels from the top of the page. */
export type Striped = {
  readonly id: string;
  readonly name: string;
  readonly hue: number;
  readonly y0: number;
  readonly y1: number;
};
export type Stripe = Striped & {
  readonly x: number;
  /** Top of its name; null where there is no room near it. */
  readonly nameY: number | null;
  /** Lines its name may take. */
  readonly lines: 1 | 2;
};
export type MarginLayout = {
  readonly stripes: readonly Stripe[];
  readonly namesX: number /** "+3" where names found no room: how many, and at which height. */;
  readonly more: readonly { readonly y: number; readonly count: number }[];
};

const pitch = 9;
const firstX = 12;
const step = 17;
/** How far from its stripe's head a name may stand before it says nothing, in pixels. */
const farthest = 96;

/** Packs stripes side by side and sets their names in one column beside them; the names of one line go rightmost lane first, so that leaders cross as little as they can. */
export function layOutMargin(items: readonly Striped[]): MarginLayout {
  const lanes = packStripes(
    items.map(item => ({ id: item.id, start: item.y0, end: Math.max(item.y1, item.y0 + 8) })),
    4,
  );
  const lane = (item: Striped) => lanes.get(item.id) ?? 0;
  const most = Math.min(24, Math.max(0, ...items.map(lane)));
  const ordered = items.toSorted((a, b) => a.y0 - b.y0 || lane(b) - lane(a));
  const named: { item: Striped; y: number | null }[] = [];
  const more: { y: number; count: number }[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const item of ordered) {
    const y = Math.max(item.y0 - 1, last + step);
    if (y - item.y0 > farthest && y > item.y1) {
      named.push({ item, y: null });
      const crowd = more.at(-1);
      if (crowd && crowd.y === last) more[more.length - 1] = { y: last, count: crowd.count + 1 };
      else more.push({ y: last, count: 1 });
      continue;
    }
    named.push({ item, y });
    last = y;
  }
  const ys = named.flatMap(one => one.y ?? []);
  return {
    namesX: firstX + (most + 1) * pitch + 9,
    more,
    stripes: named.map(({ item, y }) => {
      const next = y === null ? undefined : ys[ys.indexOf(y) + 1];
      return {
        ...item,
        x: firstX + Math.min(lane(item), 24) * pitch,
        nameY: y,
        lines: y !== null && (next === undefined || next - y >= 33) ? 2 : 1,
      };
    }),
  };
}
