import type { Face } from '../../text/measure.ts';
import { type Ink, inkOf, type Part, type Shape } from './picture.ts';

/** A length with at most two decimals. */
export const n = (value: number): string => String(Math.round(value * 100) / 100);

export const plain = (shapes: readonly Shape[]): Part => ({
  role: 'plain',
  id: '',
  ends: [],
  title: '',
  box: null,
  shapes,
});

export const text = (
  x: number,
  y: number,
  words: string,
  face: Face,
  size: number,
  ink: Ink,
  anchor: 'start' | 'middle' | 'end' = 'start',
): Shape => ({ kind: 'text', x, y, words, face, size, ink, anchor });

export const rect = (x: number, y: number, w: number, h: number, fill: Ink): Shape => ({
  kind: 'path',
  d: `M${n(x)} ${n(y)}L${n(x + w)} ${n(y)}L${n(x + w)} ${n(y + h)}L${n(x)} ${n(y + h)}Z`,
  fill,
});

export const line = (x0: number, y0: number, x1: number, y1: number, stroke: Ink, width = 1): Shape => ({
  kind: 'path',
  d: `M${n(x0)} ${n(y0)}L${n(x1)} ${n(y1)}`,
  stroke,
  width,
});

/** Share of a quarter circle's radius at which a cubic curve's handles stand. */
const kappa = 0.5523;

export function roundRect(x: number, y: number, w: number, h: number, r: number, fill: Ink): Shape {
  const k = r * (1 - kappa);
  const [right, foot] = [x + w, y + h];
  const at = (...values: readonly number[]) => values.map(n).join(' ');
  return {
    kind: 'path',
    d:
      `M${at(x + r, y)}L${at(right - r, y)}C${at(right - k, y, right, y + k, right, y + r)}` +
      `L${at(right, foot - r)}C${at(right, foot - k, right - k, foot, right - r, foot)}` +
      `L${at(x + r, foot)}C${at(x + k, foot, x, foot - k, x, foot - r)}` +
      `L${at(x, y + r)}C${at(x, y + k, x + k, y, x + r, y)}Z`,
    fill,
  };
}

/** An arc from one angle to another, in radians clockwise from the right, as cubic curves. */
export function arc(cx: number, cy: number, r: number, from: number, to: number): string {
  const steps = Math.max(1, Math.ceil((to - from) / (Math.PI / 2) - 1e-9));
  const step = (to - from) / steps;
  const handle = (4 / 3) * Math.tan(step / 4) * r;
  const at = (angle: number, out: number) =>
    `${n(cx + Math.cos(angle) * r - Math.sin(angle) * out)} ${n(cy + Math.sin(angle) * r + Math.cos(angle) * out)}`;
  let d = `M${at(from, 0)}`;
  for (let index = 0; index < steps; index++) {
    const start = from + index * step;
    const end = start + step;
    d += `C${at(start, handle)} ${at(end, -handle)} ${at(end, 0)}`;
  }
  return d;
}

export const disc = (cx: number, cy: number, r: number, fill: Ink): Shape => ({
  kind: 'path',
  d: `${arc(cx, cy, r, 0, 2 * Math.PI)}Z`,
  fill,
});

/** An outcome's number on its hue. */
export function tab(x: number, y: number, size: number, outcome: number): readonly Shape[] {
  const digits = size >= 18 ? 11 : size >= 15 ? 10 : 9;
  return [
    roundRect(x, y, size, size, 3, inkOf(outcome)),
    text(x + size / 2, y + size / 2 + digits * 0.36, String(outcome), 'sansBold', digits, 'onOut', 'middle'),
  ];
}
/** Width of a tab of this height: numbers of three digits take more. */
export const tabStep = (size: number): number => size + 3;
