import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { findChromium } from '../../build/lib/chromium.mjs';
import type { Probe } from './inPage.ts';
import type { Report } from './report.ts';

export const viewport = { width: 1440, height: 900 };

/** Runs `work` with a browser and a folder of its own; says so where no Chromium is installed. */
export async function inChromium(
  report: Report,
  work: (browser: Browser, folder: string) => Promise<void>,
): Promise<void> {
  const executablePath = findChromium();
  if (executablePath === null) {
    report.say('No Chromium is installed here: the window was not measured.');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'ninefold-bench-'));
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  try {
    await work(browser, folder);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Serves a study in a process of its own, as `npm start` does. */
export async function served(folder: string, path: string, work: (url: string) => Promise<void>): Promise<void> {
  const home = join(folder, 'home');
  mkdirSync(home, { recursive: true });
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '../../electron/node/serveApp.ts'), path, '--no-open'],
    {
      env: { ...process.env, HOME: home, NINEFOLD_DATA: join(home, 'data'), NINEFOLD_STUDIES: home },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  try {
    const url = await new Promise<string>((resolve, reject) => {
      let said = '';
      child.once('exit', code => reject(new Error(`the app did not start (${code})`)));
      child.stdout.on('data', data => {
        said += String(data);
        const found = /http:\S+/.exec(said);
        if (found) resolve(found[0]);
      });
    });
    await work(url);
  } finally {
    const gone = once(child, 'exit');
    child.kill();
    await gone;
  }
}

/** Calls a measure of inPage.ts. */
export function probe<Name extends keyof Probe>(
  page: Page,
  name: Name,
  ...given: Parameters<Probe[Name]>
): Promise<Awaited<ReturnType<Probe[Name]>>> {
  return page.evaluate(
    ([called, values]) => {
      const { probe: measures } = globalThis as unknown as { probe: Record<string, (...all: unknown[]) => unknown> };
      return measures[called]?.(...values);
    },
    [name, given as unknown[]] as const,
  ) as Promise<Awaited<ReturnType<Probe[Name]>>>;
}
