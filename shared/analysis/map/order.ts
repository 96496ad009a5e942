/** A link with its weight, seen from the side that is to be ordered. */
export type Pull = { readonly item: string; readonly towards: string; readonly weight: number };

/** Puts items beside what they are linked to: by the weighted mean place of their links (barycentre); ties and items without links keep their order, the latter last. */
export function byBarycentre<T extends { readonly id: string }>(
  items: readonly T[],
  links: readonly Pull[],
  fixed: readonly string[],
): readonly T[] {
  const place = new Map(fixed.map((id, index) => [id, index]));
  const sums = new Map<string, { total: number; weight: number }>();
  for (const { item, towards, weight } of links) {
    const at = place.get(towards);
    if (at === undefined) continue;
    const sum = sums.get(item) ?? { total: 0, weight: 0 };
    const counted = Math.max(weight, 0.5);
    sums.set(item, { total: sum.total + at * counted, weight: sum.weight + counted });
  }
  const centre = (item: T) => {
    const sum = sums.get(item.id);
    return sum ? sum.total / sum.weight : Number.POSITIVE_INFINITY;
  };
  return items
    .map((item, index) => ({ item, index, at: centre(item) }))
    .sort((a, b) => (a.at === b.at ? a.index - b.index : a.at - b.at))
    .map(one => one.item);
}

/** Stacks boxes of the heights given from `top` over `room` pixels, with equal gaps; returns the top of each. */
export function stack(
  heights: readonly number[],
  top: number,
  room: number,
  leastGap: number,
  mostGap = 64,
): readonly number[] {
  const used = heights.reduce((sum, height) => sum + height, 0);
  const gap = heights.length > 1 ? Math.max(leastGap, Math.min(mostGap, (room - used) / (heights.length - 1))) : 0;
  const tall = used + gap * Math.max(0, heights.length - 1);
  let y = top + Math.max(0, (room - tall) / 2);
  return heights.map(height => {
    const at = y;
    y += height + gap;
    return at;
  });
}
