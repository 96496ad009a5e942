import type { Selection } from 'd3';
import type { Flow, FlowNode, FlowOutcome, FlowTheme } from '../../shared/analysis/map/types.ts';

type Group = Selection<SVGGElement, unknown, null, undefined>;
type Painting = {
  readonly classes: Readonly<Record<string, string>>;
  readonly onLight: (id: string | null) => void;
  readonly onOpen: (kind: 'theme' | 'outcome', id: string) => void;
};

const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`;

/** Paints the layout into a group, anew each time. Colours come from the tokens by class; places come from the layout alone. */
export function paintFlow(canvas: Group, flow: Flow, { classes, onLight, onOpen }: Painting): void {
  const name = (key: string) => classes[key] ?? key;
  const shift = (flow.title.length - 1) * 24;
  canvas.selectAll('*').remove();
  // Each line ends in a space, so that a name set in two lines is read as two words.
  const text = (into: Group, x: number, y: number, words: string, look: string, anchor = 'start') =>
    into
      .append('text')
      .attr('x', x)
      .attr('y', y)
      .attr('class', name(look))
      .attr('text-anchor', anchor)
      .text(`${words} `);
  for (const [index, line] of flow.title.entries()) text(canvas, 32, 46 + index * 24, line, 'title');
  text(canvas, 32, 68 + shift, flow.subtitle, 'small');
  const body = canvas.append('g').attr('transform', `translate(0 ${shift})`);
  text(body, flow.columns.code - 12, flow.heads, 'Codes', 'head', 'end');
  text(body, flow.columns.theme + 16, flow.heads, 'Themes', 'head');
  text(body, flow.columns.outcome + 18, flow.heads, 'Outcomes', 'head');

  const ribbons = body
    .append('g')
    .selectAll('g')
    .data(flow.ribbons)
    .join('g')
    .attr('data-ribbon', '')
    .attr('data-o', ribbon => hue(ribbon.outcome));
  ribbons
    .append('path')
    .attr('d', ribbon => ribbon.path)
    .attr('class', ribbon => name(ribbon.outcome === null ? 'ribbon' : 'outRibbon'));
  ribbons
    .filter(ribbon => ribbon.outcome !== null)
    .append('rect')
    .attr('x', flow.columns.themeOut)
    .attr('y', ribbon => ribbon.y)
    .attr('width', 3)
    .attr('height', ribbon => ribbon.h)
    .attr('class', name('outBar'));

  const node = <T extends FlowNode>(
    items: readonly T[],
    label: (item: T) => string,
    paint: (group: Group, item: T) => void,
    kind: 'theme' | 'outcome' | 'code',
  ) => {
    const groups = body
      .append('g')
      .selectAll('g')
      .data(items)
      .join('g')
      .attr('data-node', kind)
      .attr('class', name('node'));
    groups.append('title').text(label);
    groups.each(function (item) {
      const group = canvas.select<SVGGElement>(() => this as SVGGElement);
      paint(group, item);
    });
    groups.on('pointerenter', (_, item) => onLight(item.id)).on('pointerleave', () => onLight(null));
    if (kind === 'code') return;
    groups
      .attr('tabindex', 0)
      .attr('role', 'button')
      .attr('aria-label', label)
      .on('focus', (_, item) => onLight(item.id))
      .on('blur', () => onLight(null))
      .on('click', (_, item) => onOpen(kind, item.id))
      .on('keydown', (event: KeyboardEvent, item) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onOpen(kind, item.id);
      });
  };
  const bar = (group: Group, x: number, width: number, y: number, h: number, look: string) => {
    if (h > 0)
      group.append('rect').attr('x', x).attr('y', y).attr('width', width).attr('height', h).attr('class', name(look));
  };
  node(
    flow.codes,
    code => `${code.name}: ${count(code.extracts, 'extract')}`,
    (group, code) => {
      bar(group, flow.columns.code, 3, code.y, code.h, 'bar');
      text(group, flow.columns.code - 12, code.middle + 4, code.lines[0] ?? '', 'code', 'end');
    },
    'code',
  );
  node(
    flow.themes,
    (theme: FlowTheme) => `${theme.name}: ${count(theme.extracts, 'extract')} from ${count(theme.sources, 'source')}`,
    (group, theme) => {
      bar(group, flow.columns.theme, 3, theme.y, theme.h, 'bar');
      const first = theme.middle - (theme.lines.length - 1) * 9 + 5;
      for (const [index, line] of theme.lines.entries())
        text(group, flow.columns.theme + 16, first + index * 18, line, 'theme');
    },
    'theme',
  );
  node(
    flow.outcomes,
    (outcome: FlowOutcome) => `Outcome ${outcome.number}, ${outcome.name}: ${weight(outcome)}`,
    (group, outcome) => {
      const x = flow.columns.outcome;
      group.attr('data-o', hue(outcome.number));
      bar(group, x, 4, outcome.y, outcome.h, 'outBar');
      group
        .append('rect')
        .attr('x', x + 18)
        .attr('y', outcome.middle - 9)
        .attr('width', 18)
        .attr('height', 18)
        .attr('rx', 3)
        .attr('class', name('outBar'));
      text(group, x + 27, outcome.middle + 4, String(outcome.number), 'tab', 'middle');
      const first = outcome.middle - 2 - (outcome.lines.length - 1) * 8;
      for (const [index, line] of outcome.lines.entries()) text(group, x + 46, first + index * 16, line, 'outcome');
      text(group, x + 46, first + outcome.lines.length * 16, weight(outcome), 'small');
    },
    'outcome',
  );
}

const hue = (outcome: number | null) => (outcome === null ? null : ((outcome - 1) % 9) + 1);
const weight = ({ themes, extracts }: FlowOutcome) =>
  themes === 0 ? 'no theme' : `${count(extracts, 'extract')}, ${count(themes, 'theme')}`;
