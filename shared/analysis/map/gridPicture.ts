import type { MapTheme, ThemeMap } from '../../model/themeMap.ts';
import { textWidth, wrapText } from '../../text/measure.ts';
import { answersOf } from './blocks.ts';
import { type Column, columnsOf } from './columns.ts';
import { line, plain, rect, tab, text } from './draw.ts';
import { headingOf, margin } from './heading.ts';
import { a4, count, type Part, type Picture, type Room, type Shape } from './picture.ts';
import { titleOf } from './titles.ts';

/** What is the same on every page of a grid: columns with their places, and the heading. */
type Frame = {
  readonly map: ThemeMap;
  readonly width: number;
  readonly heading: ReturnType<typeof headingOf>;
  readonly columns: readonly Placed[];
  /** One mark stands for this many sources. */
  readonly each: number;
  readonly measure: Measure;
  readonly answers: ReturnType<typeof answersOf>;
  /** Left edges of the outcomes, and right edges of the sums. */
  readonly outcomes: number;
  readonly extracts: number;
  readonly sources: number;
  /** Right edge of the grid: where there is more room than its columns need, it stays narrower than its picture. */
  readonly right: number;
};
type Placed = Column & { readonly x: number; readonly w: number; readonly newGroup: boolean };

const mark = { w: 5, h: 10, step: 7 } as const;
const type = { size: 14.5, leading: 18 } as const;
const headHeight = 46;
const sumHeight = 34;

/** The evidence grid as one picture: themes against groups and phases, as tall as it needs. */
export function gridPicture(map: ThemeMap, room: Room = a4): Picture {
  const frame = frameOf(map, room);
  return page(frame, map.themes, roomFor(frame, map.themes, room), true);
}

/** The evidence grid on pages that are no taller than the room, each with its heads. */
export function gridPages(map: ThemeMap, room: Room = a4): readonly Picture[] {
  const frame = frameOf(map, room);
  const body = room.height - frame.heading.height - headHeight - sumHeight - 24;
  const pages: MapTheme[][] = [[]];
  let used = 0;
  for (const theme of map.themes) {
    const h = leastRow(frame, theme);
    if (used + h > body && used > 0) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(theme);
    used += h;
  }
  return pages.map((themes, index) => page(frame, themes, roomFor(frame, themes, room), index === pages.length - 1));
}

/** Widths at which a grid is tried: roomy, then narrow for many columns. `figures` is where a cell's number ends. */
type Measure = { readonly name: number; readonly sums: number; readonly figures: number; readonly short: boolean };
const roomy: Measure = { name: 268, sums: 148, figures: 34, short: false };
const narrow: Measure = { name: 220, sums: 134, figures: 28, short: true };

function frameOf(map: ThemeMap, room: Room): Frame {
  const columns = columnsOf(map);
  const width = Math.max(860, room.width);
  const answers = answersOf(map);
  const most = Math.max(0, ...map.themes.map(theme => answers.get(theme.id)?.length ?? 0));
  const tabs = Math.min(5, Math.max(3, most)) * 21 + 8;
  const freeOf = (measure: Measure) => width - 2 * margin - measure.name - tabs - measure.sums;
  const fits = (measure: Measure) => needed(columns, mostSources(columns), measure) <= freeOf(measure);
  const measure = fits(roomy) ? roomy : narrow;
  const free = freeOf(measure);
  const each = eachFor(columns, free, measure);
  const spare = columns.length === 0 ? 0 : Math.max(0, (free - needed(columns, each, measure)) / columns.length);
  let x = margin + measure.name + tabs;
  const placed = columns.map((column, index): Placed => {
    const w = need(column, each, measure, isAlone(column, columns)) + Math.min(40, spare);
    const at = { ...column, x, w, newGroup: index === 0 || columns[index - 1]?.group !== column.group };
    x += w;
    return at;
  });
  const whole = Math.max(width, x + measure.sums + margin);
  const right = columns.length === 0 ? whole - margin : Math.min(whole - margin, x + measure.sums + 40);
  const marks = each === 1 ? 'one mark for each source' : `one mark for ${each} sources`;
  const heard = map.filter === null ? '' : ` Only ${map.filter}.`;
  const against = map.themes.some(theme => theme.against.length > 0) ? '; an outlined one speaks against it' : '';
  const note = `${map.title}.${heard} Extracts, and ${marks}: a pale one does not speak to the theme${against}.`;
  return {
    map,
    width: whole,
    measure,
    answers,
    heading: headingOf(titleOf(map, 'grid'), note, whole),
    columns: placed,
    each,
    outcomes: margin + measure.name,
    extracts: right - 78,
    sources: right,
    right,
  };
}

const mostSources = (columns: readonly Column[]) => Math.max(1, ...columns.map(column => column.sources.length));
const need = (column: Column, each: number, measure: Measure, alone: boolean) =>
  Math.max(
    alone ? Math.min(120, textWidth(column.group ?? 'No group', 'sansBold', 12) + 16) : 0,
    measure.figures + 14 + Math.ceil(column.sources.length / each) * mark.step,
    textWidth(phaseHead(column, measure), 'sans', 12) + (measure.short ? 14 : 22),
  );
const needed = (columns: readonly Column[], each: number, measure: Measure) =>
  columns.reduce((sum, column) => sum + need(column, each, measure, isAlone(column, columns)), 0);
/** Whether a column is all there is of its group, so that the group's name must find room over it. */
const isAlone = (column: Column, columns: readonly Column[]) =>
  columns.filter(other => other.group === column.group).length === 1;

/** How many sources one mark must stand for, so that all marks find room. */
function eachFor(columns: readonly Column[], free: number, measure: Measure): number {
  const most = mostSources(columns);
  for (let each = 1; each < most; each++) if (needed(columns, each, measure) <= free) return each;
  return most;
}

function phaseHead({ phase, sources }: Column, { short }: Measure): string {
  const name = phase === null ? 'No phase' : `${short ? 'Ph.' : 'Phase'} ${phase}`;
  return `${name} (${sources.length})`;
}

const linesOf = ({ measure }: Frame, theme: MapTheme) =>
  wrapText(theme.name, 'serifBold', type.size, measure.name - 16, 3);
const leastRow = (frame: Frame, theme: MapTheme) =>
  Math.max(
    linesOf(frame, theme).length * type.leading + 8,
    Math.ceil((frame.answers.get(theme.id)?.length ?? 0) / tabsAcross(frame)) * 21 + 5,
  );
const tabsAcross = ({ columns, extracts, outcomes }: Frame) =>
  Math.max(1, Math.floor(((columns[0]?.x ?? extracts - 60) - outcomes - 8) / 21));

/** Heights of the rows: airy where there is room, as low as their names allow where there is not. */
function roomFor(frame: Frame, themes: readonly MapTheme[], room: Room): readonly number[] {
  const body = room.height - frame.heading.height - headHeight - sumHeight - 24;
  const even = Math.min(42, body / Math.max(1, themes.length));
  const airy = themes.map(theme => Math.max(even, leastRow(frame, theme)));
  const least = themes.map(theme => Math.max(26, leastRow(frame, theme)));
  return airy.reduce((sum, h) => sum + h, 0) <= body ? airy : least;
}

function page(frame: Frame, themes: readonly MapTheme[], heights: readonly number[], sums: boolean): Picture {
  const top = frame.heading.height + headHeight;
  let y = top;
  const rows = themes.map((theme, index): Part => {
    const part = rowPart(frame, theme, y, heights[index] ?? 26);
    y += heights[index] ?? 26;
    return part;
  });
  const foot = y + (sums ? sumHeight : 0);
  const rules = frame.columns
    .filter(column => column.newGroup)
    .map(column => line(column.x, frame.heading.height + 4, column.x, foot, 'line'));
  const end = (frame.columns.at(-1)?.x ?? 0) + (frame.columns.at(-1)?.w ?? 0);
  return {
    view: 'grid',
    width: frame.width,
    height: foot + 24,
    title: titleOf(frame.map, 'grid'),
    parts: [
      plain([
        ...frame.heading.shapes,
        ...headShapes(frame),
        ...rules,
        line(end, frame.heading.height + 4, end, foot, 'line'),
      ]),
      ...rows,
      ...(sums ? [plain(sumShapes(frame, y))] : []),
    ],
  };
}

function headShapes({ heading, measure, columns, outcomes, extracts, sources, right }: Frame): readonly Shape[] {
  const base = heading.height + headHeight - 10;
  return [
    text(margin, base, 'Theme', 'sansBold', 12, 'ink3'),
    text(outcomes, base, 'Outcomes', 'sansBold', 12, 'ink3'),
    ...columns
      .filter(column => column.newGroup)
      .map(column => text(column.x + 10, base - 18, groupHead(column, columns), 'sansBold', 12, 'ink')),
    ...columns.map(column => text(column.x + 10, base, phaseHead(column, measure), 'sans', 12, 'ink3')),
    text(extracts, base, 'Extracts', 'sansBold', 12, 'ink3', 'end'),
    text(sources, base, 'Sources', 'sansBold', 12, 'ink3', 'end'),
    line(margin, heading.height + headHeight - 1, right, heading.height + headHeight - 1, 'edge'),
  ];
}

/** A group's name over its columns, cut where they are narrower than it. */
function groupHead(first: Placed, columns: readonly Placed[]): string {
  const own = columns.filter(column => column.group === first.group);
  const room = own.reduce((sum, column) => sum + column.w, 0) - 14;
  return wrapText(first.group ?? 'No group', 'sansBold', 12, room, 1)[0] ?? '';
}

function rowPart(frame: Frame, theme: MapTheme, y: number, h: number): Part {
  const { map, columns, outcomes, extracts, sources, right } = frame;
  const lines = linesOf(frame, theme);
  const middle = y + h / 2;
  const tabs = frame.answers.get(theme.id) ?? [];
  const across = tabsAcross(frame);
  const tabTop = middle - (Math.ceil(tabs.length / across) * 21 - 3) / 2;
  return {
    role: 'theme',
    id: theme.id,
    ends: [],
    title: `${theme.name}: ${count(theme.extracts, 'extract')} from ${theme.sources} of ${map.sources.length} sources. ${columns.map(column => cellInWords(theme, column)).join('; ')}`,
    box: { x: margin - 6, y: y + 1, w: right - margin + 12, h: h - 2 },
    shapes: [
      ...lines.map((words, index) =>
        text(
          margin,
          middle + type.size * 0.34 + (index - (lines.length - 1) / 2) * type.leading,
          words,
          'serifBold',
          type.size,
          'ink',
        ),
      ),
      ...tabs.flatMap(({ number }, index) =>
        tab(outcomes + (index % across) * 21, tabTop + Math.floor(index / across) * 21, 18, number),
      ),
      ...columns.flatMap(column => cellShapes(theme, column, middle, frame)),
      text(extracts, middle + 4.5, String(theme.extracts), 'sans', 13, 'ink', 'end'),
      text(sources, middle + 4.5, `${theme.sources} of ${map.sources.length}`, 'sans', 13, 'ink', 'end'),
      line(margin, y + h, right, y + h, 'line'),
    ],
  };
}

function cellShapes(theme: MapTheme, column: Placed, middle: number, { each, measure }: Frame): readonly Shape[] {
  const total = extractsIn(theme, column);
  const speaks = new Set<string>(theme.heard.map(one => one.source));
  const against = new Set<string>(theme.against);
  const marks: Shape[] = [];
  for (let from = 0; from < column.sources.length; from += each) {
    const some = column.sources.slice(from, from + each);
    const [x, top] = [column.x + measure.figures + 8 + (from / each) * mark.step, middle - mark.h / 2];
    if (some.some(source => against.has(source.id))) marks.push(...hollow(x, top));
    else marks.push(rect(x, top, mark.w, mark.h, some.some(source => speaks.has(source.id)) ? 'ink2' : 'off'));
  }
  return [
    text(
      column.x + measure.figures,
      middle + 4.5,
      total === 0 ? '–' : String(total),
      'sans',
      13,
      total === 0 ? 'ink3' : 'ink',
      'end',
    ),
    ...marks,
  ];
}

function hollow(x: number, y: number): readonly Shape[] {
  const { d } = rect(x + 0.6, y + 0.6, mark.w - 1.2, mark.h - 1.2, 'paper') as { readonly d: string };
  return [{ kind: 'path', d, fill: 'paper', stroke: 'ink2', width: 1.25 }];
}

function sumShapes({ map, measure, columns, extracts, sources }: Frame, y: number): readonly Shape[] {
  const base = y + 22;
  const of = (column: Column) => column.sources.reduce((sum, source) => sum + source.extracts, 0);
  const all = map.sources.reduce((sum, source) => sum + source.extracts, 0);
  const speaking = map.sources.filter(source => source.extracts > 0).length;
  return [
    text(
      margin,
      base,
      measure.short ? 'All, each extract once' : 'All themes, each extract once',
      'sansBold',
      13,
      'ink',
    ),
    ...columns.map(column => text(column.x + measure.figures, base, String(of(column)), 'sansBold', 13, 'ink', 'end')),
    text(extracts, base, String(all), 'sansBold', 13, 'ink', 'end'),
    text(sources, base, `${speaking} of ${map.sources.length}`, 'sansBold', 13, 'ink', 'end'),
  ];
}

/** A cell as it is read out: "CYP in phase 2: 20 extracts from 3 of 4 sources, 1 against". */
export function cellInWords(theme: MapTheme, column: Column): string {
  const ids = new Set(column.sources.map(source => source.id));
  const speaking = theme.heard.filter(one => ids.has(one.source)).length;
  const against = theme.against.filter(source => ids.has(source)).length;
  const whose = `${column.group ?? 'No group'}${column.phase === null ? '' : ` in phase ${column.phase}`}`;
  const said = `${count(extractsIn(theme, column), 'extract')} from ${speaking} of ${column.sources.length}`;
  return `${whose}: ${said}${against > 0 ? `, ${against} against` : ''}`;
}

function extractsIn(theme: MapTheme, column: Column): number {
  const ids = new Set<string>(column.sources.map(source => source.id));
  return theme.heard.reduce((sum, one) => (ids.has(one.source) ? sum + one.extracts : sum), 0);
}
