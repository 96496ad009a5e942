import type { ThemeMap } from '../../model/themeMap.ts';
import { ellipsis, wrapText } from '../../text/measure.ts';
import { n } from './draw.ts';
import { type FlowCodes, foldCodes } from './fold.ts';
import { headingOf } from './heading.ts';
import { byBarycentre, type Pull, stack } from './order.ts';
import { a4, count, type Room } from './picture.ts';
import { titleOf } from './titles.ts';
import type { Flow, FlowNode, FlowOutcome, FlowRibbon, FlowTheme } from './types.ts';

/** Pixels. Narrower than the least, the picture keeps its columns and is cut or scrolled. */
export const flowWidths = { least: 956, widest: 1376 } as const;

/** Where the columns stand in a picture of this width: in a narrow one the ribbons give way first, type never. */
function columnsFor(width: number): Flow['columns'] {
  const narrow = (flowWidths.widest - width) / (flowWidths.widest - flowWidths.least);
  const code = 232 - 30 * narrow;
  const theme = code + 248 - 128 * narrow;
  const themeOut = theme + 274;
  return { code, theme, themeOut, outcome: themeOut + 342 - 182 * narrow };
}
const codeRow = 17;
const themeLine = 18;
/** Between themes; the second where it makes the picture fit its room. */
const themeGaps = [6, 2] as const;
/** Below the columns. */
const foot = 24;
/** Between the heading and the columns. */
const headRow = 30;

/** One of several pictures of a flow: pixels an extract, on which they agree, and where it stands among them, in words. */
export type FlowRun = { readonly scale: number; readonly words: string };

/**
 * Lays the theme map out as a flow from codes through themes to outcomes. Pure and deterministic; every theme and every outcome is in it, outcomes in their fixed order.
 * The room's width is used within `flowWidths`; the picture is taller than the room where its names need it. `run`: where it is one of several pictures.
 */
export function layOutFlow(map: ThemeMap, room: Room = a4, run?: FlowRun): Flow {
  const width = Math.min(flowWidths.widest, Math.max(flowWidths.least, room.width));
  const heading = headingOf(titleOf(map, 'flow'), noteOf(map, run?.words ?? ''), width);
  const top = heading.height + headRow;
  const leastHeight = Math.max(320, room.height - top - foot);
  const columns = columnsFor(width);
  const outcomeIds = map.outcomes.map(outcome => outcome.id);
  const towardsOutcomes: readonly Pull[] = map.outcomeLinks.map(link => ({
    item: link.theme,
    towards: link.outcome,
    weight: link.extracts,
  }));
  const themes = byBarycentre(map.themes, towardsOutcomes, outcomeIds);
  const links = weighLinks(map);
  const most = Math.max(1, links.intoAll, links.outOfAll);
  const labels = new Map(themes.map(theme => [theme.id, wrapText(theme.name, 'serifBold', 14.5, 240, 4)]));
  const heightsAt = (scale: number, gap: number = themeGaps[0]) => {
    const themeHeights = themes.map(theme =>
      Math.max(
        scale * (links.into.get(theme.id) ?? 0),
        scale * (links.outOf.get(theme.id) ?? 0),
        (labels.get(theme.id)?.length ?? 1) * themeLine + 4,
      ),
    );
    const outcomeHeights = map.outcomes.map(one => Math.max(38, scale * (links.under.get(one.id) ?? 0)));
    const tallest = Math.max(leastHeight, tall(themeHeights, gap), tall(outcomeHeights, 12));
    return { scale, gap, themeHeights, outcomeHeights, tallest };
  };
  // Ribbons give way before the picture grows: their share of the height, down to a fifth.
  const scales = [0.55, 0.45, 0.36, 0.28, 0.2].map(share => Math.min(7, (leastHeight * share) / most));
  const tried = run ? [heightsAt(run.scale)] : scales.map(one => heightsAt(one));
  const closer = run ? [] : scales.map(one => heightsAt(one, themeGaps[1]));
  const lowest = Math.min(...tried.map(one => one.tallest));
  const { scale, gap, themeHeights, outcomeHeights, tallest } =
    [...tried, ...closer].find(one => one.tallest <= leastHeight) ??
    tried.find(one => one.tallest <= lowest * 1.02) ??
    (tried[0] as (typeof tried)[number]);
  const { codes: shown, links: codeLinks } = codesWithin(map, tallest, scale);
  const towardsThemes: readonly Pull[] = codeLinks.map(link => ({
    item: link.code,
    towards: link.theme,
    weight: link.extracts,
  }));
  const codes = byBarycentre(
    shown,
    towardsThemes,
    themes.map(theme => theme.id),
  );
  const outOfCode = sumBy(codeLinks, link => link.code);
  const codeHeights = codes.map(code => Math.max(codeRow, scale * (outOfCode.get(code.id) ?? 0)));
  const height = Math.max(tallest, tall(codeHeights, 1));

  const codeTops = stack(codeHeights, top, height, 1);
  const themeTops = stack(themeHeights, top, height, gap);
  // In a picture that is scrolled, outcomes stand over its whole height: some are in sight wherever it is looked at.
  const outcomeTops = stack(outcomeHeights, top, height, 12, height > leastHeight ? height / 8 : undefined);
  const node = (
    one: { readonly id: string; readonly name: string; readonly extracts: number },
    y: number,
    room_: number,
    bar: number,
    lines: readonly string[],
  ): FlowNode => ({
    id: one.id,
    name: one.name,
    extracts: one.extracts,
    lines,
    y: y + (room_ - bar) / 2,
    h: bar,
    middle: y + room_ / 2,
  });
  const codeNodes = codes.map((code, index) => {
    const bar = Math.max(2, scale * (outOfCode.get(code.id) ?? 0));
    return node(code, codeTops[index] ?? top, codeHeights[index] ?? codeRow, bar, [
      ellipsis(code.name, 'sans', 12, columns.code - 32),
    ]);
  });
  const themeNodes = themes.map((theme, index): FlowTheme => {
    const y = themeTops[index] ?? top;
    const h = themeHeights[index] ?? themeLine;
    const inBar = Math.max(2, scale * (links.into.get(theme.id) ?? 0));
    const outBar = scale * (links.outOf.get(theme.id) ?? 0);
    return {
      ...node(theme, y, h, inBar, labels.get(theme.id) ?? [theme.name]),
      sources: theme.sources,
      out: { y: y + (h - outBar) / 2, h: outBar },
    };
  });
  const outcomeNodes = map.outcomes.map((outcome, index): FlowOutcome => {
    const bar = scale * (links.under.get(outcome.id) ?? 0);
    const lines = wrapText(outcome.title, 'sansBold', 13, width - columns.outcome - 62, 2);
    const named = { id: outcome.id, name: outcome.title, extracts: outcome.extracts };
    return {
      ...node(named, outcomeTops[index] ?? top, outcomeHeights[index] ?? 38, bar, lines),
      number: outcome.number,
      themes: outcome.themes,
    };
  });
  return {
    width,
    height: top + height + foot,
    heading: heading.shapes,
    heads: heading.height + 14,
    scale,
    columns,
    codes: codeNodes,
    themes: themeNodes,
    outcomes: outcomeNodes,
    ribbons: [
      ...codeRibbons(columns, codeNodes, themeNodes, codeLinks, scale),
      ...outcomeRibbons(columns, themeNodes, outcomeNodes, map, scale),
    ],
  };
}

function noteOf(map: ThemeMap, run: string): string {
  const heard = map.filter === null ? '' : ` Only ${map.filter}.`;
  return `${map.title}. ${run}${count(map.themes.length, 'theme')}, ${count(map.codes.length, 'code')}, ${count(map.outcomes.length, 'outcome')}.${heard} A ribbon is as wide as the extracts it carries. Grey: coded under the theme. Colour: placed under the outcome.`;
}

/** As many codes by name as the height holds, at this scale. */
function codesWithin(map: ThemeMap, height: number, scale: number): FlowCodes {
  for (let rows = Math.floor(height / (codeRow + 1)); ; ) {
    const folded = foldCodes(map, rows);
    const sums = sumBy(folded.links, link => link.code);
    const over =
      tall(
        folded.codes.map(code => Math.max(codeRow, scale * (sums.get(code.id) ?? 0))),
        1,
      ) - height;
    if (over <= 0 || rows <= 0) return folded;
    rows -= Math.max(1, Math.floor(over / (codeRow + 1)));
  }
}

const tall = (heights: readonly number[], gap: number) =>
  heights.reduce((sum, height) => sum + height, 0) + gap * Math.max(0, heights.length - 1);

/** Sums of the links' extracts at each end. */
function weighLinks({ codeLinks, outcomeLinks }: ThemeMap) {
  const all = (links: readonly { readonly extracts: number }[]) => links.reduce((sum, link) => sum + link.extracts, 0);
  return {
    into: sumBy(codeLinks, link => link.theme),
    outOf: sumBy(outcomeLinks, link => link.theme),
    under: sumBy(outcomeLinks, link => link.outcome),
    intoAll: all(codeLinks),
    outOfAll: all(outcomeLinks),
  };
}

function sumBy<L extends { readonly extracts: number }>(
  links: readonly L[],
  end: (link: L) => string,
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const link of links) sums.set(end(link), (sums.get(end(link)) ?? 0) + link.extracts);
  return sums;
}

/** Ribbons leave a bar in the order of their other ends, so that they cross as little as they can. */
function codeRibbons(
  columns: Flow['columns'],
  codes: readonly FlowNode[],
  themes: readonly FlowTheme[],
  links: readonly { readonly code: string; readonly theme: string; readonly extracts: number }[],
  scale: number,
): readonly FlowRibbon[] {
  const arrive = new Map(themes.map(theme => [theme.id, theme.y]));
  const place = new Map(themes.map((theme, index) => [theme.id, index]));
  return codes.flatMap(code => {
    let leave = code.y;
    const own = links
      .filter(link => link.code === code.id && link.extracts > 0)
      .sort((a, b) => (place.get(a.theme) ?? 0) - (place.get(b.theme) ?? 0));
    return own.map(link => {
      const h = scale * link.extracts;
      const to = arrive.get(link.theme) ?? 0;
      const ribbon = {
        from: code.id,
        to: link.theme,
        extracts: link.extracts,
        outcome: null,
        path: ribbonPath(columns.code + 4, leave, columns.theme, to, h),
        y: to,
        h,
      };
      leave += h;
      arrive.set(link.theme, to + h);
      return ribbon;
    });
  });
}

function outcomeRibbons(
  columns: Flow['columns'],
  themes: readonly FlowTheme[],
  outcomes: readonly FlowOutcome[],
  map: ThemeMap,
  scale: number,
): readonly FlowRibbon[] {
  const arrive = new Map(outcomes.map(outcome => [outcome.id, outcome.y]));
  const place = new Map(outcomes.map((outcome, index) => [outcome.id, index]));
  return themes.flatMap(theme => {
    let leave = theme.out.y;
    const own = map.outcomeLinks
      .filter(link => link.theme === theme.id && link.extracts > 0)
      .toSorted((a, b) => (place.get(a.outcome) ?? 0) - (place.get(b.outcome) ?? 0));
    return own.map(link => {
      const h = scale * link.extracts;
      const to = arrive.get(link.outcome) ?? 0;
      const number = outcomes.find(outcome => outcome.id === link.outcome)?.number ?? null;
      const ribbon = {
        from: theme.id,
        to: link.outcome,
        extracts: link.extracts,
        outcome: number,
        path: ribbonPath(columns.themeOut + 3, leave, columns.outcome, to, h),
        y: leave,
        h,
      };
      leave += h;
      arrive.set(link.outcome, to + h);
      return ribbon;
    });
  });
}

function ribbonPath(x0: number, y0: number, x1: number, y1: number, h: number): string {
  const middle = (x0 + x1) / 2;
  const at = (...values: readonly number[]) => values.map(n).join(' ');
  return `M${at(x0, y0)}C${at(middle, y0, middle, y1, x1, y1)}L${at(x1, y1 + h)}C${at(middle, y1 + h, middle, y0 + h, x0, y0 + h)}Z`;
}
