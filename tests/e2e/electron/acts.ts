import { expect, type Page } from '@playwright/test';
import { transcripts } from '../sample.ts';
import { chooseInDialog, type Desktop } from './fixtures.ts';

/** Makes a study in the window, from the welcome screen. */
export async function createStudy(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: /^New study/ }).click();
  const dialog = page.getByRole('dialog', { name: 'New study' });
  await dialog.getByLabel('Title', { exact: true }).fill(title);
  await dialog.getByLabel('Your name as coder').fill('Ada');
  await dialog.getByRole('button', { name: 'Create study' }).click();
  await expect(page).toHaveTitle(`${title} – Ninefold`);
}

/** Imports the sample's transcripts through the preview; only the system's own dialog is answered for the person. */
export async function importSample({ app, page }: Desktop): Promise<void> {
  await chooseInDialog(app, transcripts);
  await page.keyboard.press('Control+i');
  await page.getByRole('button', { name: 'Choose files' }).click();
  await page.getByRole('button', { name: 'Import 13 transcripts' }).click();
  await expect(page.getByText('13 sources, 18,159 words')).toBeVisible();
}

/** Runs an item of the native menu by its label, as a click on it does. */
export async function clickMenu({ app }: Desktop, label: string): Promise<void> {
  await app.evaluate(({ Menu, BrowserWindow }, wanted) => {
    const all = (items: readonly Electron.MenuItem[]): readonly Electron.MenuItem[] =>
      items.flatMap(item => [item, ...all(item.submenu?.items ?? [])]);
    const item = all(Menu.getApplicationMenu()?.items ?? []).find(one => one.label === wanted);
    if (!item) throw new Error(`The menu has no item ${wanted}.`);
    item.click(undefined, BrowserWindow.getAllWindows()[0], undefined);
  }, label);
}
