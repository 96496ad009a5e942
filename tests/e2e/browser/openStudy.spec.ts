import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { messages } from './acts.ts';
import { expect, ninefold, test } from './fixtures.ts';

test.use({ opening: 'welcome' });

/** Opens a study by typing its path; closes the message that tells why not. */
async function openByPath(page: Page, path: string): Promise<void> {
  await page.keyboard.press('Control+o');
  const dialog = page.getByRole('dialog', { name: 'Open a study' });
  await dialog.getByLabel('Or the study’s full path').fill(path);
  await page.keyboard.press('Enter');
}
async function refused(page: Page, words: string | RegExp): Promise<void> {
  await expect(messages(page)).toContainText(words);
  await messages(page).getByRole('button', { name: 'Close message' }).click();
  await expect(messages(page)).toHaveCount(0);
}

/** Writes a number into a SQLite file's header: the schema version of the program stands at 60, the program's own number at 68. */
function putInHeader(path: string, at: number, value: number): void {
  const bytes = readFileSync(path);
  bytes.writeUInt32BE(value, at);
  writeFileSync(path, bytes);
}

test('recent studies are listed, the lost ones marked, and can be taken off the list', async ({
  page,
  place,
  serve,
}) => {
  for (const title of ['One', 'Two']) {
    ninefold(place, 'new', `${title}.ninefold`, '--title', title, '--coder', 'Ada');
    await openByPath(page, join(place.studies, `${title}.ninefold`));
    await expect(page).toHaveTitle(`${title} – Ninefold`);
    await page.getByRole('button', { name: title }).click();
    await page.getByRole('menuitem', { name: 'Close the study' }).click();
    await expect(page.getByRole('heading', { name: 'Recent studies' })).toBeVisible();
  }
  const rows = page.getByRole('main').getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('Two');
  await expect(rows.first()).toContainText('Today');
  await expect(rows.first()).toContainText('0 sources, 0 themes');
  rmSync(join(place.studies, 'One.ninefold'));
  const again = await serve();
  await page.goto(again.url);
  await expect(rows.last()).toContainText('Not found');
  await expect(rows.last().getByRole('button', { name: /^One/ })).toBeDisabled();
  await rows.last().getByRole('button', { name: 'Take One off this list' }).click();
  await expect(rows).toHaveCount(1);
});

test('a study that another process has open names its holder', async ({ page, place, serve }) => {
  ninefold(place, 'new', 'shared.ninefold', '--title', 'Shared', '--coder', 'Ada');
  const path = join(place.studies, 'shared.ninefold');
  const other = await serve(path);
  await openByPath(page, path);
  await refused(page, /shared\.ninefold is open already: \S+ on \S+ has it/);
  await other.stop();
  await openByPath(page, path);
  await expect(page).toHaveTitle('Shared – Ninefold');
});

test('what is no study, is damaged or from a newer Ninefold is refused with the way out', async ({ page, place }) => {
  const at = (name: string) => join(place.studies, name);
  writeFileSync(at('letter.ninefold'), 'Dear all, this is not a study.');
  mkdirSync(at('folder.ninefold'));
  ninefold(place, 'new', 'other.ninefold', '--title', 'Other', '--coder', 'Ada');
  putInHeader(at('other.ninefold'), 68, 0x12345678);
  ninefold(place, 'new', 'newer.ninefold', '--title', 'Newer', '--coder', 'Ada');
  putInHeader(at('newer.ninefold'), 60, 999);
  ninefold(place, 'new', 'cut.ninefold', '--title', 'Cut', '--coder', 'Ada');
  truncateSync(at('cut.ninefold'), 8192);

  await openByPath(page, at('nowhere.ninefold'));
  await refused(page, 'There is no study at');
  await openByPath(page, at('letter.ninefold'));
  await refused(page, 'letter.ninefold is not a Ninefold study');
  await openByPath(page, at('folder.ninefold'));
  await refused(page, 'is a folder, not a study');
  await openByPath(page, at('other.ninefold'));
  await refused(page, 'other.ninefold is a database of another program');
  await openByPath(page, at('newer.ninefold'));
  await refused(page, /newer/i);
  await openByPath(page, at('cut.ninefold'));
  await refused(page, 'cut.ninefold is damaged');
  await expect(page.getByRole('button', { name: 'Open the sample' })).toBeVisible();
});

test('folders are walked to a study', async ({ page, place }) => {
  mkdirSync(join(place.studies, 'evaluations'));
  ninefold(place, 'new', 'evaluations/deep.ninefold', '--title', 'Deep', '--coder', 'Ada');
  await page.getByRole('button', { name: /^Open a study/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Open a study' });
  await dialog.getByRole('button', { name: 'evaluations' }).click();
  await expect(dialog.getByText(join(place.studies, 'evaluations'))).toBeVisible();
  await dialog.getByRole('button', { name: 'The folder above' }).click();
  await expect(dialog.getByText('There is no study in this folder.')).toBeVisible();
  await dialog.getByRole('button', { name: 'evaluations' }).click();
  await dialog.getByRole('button', { name: /^deep\.ninefold/ }).click();
  await expect(page).toHaveTitle('Deep – Ninefold');
});

test('the sample opens from the welcome screen, and a reload stays in it', async ({ page }) => {
  await page.getByRole('button', { name: 'Open the sample' }).click();
  await expect(page).toHaveTitle(/Kestrel Yard/);
  await page.getByRole('link', { name: 'History' }).click();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'History' })).toBeVisible();
  await expect(page).toHaveTitle(/Kestrel Yard/);
});
