import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';

test('quitting closes the window, then the study, then the app', async ({ launch, place }) => {
  const { app, page, quit } = await launch('--sample');
  await expect(page).toHaveTitle(/Kestrel Yard/);
  const lock = join(place.studies, 'Kestrel Yard (sample).ninefold.lock');
  expect(existsSync(lock)).toBe(true);
  const main = app.process();
  await quit();
  expect(main.exitCode).toBe(0);
  expect(existsSync(lock)).toBe(false);
});

test('a page that holds something unsaved is asked for, and kept if the person goes back', async ({ launch }) => {
  const { app, page } = await launch('--sample');
  await expect(page).toHaveTitle(/Kestrel Yard/);
  await app.evaluate(({ dialog }) => {
    dialog.showMessageBoxSync = () => Number((globalThis as { leave?: boolean }).leave ?? false);
  });
  await page.evaluate(() => {
    addEventListener('beforeunload', event => event.preventDefault());
  });
  // Chromium heeds a page's wish to stay only once somebody has done something in it.
  await page.locator('nav a').first().click();
  const asked = app.evaluate(
    ({ app: main, BrowserWindow }) =>
      new Promise(done => {
        BrowserWindow.getAllWindows()[0]!.webContents.once('will-prevent-unload', () => done(null));
        main.quit();
      }),
  );
  await asked;
  await expect(page).toHaveTitle(/Kestrel Yard/);
  await app.evaluate(() => {
    (globalThis as { leave?: boolean }).leave = true;
  });
});
