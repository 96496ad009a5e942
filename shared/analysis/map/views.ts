import type { MapView, ThemeMap } from '../../model/themeMap.ts';
import { layOutFlow } from './flow.ts';
import { flowPicture } from './flowPicture.ts';
import { gridPages, gridPicture } from './gridPicture.ts';
import { type MapOptions, mapPicture } from './mapPicture.ts';
import { a4, type Picture, type Room } from './picture.ts';
import type { Flow } from './types.ts';

/** A view of the map as one picture. */
export function pictureOf(map: ThemeMap, view: MapView, room: Room = a4, options: MapOptions = {}): Picture {
  switch (view) {
    case 'map':
      return mapPicture(map, room, options);
    case 'flow':
      return flowPicture(map, room);
    case 'grid':
      return gridPicture(map, room);
  }
}

/** A view of the map on pages for print. Flow and grid go on over further pages rather than shrink; the map stays whole. */
export function pagesOf(map: ThemeMap, view: MapView, options: MapOptions = {}): readonly Picture[] {
  switch (view) {
    case 'map':
      return [mapPicture(map, a4, options)];
    case 'flow':
      return flowPages(map);
    case 'grid':
      return gridPages(map, a4);
  }
}

/** Pixels that the columns of a flow find on a page beside everything else, and that a name takes with its gap. */
const columnsRoom = 560;
const leastShare = 30;

/** The flow on pages: themes in the order of the whole flow, each with its codes; every outcome on every page, and one scale on all. */
function flowPages(map: ThemeMap): readonly Picture[] {
  const whole = layOutFlow(map, a4);
  if (whole.height <= a4.height) return [flowPicture(map, a4)];
  const pages = Math.ceil(
    whole.themes.reduce((sum, theme) => sum + Math.max(leastShare, theme.lines.length * 18 + 12), 0) / columnsRoom,
  );
  const heaviest = Math.max(1, ...whole.themes.map(theme => Math.max(theme.h, theme.out.h) / whole.scale));
  let scale = Math.min(whole.scale * pages, columnsRoom / heaviest, 7);
  for (let tries = 0; ; tries++) {
    const drawn = drawRuns(map, runsOf(whole, scale), scale);
    // Outcomes stand on every page: where their bars make one too tall, all pages take a smaller scale.
    if (tries >= mostTries || drawn.every(page => page.height <= a4.height)) return drawn;
    scale *= 0.85;
  }
}

const mostTries = 12;

/** The themes of each page. */
function runsOf(whole: Flow, scale: number): readonly (readonly string[])[] {
  const runs: string[][] = [[]];
  let used = 0;
  for (const theme of whole.themes) {
    const bar = (Math.max(theme.h, theme.out.h) / whole.scale) * scale;
    const h = Math.max(bar, theme.lines.length * 18 + 4) + 8;
    if (used + h > columnsRoom && used > 0) {
      runs.push([]);
      used = 0;
    }
    runs.at(-1)?.push(theme.id);
    used += h;
  }
  return runs;
}

function drawRuns(map: ThemeMap, runs: readonly (readonly string[])[], scale: number): readonly Picture[] {
  return runs.map((run, index) =>
    flowPicture(part(map, new Set(run)), a4, { scale, words: `Page ${index + 1} of ${runs.length}. ` }),
  );
}

function part(map: ThemeMap, ids: ReadonlySet<string>): ThemeMap {
  const codeLinks = map.codeLinks.filter(link => ids.has(link.theme));
  const codes = new Set(codeLinks.map(link => link.code));
  return {
    ...map,
    themes: map.themes.filter(theme => ids.has(theme.id)),
    codes: map.codes.filter(code => codes.has(code.id)),
    codeLinks,
    outcomeLinks: map.outcomeLinks.filter(link => ids.has(link.theme)),
  };
}
