import type { ThemeMap } from '../../model/themeMap.ts';
import { measureBlocks } from './blocks.ts';
import { byBarycentre } from './order.ts';

/** Where each theme would stand by itself: 0 to 1, from the left and from the top of the drawing area. */
export type Arrangement = ReadonlyMap<string, { readonly u: number; readonly v: number }>;

type Node = { readonly id: string; x: number; y: number; readonly w: number; readonly h: number };
type Spring = { readonly a: number; readonly b: number; readonly pull: number; readonly length: number };

/** The area that forces work in; pictures of any size take their places from it. */
const frame = { width: 1059, height: 600 } as const;
const rounds = 220;

/**
 * Places by force: related themes near each other, those with an outcome or a code in common nearer than others, all spread over the area.
 * The start is a fixed spiral and nothing is drawn by lot, so the same map gives the same places on every machine. Places by hand have no part in it: moving one theme moves no other.
 */
export function arrange(map: ThemeMap): Arrangement {
  const nodes = start(map);
  const springs = springsOf(map, nodes);
  for (let round = 0; round < rounds; round++) {
    const heat = 1 - round / rounds;
    repel(nodes, heat);
    attract(nodes, springs, heat);
    part(nodes);
  }
  stretch(nodes);
  for (let round = 0; round < 40; round++) {
    part(nodes);
    keepInside(nodes);
  }
  return new Map(nodes.map(({ id, x, y }) => [id, { u: x / frame.width, v: y / frame.height }]));
}

/** Themes with most relations and sources in the middle, the others around them in the order of their outcomes. */
function start(map: ThemeMap): Node[] {
  const { blocks } = measureBlocks(map, frame, new Set());
  const spare = Math.sqrt(
    (frame.width * frame.height * 0.62) / Math.max(1, sumOf(blocks.map(one => sizeOf(one).area))),
  );
  const swell = Math.min(1.9, Math.max(1.02, spare));
  const degree = (id: string) => map.relations.filter(one => one.from === id || one.to === id).length;
  const around = byBarycentre(
    map.themes,
    map.outcomeLinks.map(link => ({ item: link.theme, towards: link.outcome, weight: 1 })),
    map.outcomes.map(outcome => outcome.id),
  );
  const angleOf = new Map(
    around.map((theme, index) => [theme.id, (2 * Math.PI * index) / around.length - Math.PI / 2]),
  );
  const order = blocks.toSorted(
    (a, b) =>
      degree(b.theme.id) - degree(a.theme.id) ||
      b.theme.sources - a.theme.sources ||
      (a.theme.id < b.theme.id ? -1 : 1),
  );
  return order.map((block, rank) => {
    const out = Math.sqrt(rank / order.length) * 0.46;
    const angle = angleOf.get(block.theme.id) ?? 0;
    const { w, h } = sizeOf(block);
    return {
      id: block.theme.id,
      x: frame.width * (0.5 + Math.cos(angle) * out),
      y: frame.height * (0.5 + Math.sin(angle) * out),
      w: w * swell,
      h: h * swell,
    };
  });
}

function sizeOf({ r, label }: { readonly r: number; readonly label: { readonly w: number; readonly h: number } }) {
  const w = Math.max(2 * r + 8, label.w) + 8;
  const h = 2 * r + 12 + label.h + 8;
  return { w, h, area: w * h };
}

function springsOf(map: ThemeMap, nodes: readonly Node[]): readonly Spring[] {
  const place = new Map(nodes.map((node, index) => [node.id, index]));
  const springs: Spring[] = [];
  const tie = (from: string, to: string, pull: number, length: number) => {
    const [a, b] = [place.get(from), place.get(to)];
    if (a !== undefined && b !== undefined && a !== b) springs.push({ a, b, pull, length });
  };
  for (const { from, to } of map.relations) tie(from, to, 0.06, 190);
  for (const [links, pull] of [
    [map.outcomeLinks.map(link => [link.outcome, link.theme] as const), 0.05],
    [map.codeLinks.map(link => [link.code, link.theme] as const), 0.04],
  ] as const) {
    const groups = new Map<string, string[]>();
    for (const [shared, theme] of links) groups.set(shared, [...(groups.get(shared) ?? []), theme]);
    for (const group of groups.values())
      for (const [index, from] of group.entries())
        for (const to of group.slice(index + 1)) tie(from, to, pull / group.length, 150);
  }
  return springs;
}

function repel(nodes: readonly Node[], heat: number): void {
  const strength = ((frame.width * frame.height) / Math.max(1, nodes.length)) * 0.16 * heat;
  for (const [index, a] of nodes.entries()) {
    a.x += (frame.width / 2 - a.x) * 0.012;
    a.y += (frame.height / 2 - a.y) * 0.02;
    for (let other = index + 1; other < nodes.length; other++) {
      const b = nodes[other] as Node;
      const [dx, dy] = [a.x - b.x, a.y - b.y];
      const far = Math.max(400, dx * dx + dy * dy);
      const push = Math.min(12, strength / far);
      const long = Math.sqrt(far);
      a.x += (dx / long) * push;
      a.y += (dy / long) * push;
      b.x -= (dx / long) * push;
      b.y -= (dy / long) * push;
    }
  }
}

function attract(nodes: readonly Node[], springs: readonly Spring[], heat: number): void {
  for (const { a, b, pull, length } of springs) {
    const [from, to] = [nodes[a] as Node, nodes[b] as Node];
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const far = Math.max(1, Math.sqrt(dx * dx + dy * dy));
    const move = ((far - length) / far) * pull * heat;
    from.x += dx * move;
    from.y += dy * move;
    to.x -= dx * move;
    to.y -= dy * move;
  }
}

/** Pushes blocks that overlap apart, along the shorter way. */
function part(nodes: readonly Node[]): void {
  for (const [index, a] of nodes.entries()) {
    for (let other = index + 1; other < nodes.length; other++) {
      const b = nodes[other] as Node;
      const across = (a.w + b.w) / 2 - Math.abs(a.x - b.x);
      const down = (a.h + b.h) / 2 - Math.abs(a.y - b.y);
      if (across <= 0 || down <= 0) continue;
      if (across / frame.width < down / frame.height) {
        const move = (across / 2) * (a.x < b.x ? -1 : 1) * 0.5;
        a.x += move;
        b.x -= move;
      } else {
        const move = (down / 2) * (a.y < b.y ? -1 : 1) * 0.5;
        a.y += move;
        b.y -= move;
      }
    }
  }
}

/** Fills the area from edge to edge. */
function stretch(nodes: readonly Node[]): void {
  const span = (value: (node: Node) => number, half: (node: Node) => number, room: number) => {
    const low = Math.min(...nodes.map(node => value(node) - half(node)));
    const high = Math.max(...nodes.map(node => value(node) + half(node)));
    const scale = Math.min(1.6, room / Math.max(1, high - low));
    const middle = (low + high) / 2;
    return (at: number) => room / 2 + (at - middle) * scale;
  };
  const across = span(
    node => node.x,
    node => node.w / 2,
    frame.width,
  );
  const down = span(
    node => node.y,
    node => node.h / 2,
    frame.height,
  );
  for (const node of nodes) {
    node.x = across(node.x);
    node.y = down(node.y);
  }
}

function keepInside(nodes: readonly Node[]): void {
  for (const node of nodes) {
    node.x = Math.min(frame.width - node.w / 2, Math.max(node.w / 2, node.x));
    node.y = Math.min(frame.height - node.h / 2, Math.max(node.h / 2, node.y));
  }
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
