import { type Download, expect, type Locator, type Page } from '@playwright/test';
import { ready } from './fixtures.ts';

/** What people do again and again, by the names that they see. */
export async function goTo(page: Page, place: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: place }).click();
}

/** Fills in the least that a new study needs, from the welcome screen; leaves the dialog open. */
export async function beginStudy(page: Page, title: string, coder = 'Ada'): Promise<Locator> {
  await page.getByRole('button', { name: /^New study/ }).click();
  const dialog = page.getByRole('dialog', { name: 'New study' });
  await dialog.getByLabel('Title', { exact: true }).fill(title);
  await dialog.getByLabel('Your name as coder').fill(coder);
  return dialog;
}

export async function createStudy(page: Page, dialog: Locator): Promise<void> {
  await dialog.getByRole('button', { name: 'Create study' }).click();
  await ready(page, 'empty');
}

/** Brings files to the import preview by the file chooser. */
export async function bring(page: Page, paths: readonly string[]): Promise<void> {
  await page.keyboard.press('Control+i');
  const chooser = page.waitForEvent('filechooser');
  await page
    .getByRole('button', { name: /^(?:Choose|Add) files$/ })
    .first()
    .click();
  await (await chooser).setFiles([...paths]);
}

/** Drops files or folders onto a part of the page, as a person does from a file manager. */
export async function dropOn(page: Page, target: Locator, paths: readonly string[]): Promise<void> {
  const box = await target.boundingBox();
  if (!box) throw new Error('There is nothing to drop on.');
  const session = await page.context().newCDPSession(page);
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...at, data });
  }
  await session.detach();
}

/** A command by the command palette. */
export async function runByName(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Command' }).fill(name);
  await expect(page.getByRole('option').first()).toContainText(name);
  await page.keyboard.press('Enter');
}

/** A list that opens, by its label; its button is named by the choice and the label. */
export const list = (page: Page, label: string): Locator =>
  page.getByRole('button', { name: new RegExp(`(?:^|\\s)${label.replace(/[()/.]/g, '\\$&')}$`) });

/** Chooses in a list that opens. */
export async function choose(page: Page, label: string, choice: string): Promise<void> {
  await list(page, label).click();
  await page.getByRole('option', { name: choice, exact: true }).click();
}

/** Messages in the corner. */
export const messages = (page: Page): Locator => page.getByRole('region', { name: /Messages/ });

/** What an act downloads; what the disclosure check says before it is gone along with. */
export async function downloaded(page: Page, act: () => Promise<void>): Promise<Download> {
  const file = page.waitForEvent('download');
  await act();
  const onward = page.getByRole('dialog', { name: 'Before this is exported' }).getByRole('button', { name: /^Export/ });
  await Promise.race([file, onward.click().catch(() => undefined)]);
  return file;
}
