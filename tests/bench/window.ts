import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page, Request } from '@playwright/test';
import type { Source } from '../../shared/model/entities.ts';
import { type BenchCore, benchCore } from './benchCore.ts';
import { bigStudy, fullSize } from './bigStudy.ts';
import { inChromium, probe, served, viewport } from './chromium.ts';
import { measureIn } from './inPage.ts';
import { ms, type Timing, time, timingOf } from './measure.ts';
import type { Report } from './report.ts';
import { createWords, random } from './words.ts';

/** Transcripts of the speed table: turns are about 60 words long. */
const transcripts = [
  { name: 'A', words: 6_700, codings: 2_000, size: '38,000 characters, 2,000 codings', open: '150 ms', apply: '' },
  { name: 'B', words: 20_000, codings: 800, size: '20,000 words, 800 codings', open: '', apply: 'p95 33 ms' },
  {
    name: 'C',
    words: 100_000,
    codings: 3_000,
    size: '100,000 words, 3,000 codings',
    open: '400 ms',
    apply: 'p95 50 ms',
  },
] as const;

/** What a person waits for while reading and coding, in real Chromium against the served app. */
export const benchWindow = (report: Report): Promise<void> =>
  inChromium(report, async (browser, folder) => {
    const { path, sources } = await workspace(folder);
    await served(folder, path, async url => {
      const page = await browser.newPage({ viewport });
      await page.addInitScript(measureIn);
      await page.goto(url);
      await page.waitForSelector('nav a');
      await reading(page, sources, report);
    });
  });

/** The large study in a window: its first screen, and the memory of the window after a look around. */
export const benchLargeWindow = (report: Report): Promise<void> =>
  inChromium(report, async (browser, folder) => {
    const path = bigStudy(fullSize, report.say);
    await served(folder, path, url => largeStudy(browser, url, report));
  });

async function workspace(folder: string): Promise<{ readonly path: string; readonly sources: readonly Source[] }> {
  const core: BenchCore = benchCore(folder);
  const path = join(folder, 'workspace.ninefold');
  const { handle: study } = await core.call('study.create', { title: 'Bench', coder: 'Bench', path });
  const speak = createWords(23);
  const next = random(29);
  const codes = [];
  for (let n = 0; n < 40; n++) codes.push(await core.call('code.create', { study, name: `Code ${n} ${speak(1)}` }));
  const [first] = codes;
  if (first) await core.call('code.favourite', { study, code: first.id, place: 1 });
  for (const { name, words } of [{ name: 'Short', words: 200 }, ...transcripts]) {
    const turns = Array.from(
      { length: Math.ceil(words / 60) },
      (_, n) => `${n % 2 ? 'CYP1' : 'Interviewer'}: ${speak(60)}.`,
    );
    const bytes = new TextEncoder().encode(turns.join('\n\n'));
    const [item] = await core.call('import.preview', { study, files: [{ name: `${name}.txt`, bytes }] });
    await core.call('import.commit', { study, items: [{ draft: item?.draft ?? '' }] });
  }
  const sources = await core.call('source.list', { study });
  for (const { name, codings } of transcripts) {
    const source = sources.find(one => one.title === name || one.fileName === `${name}.txt`);
    if (!source) throw new Error(`${name} was not imported`);
    for (const [n, code] of codes.entries()) {
      const spans = Array.from({ length: Math.ceil(codings / codes.length) }, () => {
        const start = next(source.characters - 400);
        return { source: source.id, start, end: start + 30 + next(250) };
      });
      if (n * spans.length < codings) await core.call('coding.applyMany', { study, spans, codes: [code.id] });
    }
  }
  const all = await core.call('source.list', { study });
  await core.close();
  return { path, sources: all };
}

async function reading(page: Page, sources: readonly Source[], { row }: Report): Promise<void> {
  const short = sources.find(source => source.fileName === 'Short.txt');
  const frame = await probe(page, 'frames', 60);
  const floor = `${ms(timingOf(frame).median)} ms (a frame)`;
  for (const { name, size, open, apply } of transcripts) {
    const source = sources.find(one => one.fileName === `${name}.txt`);
    if (!source || !short) continue;
    const opened: number[] = [];
    for (let run = -1; run < 9; run++) {
      await page.evaluate(id => {
        location.hash = `#/code/${id}`;
      }, short.id);
      await page.reload();
      await probe(page, 'painted', short.turns, false);
      const taken = await probe(page, 'open', source.id, source.turns);
      if (run >= 0) opened.push(taken);
    }
    figure(row, 'open a transcript to painted', size, opened, floor, open);
    const applied: number[] = [];
    for (let run = -2; run < (apply === '' ? -2 : 40); run++) {
      await probe(page, 'select', 3 + (run + 2) * 2);
      await page.keyboard.press('1');
      const taken = await probe(page, 'key');
      if (run >= 0) applied.push(taken);
    }
    if (apply !== '') figure(row, 'apply a code, key to paint', size, applied, floor, apply);
    const frames = await probe(page, 'scroll', 240);
    const worst = Math.max(...frames);
    row(
      'scroll, frame by frame',
      `${size}; 240 frames of 300 pixels`,
      `${ms(timingOf(frames).median)} ms, p95 ${ms(timingOf(frames).p95)} ms, worst ${ms(worst)} ms, ${frames.filter(one => one > 50).length} over 50 ms`,
      floor,
      'none over 50 ms',
    );
  }
}

async function largeStudy(browser: Browser, url: string, { row }: Report): Promise<void> {
  const page = await browser.newPage({ viewport });
  const settled = requestsOf(page);
  const first = page.getByText('Interview 0', { exact: true }).first();
  await page.goto(url);
  await first.waitFor();
  const shown = await time(
    5,
    async () => {
      await page.reload();
      await first.waitFor();
    },
    settled,
  );
  row(
    'first screen of the large study',
    'page loaded to sources shown',
    `${ms(shown.median)} ms, p95 ${ms(shown.p95)} ms`,
    '–',
    '500 ms',
  );
  for (const place of ['code', 'themes', 'sources', 'code']) {
    await page.evaluate(hash => {
      location.hash = hash;
    }, `#/${place}`);
    await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    await settled();
  }
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const heap = metrics.find(metric => metric.name === 'JSHeapUsedSize')?.value ?? 0;
  row(
    'memory of the window',
    'the large study; sources, a transcript and themes seen',
    `${mb(heap)} of script${await residentOf(browser)}`,
    '–',
    'under 400 MB',
  );
  await page.close();
}

/** Gives a wait until no request of the page is under way; the stream of events stays open and is not counted. */
function requestsOf(page: Page): () => Promise<void> {
  const running = new Set<Request>();
  let idle = () => undefined as undefined;
  page.on('request', request => {
    if (!request.url().endsWith('/api/events')) running.add(request);
  });
  const ended = (request: Request) => {
    running.delete(request);
    if (running.size === 0) idle();
  };
  page.on('requestfinished', ended);
  page.on('requestfailed', ended);
  return () =>
    new Promise(resolve => {
      if (running.size === 0) return resolve();
      idle = () => {
        resolve();
        return undefined;
      };
    });
}

const mb = (bytes: number) => `${(bytes / 1_048_576).toFixed(0)} MB`;

/** Memory that the largest page process holds, where the system tells. */
async function residentOf(browser: Browser): Promise<string> {
  if (process.platform !== 'linux') return '';
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const sizes = processInfo
    .filter(one => one.type === 'renderer')
    .map(one => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${one.id}/status`, 'utf8'))?.[1] ?? 0) * 1024);
  return sizes.length > 0 ? `, ${mb(Math.max(...sizes))} in all` : '';
}

function figure(row: Report['row'], act: string, size: string, taken: readonly number[], floor: string, reach: string) {
  const { median, p95 }: Timing = timingOf(taken);
  row(act, size, `${ms(median)} ms, p95 ${ms(p95)} ms`, floor, reach);
}
