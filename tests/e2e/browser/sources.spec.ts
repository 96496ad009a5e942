import { bytesOf, sampleFile } from '../sample.ts';
import { choose, messages } from './acts.ts';
import { expect, test } from './fixtures.ts';

test('what is known of a source is edited, and its attribution follows', async ({ page }) => {
  const inspector = page.getByRole('region', { name: 'Chosen source' });
  await page.getByRole('button', { name: 'Interview CYP4 phase 2', exact: true }).click();
  await choose(page, 'Phase', '1');
  await expect(page.getByRole('button', { name: 'Interview CYP4 phase 1', exact: true })).toBeVisible();
  await inspector.getByRole('textbox', { name: 'Participant' }).fill('CYP14');
  await inspector.getByLabel('Title').fill('With his mentor');
  await inspector.getByLabel('Title').blur();
  const row = page.getByRole('row').filter({ hasText: 'Interview CYP14 phase 1' });
  await expect(row).toContainText('With his mentor');
  await inspector.getByLabel('What Mentor (supporting CYP4) is').fill('Youth worker');
  await inspector.getByLabel('What Mentor (supporting CYP4) is').blur();
  await inspector.getByRole('button', { name: 'Read and code' }).click();
  await expect(page.getByRole('document', { name: 'Transcript of Interview CYP14 phase 1' })).toBeVisible();
});

test('the original file comes back byte for byte', async ({ page }) => {
  await page.getByRole('button', { name: 'Interview CYP2 phase 1', exact: true }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the original file' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe('interview-CYP2.docx');
  expect(bytesOf(await saved.path()).equals(bytesOf(sampleFile('interview-CYP2.docx')))).toBe(true);
});

test('a source is removed after asking, and comes back by Undo with its codings', async ({ page }) => {
  await page.getByRole('button', { name: 'Staff Email', exact: true }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  const asks = page.getByRole('alertdialog');
  await expect(asks).toContainText('7 turns and 8 codings go with it');
  await asks.getByRole('button', { name: 'Remove the source' }).click();
  await expect(page.getByRole('main').getByText(/^12 sources/)).toBeVisible();
  await messages(page).getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('main').getByText(/^13 sources/)).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Staff Email' })).toContainText('8');
});
