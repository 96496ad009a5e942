import { join } from 'node:path';
import { test as base, type ElectronApplication, _electron as electron, expect, type Page } from '@playwright/test';
import { programFolder } from '../../../electron/node/folders.ts';
import { projectNode } from '../../contract/node.ts';
import { createPlace, type Place } from '../place.ts';
import { watchProblems } from '../problems.ts';

export { expect };

/** The desktop app, started for real, with its first window. */
export type Desktop = {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Quits as a person does, and waits until the app and its core have gone. */
  quit(): Promise<void>;
};

type Fixtures = {
  /** Arguments after the app: a study's path, `--sample`, or nothing for the welcome screen. */
  readonly opening: string;
  /** What a page may complain of in the console in this test; anything else fails the test. */
  readonly expectedProblems: RegExp | null;
  readonly place: Place;
  /** Starts the app; a second time too, with the same home, after `quit()`. Ended at the end of the test. */
  readonly launch: (...args: readonly string[]) => Promise<Desktop>;
  readonly desktop: Desktop;
};

/**
 * `test` with the desktop app in `desktop`: `desktop.page` is its window, `desktop.app.evaluate` runs in the main process. Begins at the welcome
 * screen; `test.use({ opening: '--sample' })` begins with the sample. The configuration names the Electron.
 */
export const test = base.extend<Fixtures>({
  opening: ['', { option: true }],
  expectedProblems: [null, { option: true }],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are used.
  place: async ({}, use) => {
    const place = createPlace();
    await use(place);
    place.remove();
  },

  launch: async ({ place, expectedProblems }, use) => {
    const quits: (() => Promise<void>)[] = [];
    const problems: (readonly string[])[] = [];
    await use(async (...args) => {
      const { desktop, problems: found } = await start(place, args);
      quits.push(desktop.quit);
      problems.push(found);
      return desktop;
    });
    for (const quit of quits) await quit();
    expect(problems.flat().filter(problem => !expectedProblems?.test(problem))).toEqual([]);
  },

  desktop: async ({ launch, opening }, use) => {
    await use(await launch(...(opening ? [opening] : [])));
  },
});

/** The next time the app asks for a file or a folder to open, it is given these paths; none of them: the person changes their mind. */
export async function chooseInDialog(app: ElectronApplication, paths: readonly string[]): Promise<void> {
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: filePaths.length === 0, filePaths: [...filePaths] });
  }, paths);
}

/** The next time the app asks where to save, it is given this path; null: the person changes their mind. */
export async function saveInDialog(app: ElectronApplication, path: string | null): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: filePath === null, filePath: filePath ?? '' });
  }, path);
}

async function start(place: Place, args: readonly string[]) {
  const executablePath = process.env.NINEFOLD_TEST_ELECTRON;
  if (!executablePath) throw new Error('No Electron to test with. Start the tests by `npm test -- electron`.');
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  // A virtual display has no graphics card: on a busy machine the search for one can hold up the first window for ever.
  const unseen = process.platform === 'linux' ? ['--disable-gpu'] : [];
  const app = await electron.launch({
    executablePath,
    args: [programFolder(), ...asRoot, ...unseen, ...args],
    cwd: place.path,
    env: { ...place.env, NINEFOLD_CORE_NODE: projectNode() },
  });
  const page = await app.firstWindow();
  const problems = watchProblems(page);
  // Not waitForLoadState: the load event may come before Playwright listens, and is then waited for in vain.
  await page.locator('#root > *').first().waitFor();
  let quitting: Promise<void> | undefined;
  const quit = () => {
    quitting ??= app.close();
    return quitting;
  };
  return { desktop: { app, page, quit } satisfies Desktop, problems };
}

/** A study's path in the test's own folder for studies. */
export const studyAt = (place: Place, name: string): string => join(place.studies, name);
