import { type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { test as base, expect, type Page } from '@playwright/test';
import { programFolder } from '../../../electron/node/folders.ts';
import { projectNode } from '../../contract/node.ts';
import { createPlace, type Place } from '../place.ts';
import { watchProblems } from '../problems.ts';

export { expect };

/** The app being served to a browser, by a real process of its own. */
export type Served = {
  /** The address with its one-time token: it opens the app in one browser context, once. */
  readonly url: string;
  /** The address without the token, for further pages of that context. */
  readonly origin: string;
  /** Ends the server as Ctrl+C does (or as a crash does: SIGKILL), and waits until it has gone. */
  stop(signal?: NodeJS.Signals): Promise<void>;
};

/** What the app begins with: the sample study, an empty study named "Harbour study", or the welcome screen. */
export type Opening = 'sample' | 'empty' | 'welcome';

type Fixtures = {
  readonly opening: Opening;
  /** What a page may complain of in the console in this test; anything else fails the test. */
  readonly expectedProblems: RegExp | null;
  readonly place: Place;
  /** Serves the app with the given arguments of electron/node/serveApp.ts; stopped at the end of the test. */
  readonly serve: (...args: readonly string[]) => Promise<Served>;
  readonly served: Served;
  /** The page, with the app in it, ready for a person. */
  readonly page: Page;
};

const entry = (name: string) => join(programFolder(), 'electron', 'node', name);

/**
 * `test` with the app in `page`. Choose what it begins with by `test.use({ opening: 'welcome' })`; the sample unless told. A test fails if the page
 * logged an error or a warning, unless `expectedProblems` fits it.
 */
export const test = base.extend<Fixtures>({
  opening: ['sample', { option: true }],
  expectedProblems: [null, { option: true }],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are used.
  place: async ({}, use) => {
    const place = createPlace();
    await use(place);
    place.remove();
  },

  serve: async ({ place }, use) => {
    const running: Served[] = [];
    await use(async (...args) => {
      const served = await startServing(place, args);
      running.push(served);
      return served;
    });
    for (const served of running) await served.stop();
  },

  served: async ({ opening, place, serve }, use) => {
    await use(await serve(...argumentsFor(opening, place)));
  },

  page: async ({ page, served, opening, expectedProblems }, use) => {
    const problems = watchProblems(page);
    await page.goto(served.url);
    await ready(page, opening);
    await use(page);
    expect(problems.filter(problem => !expectedProblems?.test(problem))).toEqual([]);
  },
});

/** Waits until the app can be used: the welcome screen, or the open study's places. */
export async function ready(page: Page, opening: Opening = 'sample'): Promise<void> {
  if (opening === 'welcome') await page.getByRole('button', { name: 'Open the sample' }).waitFor();
  else await page.locator('nav a').first().waitFor();
}

/** Runs the command line in the test's place; gives what it printed. @throws if it fails. */
export function ninefold(place: Place, ...args: readonly string[]): string {
  return execFileSync(projectNode(), [entry('cli.ts'), ...args], {
    cwd: place.studies,
    env: place.env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function argumentsFor(opening: Opening, place: Place): readonly string[] {
  if (opening === 'sample') return ['--sample'];
  if (opening === 'welcome') return [];
  ninefold(place, 'new', 'harbour.ninefold', '--title', 'Harbour study', '--coder', 'Ada');
  return [join(place.studies, 'harbour.ninefold')];
}

async function startServing(place: Place, args: readonly string[]): Promise<Served> {
  const child = spawn(projectNode(), [entry('serveApp.ts'), '--no-open', ...args], {
    cwd: place.path,
    env: place.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await addressOf(child);
  return {
    url,
    origin: new URL(url).origin,
    stop: async (signal = 'SIGTERM') => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, 'exit');
      child.kill(signal);
      await exited;
    },
  };
}

/** The address that a server prints. @throws with all that it said if it ends before. */
function addressOf(child: ChildProcessByStdio<null, Readable, Readable>): Promise<string> {
  let said = '';
  return new Promise((found, failed) => {
    const listen = (chunk: string) => {
      said += chunk;
      const address = /http:\/\/127\.0\.0\.1:\d+\/\?\S+/.exec(said);
      if (address) found(address[0]);
    };
    child.stdout.setEncoding('utf8').on('data', listen);
    child.stderr.setEncoding('utf8').on('data', listen);
    child.once('error', failed);
    child.once('exit', code => failed(new Error(`The app ended with ${code} before it was served:\n${said}`)));
  });
}
