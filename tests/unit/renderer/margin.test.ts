import { expect, test } from 'vitest';
import { layOutMargin } from '../../../renderer/features/coding/margin.ts';

const items = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ id: `c${n}`, name: `Code ${n}`, hue: (n % 12) + 1, y0: n, y1: 200 + n }));

test('stripes that overlap stand side by side, and names never on one another', () => {
  const { stripes } = layOutMargin(items(8));
  expect(new Set(stripes.map(stripe => stripe.x)).size).toBe(8);
  const heights = stripes.flatMap(stripe => stripe.nameY ?? []).sort((a, b) => a - b);
  for (const [index, y] of heights.entries()) if (index > 0) expect(y - heights[index - 1]!).toBeGreaterThanOrEqual(17);
});

test('with very many side by side the margin goes dense, so that all of it stays on the page', () => {
  const { stripes, width, namesX } = layOutMargin(items(30));
  expect(stripes.every(stripe => stripe.nameY === null)).toBe(true);
  expect(width).toBe(3);
  expect(namesX).toBeLessThan(200);
});

test('nothing coded, nothing drawn', () => {
  expect(layOutMargin([])).toMatchObject({ stripes: [], more: [] });
});
