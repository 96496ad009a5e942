import type { ThemeMap } from '../../model/themeMap.ts';
import { textWidth } from '../../text/measure.ts';
import { touch } from './blocks.ts';
import type { Box } from './picture.ts';
import { holds, type Settled } from './settle.ts';

type Point = readonly [x: number, y: number];

/** How a relation is drawn, told apart by form: an arrow, a dashed arrow, a heavy line with a bar, a dotted line with a dot. */
export type Form = 'arrow' | 'dashed' | 'bar' | 'dot';

/** A relation as a curve from ring to ring. `label` is null where no place along it is free. */
export type Curve = {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly form: Form;
  readonly points: readonly Point[];
  readonly label: Box | null;
};

/** Forms by kind; words of a team's own are plain arrows. */
export function formOf(kind: string): Form {
  const word = kind.trim().toLowerCase();
  if (word === 'part of') return 'dot';
  if (/^(opposes|pulls against|works against|contradicts)$/.test(word)) return 'bar';
  if (/^(explains|depends on)$/.test(word)) return 'dashed';
  return 'arrow';
}

const bends = [0.12, -0.12, 0.22, -0.22, 0.04, 0.34, -0.34] as const;
const samples = 48;

/** Curves without labels: each bent so that it runs through as few names and rings of others as can be. */
export function curvesOf(relations: ThemeMap['relations'], settled: readonly Settled[]): readonly Curve[] {
  const at = new Map(settled.map(one => [one.block.theme.id as string, one]));
  const used = new Set<string>();
  return relations.flatMap(({ from, to, kind }) => {
    const [a, b] = [at.get(from), at.get(to)];
    if (!a || !b) return [];
    const free = bends.filter(bend => !used.has(lane(from, to, bend)));
    let best: { readonly bend: number; readonly points: readonly Point[] } | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const bend of free.length > 0 ? free : bends) {
      const points = curve(a, b, bend);
      const hits = points.filter(([x, y]) =>
        settled.some(one =>
          one.boxes.some((box, index) => !(index === 0 && (one === a || one === b)) && holds(box, x, y)),
        ),
      ).length;
      if (hits < least) {
        least = hits;
        best = { bend, points };
      }
    }
    if (!best) return [];
    used.add(lane(from, to, best.bend));
    return [{ from, to, kind, form: formOf(kind), points: best.points, label: null }];
  });
}

/** Two relations between the same themes never share a curve: seen from the other end a bend has the other sign. */
const lane = (from: string, to: string, bend: number) =>
  from < to ? `${from} ${to} ${bend}` : `${to} ${from} ${-bend}`;

/** Gives each curve its label, at the first free place from its middle outwards. */
export function labelCurves(curves: readonly Curve[], settled: readonly Settled[], size: number): readonly Curve[] {
  const taken: Box[] = settled.flatMap(one => one.boxes);
  return curves.map(one => {
    const w = textWidth(one.kind, 'serifItalic', size) + 8;
    const h = size + 3;
    const others = curves.filter(other => other !== one).flatMap(other => other.points);
    const places = [...one.points.keys()]
      .slice(5, -7)
      .sort((a, b) => Math.abs(a - samples / 2) - Math.abs(b - samples / 2));
    const boxes = places.map((place): Box => {
      const [x, y] = one.points[place] ?? [0, 0];
      return { x: x - w / 2, y: y - h / 2, w, h };
    });
    const free = boxes.filter(box => !taken.some(other => touch(box, other)));
    const label = free.find(box => !others.some(([x, y]) => holds(box, x, y))) ?? free[0] ?? null;
    if (label) taken.push(label);
    return { ...one, label };
  });
}

function curve(a: Settled, b: Settled, bend: number): readonly Point[] {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const turn: Point = [(a.x + b.x) / 2 - dy * bend, (a.y + b.y) / 2 + dx * bend];
  const on = (t: number): Point => [
    (1 - t) ** 2 * a.x + 2 * t * (1 - t) * turn[0] + t * t * b.x,
    (1 - t) ** 2 * a.y + 2 * t * (1 - t) * turn[1] + t * t * b.y,
  ];
  const clear = (t: number, of: Settled, room: number) => {
    const [x, y] = on(t);
    return (x - of.x) ** 2 + (y - of.y) ** 2 >= (of.block.r + room) ** 2;
  };
  let [first, last] = [0, 1];
  while (first < 0.45 && !clear(first, a, 8)) first += 0.01;
  while (last > 0.55 && !clear(last, b, 9)) last -= 0.01;
  return Array.from({ length: samples + 1 }, (_, index) => on(first + ((last - first) * index) / samples));
}
