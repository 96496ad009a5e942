import type { ThemeMap } from '../../model/themeMap.ts';
import { plain, rect, tab, text } from './draw.ts';
import { type FlowRun, layOutFlow } from './flow.ts';
import { a4, count, inkOf, type Part, type Picture, type Room, type Shape } from './picture.ts';
import { titleOf } from './titles.ts';
import type { Flow, FlowNode, FlowOutcome, FlowRibbon, FlowTheme } from './types.ts';

/** The flow view as a picture. */
export function flowPicture(map: ThemeMap, room: Room = a4, run?: FlowRun): Picture {
  const flow = layOutFlow(map, room, run);
  const { columns, heads } = flow;
  return {
    view: 'flow',
    width: flow.width,
    height: flow.height,
    title: titleOf(map, 'flow'),
    parts: [
      plain([
        ...flow.heading,
        text(columns.code - 12, heads, 'Codes', 'sansBold', 12, 'ink3', 'end'),
        text(columns.theme + 16, heads, 'Themes', 'sansBold', 12, 'ink3'),
        text(columns.outcome + 18, heads, 'Outcomes', 'sansBold', 12, 'ink3'),
      ]),
      ...flow.ribbons.map(ribbon => ribbonPart(ribbon, flow)),
      ...flow.codes.map(code => codePart(code, flow)),
      ...flow.themes.map(theme => themePart(theme, flow)),
      ...flow.outcomes.map(outcome => outcomePart(outcome, flow)),
    ],
  };
}

function ribbonPart(ribbon: FlowRibbon, { columns }: Flow): Part {
  const { from, to, outcome, path, y, h } = ribbon;
  const shapes: readonly Shape[] =
    outcome === null
      ? [{ kind: 'path', d: path, fill: 'ribbon', opacity: 0.2 }]
      : [
          { kind: 'path', d: path, fill: inkOf(outcome), opacity: 0.3 },
          rect(columns.themeOut, y, 3, h, inkOf(outcome)),
        ];
  return { role: 'ribbon', id: `${from} ${to}`, ends: [from, to], title: '', box: null, shapes };
}

function codePart(code: FlowNode, { columns }: Flow): Part {
  const extracts = code.id.startsWith('fold ') ? '' : `: ${count(code.extracts, 'extract')}`;
  return {
    role: 'code',
    id: code.id,
    ends: [],
    title: `${code.name}${extracts}`,
    box: { x: 12, y: code.middle - 8, w: columns.code - 8, h: 17 },
    shapes: [
      rect(columns.code, code.y, 3, code.h, 'ink2'),
      text(columns.code - 12, code.middle + 4, code.lines[0] ?? '', 'sans', 12, 'ink2', 'end'),
    ],
  };
}

function themePart(theme: FlowTheme, { columns }: Flow): Part {
  const first = theme.middle - (theme.lines.length - 1) * 9 + 5;
  return {
    role: 'theme',
    id: theme.id,
    ends: [],
    title: `${theme.name}: ${count(theme.extracts, 'extract')} from ${count(theme.sources, 'source')}`,
    box: { x: columns.theme, y: first - 14, w: columns.themeOut - columns.theme, h: theme.lines.length * 18 + 2 },
    shapes: [
      rect(columns.theme, theme.y, 3, theme.h, 'ink2'),
      ...theme.lines.map((line, index) => text(columns.theme + 16, first + index * 18, line, 'serifBold', 14.5, 'ink')),
    ],
  };
}

function outcomePart(outcome: FlowOutcome, { columns, width }: Flow): Part {
  const x = columns.outcome;
  const first = outcome.middle - 2 - (outcome.lines.length - 1) * 8;
  return {
    role: 'outcome',
    id: outcome.id,
    ends: [],
    title: `Outcome ${outcome.number}, ${outcome.name}: ${weightOf(outcome)}`,
    box: { x, y: first - 13, w: width - x - 12, h: outcome.lines.length * 16 + 20 },
    shapes: [
      ...(outcome.h > 0 ? [rect(x, outcome.y, 4, outcome.h, inkOf(outcome.number))] : []),
      ...tab(x + 18, outcome.middle - 9, 18, outcome.number),
      ...outcome.lines.map((line, index) => text(x + 46, first + index * 16, line, 'sansBold', 13, 'ink')),
      text(x + 46, first + outcome.lines.length * 16, weightOf(outcome), 'sans', 12, 'ink3'),
    ],
  };
}

const weightOf = ({ themes, extracts }: { readonly themes: number; readonly extracts: number }) =>
  themes === 0 ? 'no theme' : `${count(extracts, 'extract')}, ${count(themes, 'theme')}`;
