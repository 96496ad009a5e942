import type { ThemeMap } from '../../model/themeMap.ts';
import { type Arrangement, arrange } from './arrange.ts';
import { type Answer, type Block, boxesOf, codeType, measureBlocks, type Tier, tabsInRow } from './blocks.ts';
import { arc, disc, line, n, plain, rect, tab, text } from './draw.ts';
import { headingOf, margin } from './heading.ts';
import { legendOf } from './legend.ts';
import { a4, type Box, count, inkOf, type Part, type Picture, type Room, type Shape } from './picture.ts';
import { type Curve, curvesOf, labelCurves } from './relations.ts';
import { type Settled, settle, turnNames } from './settle.ts';
import { endOf, strokeOf } from './strokes.ts';
import { titleOf } from './titles.ts';

/** The map view laid out, with the area that places by hand are thousandths of. */
export type MapLayout = {
  readonly tier: Tier;
  readonly area: Box;
  readonly settled: readonly Settled[];
  readonly curves: readonly Curve[];
  readonly picture: Picture;
};

export type MapOptions = {
  /** Themes around which their codes are shown. */
  readonly codes?: ReadonlySet<string>;
  /** The places by force, where they are known already; they depend on the map alone. */
  readonly arrangement?: Arrangement;
};

/** The map view as a picture: themes as rings sized by their sources, relations between them, their codes where asked for. No label covers another. */
export function layOutMap(map: ThemeMap, room: Room = a4, options: MapOptions = {}): MapLayout {
  const width = Math.max(640, room.width);
  const heading = headingOf(titleOf(map, 'map'), noteOf(map), width);
  const legend = legendOf(map, width);
  const area: Box = {
    x: margin,
    y: heading.height + 12,
    w: width - 2 * margin,
    h: Math.max(240, room.height - heading.height - legend.height - 12 - 28),
  };
  const { tier, blocks } = measureBlocks(map, { width: area.w, height: area.h }, options.codes ?? new Set());
  const first = settle(blocks, options.arrangement ?? arrange(map), area);
  const bare = curvesOf(map.relations, first);
  const settled = turnNames(
    first,
    area,
    bare.flatMap(curve => curve.points),
  );
  const curves = labelCurves(curvesOf(map.relations, settled), settled, tier.relation);
  const foot = Math.max(area.y + area.h, ...settled.flatMap(one => one.boxes.map(box => box.y + box.h)));
  const height = foot + 12 + legend.height + 16;
  return {
    tier,
    area,
    settled,
    curves,
    picture: {
      view: 'map',
      width,
      height,
      title: titleOf(map, 'map'),
      parts: [
        plain(heading.shapes),
        ...curves.map(curve => relationPart(curve, map)),
        ...curves.flatMap(curve => relationLabel(curve, tier)),
        ...settled.flatMap(one => codeParts(one)),
        ...settled.map(one => themePart(one, tier)),
        plain(legend.shapes(foot + 12)),
      ],
    },
  };
}

/**
 * The same layout while a hand moves one theme: it goes to x, y with its codes and its relations, and all else stays where it is, the very same parts.
 * Nothing keeps clear of it until it is let go of. Unchanged for a theme that is not on the map.
 */
export function movedOn(layout: MapLayout, map: ThemeMap, id: string, x: number, y: number): MapLayout {
  const { tier, picture } = layout;
  const before = layout.settled.find(one => one.block.theme.id === id);
  if (!before) return layout;
  const moved: Settled = { ...before, x, y, boxes: boxesOf(before.block, before.side, x, y) };
  const settled = layout.settled.map(one => (one === before ? moved : one));
  const own = map.relations.filter(one => one.from === id || one.to === id);
  const curves = labelCurves(curvesOf(own, settled), settled, tier.relation);
  const fresh = new Map(
    [
      ...curves.flatMap(curve => [relationPart(curve, map), ...relationLabel(curve, tier)]),
      ...codeParts(moved),
      themePart(moved, tier),
    ].map(part => [`${part.role} ${part.id}`, part]),
  );
  const labels = curves.flatMap(curve => relationLabel(curve, tier));
  const kept = picture.parts.flatMap(part => {
    const mine = part.role === 'relation' ? part.ends.includes(id) : part.id === id || part.ends[0] === id;
    if (!mine) return [part];
    const next = fresh.get(`${part.role} ${part.id}`);
    return next ? [next] : [];
  });
  const there = new Set(kept.map(part => part.id));
  const lines = kept.findIndex(part => part.role === 'code' || part.role === 'theme');
  const added = labels.filter(label => !there.has(label.id));
  const parts = [...kept.slice(0, lines), ...added, ...kept.slice(lines)];
  return { ...layout, settled, picture: { ...picture, parts } };
}

export const mapPicture = (map: ThemeMap, room?: Room, options?: MapOptions): Picture =>
  layOutMap(map, room, options).picture;

function noteOf(map: ThemeMap): string {
  const heard = map.filter === null ? '' : ` Only ${map.filter}.`;
  const shared = map.outcomeLinks.some(link => !link.primary);
  return `${map.title}. ${count(map.themes.length, 'theme')}.${heard} The number is the sources that speak to a theme, the ring’s size follows it; the ring’s colours and the tabs are its outcomes${shared ? ', the primary one with the longer, heavier arc' : ''}.`;
}

function relationPart(curve: Curve, map: ThemeMap): Part {
  const name = (id: string) => map.themes.find(theme => theme.id === id)?.name ?? '';
  const { from, to, kind, form, points } = curve;
  const end = points.at(-1) ?? [0, 0];
  const before = points.at(-5) ?? end;
  return {
    role: 'relation',
    id: `${from} ${kind} ${to}`,
    ends: [from, to],
    title: `${name(from)} ${kind} ${name(to)}`,
    box: null,
    shapes: [
      { ...strokeOf(form), d: points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${n(x)} ${n(y)}`).join('') },
      ...endOf(form, end, Math.atan2(end[1] - before[1], end[0] - before[0])),
    ],
  };
}

/** The label of a relation, on a patch of paper; it lies over all lines. */
function relationLabel({ from, to, kind, label }: Curve, { relation: size }: Tier): readonly Part[] {
  if (!label) return [];
  const { x, y, w, h } = label;
  const shapes = [
    rect(x, y, w, h, 'paper'),
    text(x + w / 2, y + h / 2 + size * 0.32, kind, 'serifItalic', size, 'ink2', 'middle'),
  ];
  return [{ role: 'relation', id: `${from} ${kind} ${to} label`, ends: [from, to], title: '', box: null, shapes }];
}

function themePart({ block, x, y, side, boxes }: Settled, tier: Tier): Part {
  const { theme, r, lines, outcomes } = block;
  const [ring, name] = boxes as readonly [Box, Box];
  const anchor = side.name === 'r' ? 'start' : side.name === 'l' ? 'end' : 'middle';
  const edge = anchor === 'start' ? name.x : anchor === 'end' ? name.x + name.w : name.x + name.w / 2;
  return {
    role: 'theme',
    id: theme.id,
    ends: [],
    title: `${theme.name}: ${count(theme.sources, 'source')}, ${count(theme.extracts, 'extract')}${outcomes.length > 0 ? `; ${answersInWords(outcomes)}` : '; no outcome'}; ${theme.status}`,
    box: union(ring, name),
    shapes: [
      disc(x, y, r, 'paper'),
      ...ringOf(block, x, y, tier),
      rect(name.x - 1, name.y, name.w + 2, name.h, 'paper'),
      text(x, y + tier.figure * 0.36, String(theme.sources), 'sansBold', tier.figure, 'ink', 'middle'),
      ...lines.map((words, index) =>
        text(edge, name.y + tier.leading * (index + 0.78), words, 'serifBold', tier.name, 'ink', anchor),
      ),
      ...tabsOf(outcomes, edge, name.y + lines.length * tier.leading + 4, anchor, tier),
    ],
  };
}

/** "outcome 5 first, then 3, 6". */
function answersInWords(outcomes: readonly Answer[]): string {
  const [first, ...others] = outcomes;
  const rest = others.map(one => one.number).join(', ');
  if (!first?.primary) return `outcome ${outcomes.map(one => one.number).join(', ')}`;
  return `outcome ${first.number}${others.length > 0 ? ` first, then ${rest}` : ''}`;
}

/** How many times the arc of another outcome that of the primary one is, and how much heavier it is drawn, in pixels. */
const primaryShare = 2;
const primaryHeavier = 2.5;

function ringOf({ outcomes, r }: Block, x: number, y: number, tier: Tier): readonly Shape[] {
  const stroke = { kind: 'path', width: tier.ring.width } as const;
  if (outcomes.length < 2) {
    const [only] = outcomes;
    const ink = only === undefined ? 'edge' : inkOf(only.number);
    const dash = only === undefined ? { dash: [2, 3] } : {};
    return [
      {
        ...stroke,
        d: `${arc(x, y, r, 0, 2 * Math.PI)}Z`,
        stroke: ink,
        ...dash,
        width: only === undefined ? 2 : stroke.width,
      },
    ];
  }
  const partsOf = ({ primary }: Answer) => (primary ? primaryShare : 1);
  const share = (2 * Math.PI) / outcomes.reduce((sum, outcome) => sum + partsOf(outcome), 0);
  const gap = Math.min(0.09, share / 4) + 1 / r / 2;
  let from = -Math.PI / 2;
  return outcomes.map(outcome => {
    const to = from + partsOf(outcome) * share;
    const shape: Shape = {
      ...stroke,
      d: arc(x, y, r, from + gap / 2, to - gap / 2),
      stroke: inkOf(outcome.number),
      width: outcome.primary ? stroke.width + primaryHeavier : stroke.width,
    };
    from = to;
    return shape;
  });
}

function tabsOf(
  outcomes: readonly Answer[],
  edge: number,
  top: number,
  anchor: 'start' | 'middle' | 'end',
  tier: Tier,
): readonly Shape[] {
  const perRow = tabsInRow(tier);
  const step = tier.tab + 3;
  return outcomes.flatMap((outcome, index) => {
    const row = Math.floor(index / perRow);
    const inRow = Math.min(perRow, outcomes.length - row * perRow);
    const w = inRow * step - 3;
    const left = anchor === 'start' ? edge : anchor === 'end' ? edge - w : edge - w / 2;
    return tab(left + (index % perRow) * step, top + row * (tier.tab + 4), tier.tab, outcome.number);
  });
}

/** The codes of a theme as a column beside its ring, each tied to it by a line. */
function codeParts({ block, x, y, side, boxes }: Settled): readonly Part[] {
  const column = boxes[2];
  if (!column || side.codes === null) return [];
  const right = side.codes === 'r';
  const dot = right ? column.x + 16 : column.x + column.w - 16;
  const rim = right ? x + block.r + 4 : x - block.r - 4;
  const shapes = block.codes.flatMap((words, index): readonly Shape[] => {
    const at = column.y + (index + 0.5) * codeType.leading;
    return [
      line(rim, y, dot, at, 'edge'),
      disc(dot, at, 2.5, 'ink3'),
      text(right ? dot + 7 : dot - 7, at + 4, words, 'sans', codeType.size, 'ink2', right ? 'start' : 'end'),
    ];
  });
  const title = `Codes of ${block.theme.name}: ${block.codes.join(', ')}`;
  return [{ role: 'code', id: `codes ${block.theme.id}`, ends: [block.theme.id], title, box: column, shapes }];
}

function union(a: Box, b: Box): Box {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return { x, y, w: Math.max(a.x + a.w, b.x + b.w) - x, h: Math.max(a.y + a.h, b.y + b.h) - y };
}
