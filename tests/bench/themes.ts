import type { Page } from '@playwright/test';
import { arrange } from '../../shared/analysis/map/arrange.ts';
import { a4 } from '../../shared/analysis/map/picture.ts';
import { pictureOf } from '../../shared/analysis/map/views.ts';
import type { ThemeId } from '../../shared/model/ids.ts';
import type { MapView } from '../../shared/model/themeMap.ts';
import { benchCore } from './benchCore.ts';
import { inChromium, probe, served, viewport } from './chromium.ts';
import { measureIn } from './inPage.ts';
import { ms, time, timingOf } from './measure.ts';
import type { Report } from './report.ts';
import { themesSize, themesStudy } from './themesStudy.ts';

const size = `${themesSize.themes} themes, ${themesSize.codes} codes, 10,000 extracts`;
const heavySize = 'a theme of 2,000 extracts';
const runs = 9;
const card = '[role="grid"] [role="row"][data-key]';

/** What a person waits for on the theme board, its pages and the theme map: the layouts by themselves, then all of it in real Chromium against the served app. */
export const benchThemes = (report: Report): Promise<void> =>
  inChromium(report, async (browser, folder) => {
    const study = await themesStudy(folder);
    await layouts(folder, study.path, report);
    await served(folder, study.path, async url => {
      const page = await browser.newPage({ viewport });
      await page.addInitScript(measureIn);
      await page.goto(url);
      await page.waitForSelector('nav a');
      const frame = timingOf(await probe(page, 'frames', 60));
      const floor = `${ms(frame.median)} ms (a frame)`;
      await shows(page, study, floor, report);
      await drags(page, floor, report);
    });
  });

/** Layout alone, in this process. */
async function layouts(folder: string, path: string, { row }: Report): Promise<void> {
  const core = benchCore(folder);
  const { handle: study } = await core.call('study.open', { path });
  const map = await core.call('map.get', { study });
  const read = await time(
    runs,
    () => core.call('map.get', { study }),
    () => undefined,
  );
  row('figures of the map, from the file', size, figure(read), '–');
  const forces = await time(
    runs,
    () => arrange(map),
    () => undefined,
  );
  row('places by force', `${themesSize.themes} themes`, figure(forces), '–');
  for (const view of ['map', 'flow', 'grid'] as const satisfies readonly MapView[]) {
    const laid = await time(
      runs,
      () => pictureOf(map, view, a4),
      () => undefined,
    );
    row(`lay out the ${view} view`, size, figure(laid), '–', view === 'flow' ? '100 ms' : '');
  }
  await core.close();
}

type Known = { readonly heavy: ThemeId; readonly light: ThemeId };

/** Pages as they are opened: from a page that was loaded anew, so that nothing of them was read before. */
async function shows(page: Page, { heavy, light }: Known, floor: string, { row }: Report): Promise<void> {
  const screen = { [card]: 18, '[role="option"][data-key]': 10 };
  const board = { ...screen, [card]: 40 };
  row('theme board, to usable', size, await opened(page, '#/themes', screen), floor, '300 ms');
  row('theme board, to the last card', size, await opened(page, '#/themes', board), floor);
  for (const view of ['map', 'flow', 'grid'] as const) {
    const whole = { '[data-role="theme"]': themesSize.themes };
    const taken = await opened(page, `#/map/${view}`, whole);
    row(`theme map, ${view} view, to usable`, size, taken, floor, '300 ms');
  }
  const work = await workOf(page);
  const first: Taken[] = [];
  const all: Taken[] = [];
  const extracts = (theme: ThemeId) => `[data-theme="${theme}"] [data-extract]`;
  for (let run = -1; run < runs; run++) {
    await fresh(page, `#/themes/${light}`, { ...board, [extracts(light)]: 3 });
    const one = await work(() => probe(page, 'show', { hash: `#/themes/${heavy}` }, { [extracts(heavy)]: 3 }));
    const two = await work(() =>
      probe(page, 'show', { press: `[data-theme="${heavy}"] header button` }, { [extracts(heavy)]: 12 }),
    );
    if (run < 0) continue;
    first.push(one);
    all.push(two);
  }
  row('theme page from the board, to painted', heavySize, waited(first), floor, '200 ms');
  row('all its extracts, to painted', heavySize, waited(all), floor, '200 ms');
}

/** What was waited for, and of it the page's own work: the processor time of its main thread, which other programs do not lengthen much. */
type Taken = { readonly waited: number; readonly work: number };

const waited = (taken: readonly Taken[]): string =>
  `${figure(timingOf(taken.map(one => one.waited)))}, of it ${ms(timingOf(taken.map(one => one.work)).median)} ms the page's own work`;

async function opened(page: Page, hash: string, wanted: Readonly<Record<string, number>>): Promise<string> {
  const work = await workOf(page);
  const taken: Taken[] = [];
  for (let run = -1; run < runs; run++) {
    await fresh(page, '#/sources', { main: 1 });
    const one = await work(() => probe(page, 'show', { hash }, wanted));
    if (run >= 0) taken.push(one);
  }
  return waited(taken);
}

/** Gives a way to take the time of an act in the page together with the work of its main thread. */
async function workOf(page: Page): Promise<(act: () => Promise<number>) => Promise<Taken>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(metric => metric.name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  return async act => {
    const before = await spent();
    const took = await act();
    return { waited: took, work: (await spent()) - before };
  };
}

/** Loads the page anew at an address and waits for what stands there. */
async function fresh(page: Page, hash: string, wanted: Readonly<Record<string, number>>): Promise<void> {
  await page.evaluate(to => {
    location.hash = to;
  }, hash);
  await page.reload();
  await page.waitForSelector('nav a');
  await probe(page, 'show', { hash }, wanted);
  await probe(page, 'frames', 10);
}

/** A card across the board, codes on to it, and a theme across the map; the time between frames while the pointer moves. */
async function drags(page: Page, floor: string, report: Report): Promise<void> {
  await fresh(page, '#/themes', { [card]: 30 });
  await dragged(page, card, { x: 700, y: 120 }, `drag a card over the board`, floor, report);
  await dragged(page, '[role="option"][data-key]', { x: 300, y: 120 }, `drag a code over the board`, floor, report);
  await fresh(page, '#/map/map', { '[data-role="theme"]': themesSize.themes });
  await dragged(page, '[data-role="theme"]', { x: 300, y: 200 }, `drag a theme on the map`, floor, report);
}

const moves = 120;

async function dragged(
  page: Page,
  what: string,
  to: { readonly x: number; readonly y: number },
  act: string,
  floor: string,
  { row }: Report,
): Promise<void> {
  const box = await page.locator(what).first().boundingBox();
  if (!box) throw new Error(`there is no ${what} to drag`);
  const [x, y] = [box.x + 24, box.y + 12];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 20, y + 20, { steps: 4 });
  await probe(page, 'watch');
  for (let move = 0; move <= moves; move++) {
    const along = Math.sin((move / moves) * Math.PI);
    await probe(page, 'frames', 1);
    await page.mouse.move(x + 20 + along * to.x, y + 20 + Math.abs(Math.sin((move / moves) * Math.PI * 3)) * to.y);
  }
  const taken = await probe(page, 'watched');
  await page.keyboard.press('Escape');
  await page.mouse.up();
  const { median, p95 } = timingOf(taken);
  const figures = `${ms(median)} ms, p95 ${ms(p95)} ms, worst ${ms(Math.max(...taken))} ms`;
  row(act, `${size}; ${moves} moves, ${taken.length} frames`, figures, floor, 'p95 20 ms');
}

const figure = ({ median, p95 }: { readonly median: number; readonly p95: number }) =>
  `${ms(median)} ms, p95 ${ms(p95)} ms`;
