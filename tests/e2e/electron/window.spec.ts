import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { programFolder } from '../../../electron/node/folders.ts';
import { projectNode } from '../../contract/node.ts';
import type { Place } from '../place.ts';
import { bytesOf } from '../sample.ts';
import { clickMenu, createStudy } from './acts.ts';
import { expect, saveInDialog, studyAt, test } from './fixtures.ts';

function newStudy(place: Place, title: string): string {
  const path = studyAt(place, `${title}.ninefold`);
  execFileSync(
    projectNode(),
    [join(programFolder(), 'electron', 'node', 'cli.ts'), 'new', path, '--title', title, '--coder', 'Ada'],
    { env: place.env },
  );
  return path;
}

test('the native menu has every act, and does what it says', async ({ desktop, place }) => {
  const { app, page } = desktop;
  const labels = await app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).map(top => top.label.replace('&', '')),
  );
  expect(labels).toEqual(expect.arrayContaining(['File', 'Edit', 'Go', 'View', 'Help']));
  await clickMenu(desktop, 'Import transcripts …');
  await expect(page.getByRole('region', { name: /Messages/ })).toContainText('Open a study first');
  await clickMenu(desktop, 'New study');
  await expect(page.getByRole('dialog', { name: 'New study' })).toBeVisible();
  await page.keyboard.press('Escape');
  await clickMenu(desktop, 'Open the sample study');
  await expect(page).toHaveTitle(/Kestrel Yard/);
  for (const place of ['Code', 'Themes', 'Map', 'Quotes', 'History', 'Sources']) {
    await clickMenu(desktop, place);
    await expect(page.getByRole('link', { name: place, exact: true })).toHaveAttribute('aria-current', 'page');
  }
  const picture = studyAt(place, 'map.png');
  await saveInDialog(app, picture);
  await clickMenu(desktop, 'Save the theme map as PNG …');
  await expect(page.getByRole('region', { name: /Messages/ }).getByText(`Saved ${picture}`)).toBeVisible();
  expect(bytesOf(picture).subarray(1, 4).toString('latin1')).toBe('PNG');
  await clickMenu(desktop, 'Keyboard shortcuts');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');
  await clickMenu(desktop, 'Close the study');
  await expect(page.getByRole('button', { name: 'Open the sample' })).toBeVisible();
});

test('the window comes back where it was', async ({ desktop, launch }) => {
  const bounds = { x: 60, y: 40, width: 1180, height: 760 };
  await desktop.app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to), bounds);
  await desktop.quit();
  const again = await launch();
  const now = await again.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());
  expect(now).toEqual(bounds);
});

test('starting it a second time with a study opens that study in the window that is there', async ({
  desktop: { app, page },
  place,
}) => {
  const path = newStudy(place, 'Second');
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const second = spawn(process.env.NINEFOLD_TEST_ELECTRON ?? '', [programFolder(), ...asRoot, path], {
    env: { ...place.env, NINEFOLD_CORE_NODE: projectNode() },
    stdio: 'ignore',
  });
  await expect(page).toHaveTitle('Second – Ninefold');
  if (second.exitCode === null) await once(second, 'exit');
  expect(app.windows()).toHaveLength(1);
});

test('it can be started with a study; leaving it frees the study for others', async ({ launch, place }) => {
  const path = newStudy(place, 'Given');
  const { page } = await launch(path);
  await expect(page).toHaveTitle('Given – Ninefold');
  const holder = JSON.parse(readFileSync(`${path}.lock`, 'utf8')) as { readonly pid: number };
  expect(holder.pid).toBeGreaterThan(0);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Command' }).fill('Close the study');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Open the sample' })).toBeVisible();
  expect(existsSync(`${path}.lock`)).toBe(false);
  await createStudy(page, 'Another');
});
