import { renameSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { chooseInDialog, expect, saveInDialog, studyAt, test } from './fixtures.ts';

test.use({ opening: '--sample' });

const passphrase = 'gull over the wall';
const pane = (page: Page) => page.getByRole('region', { name: 'Key and copies' });

test('a copy is refused with the places where words are left over; a key in another place is opened there', async ({
  desktop,
  place,
}) => {
  test.setTimeout(120_000);
  const { app, page } = desktop;
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Names' }).click();
  const suggestion = page.getByRole('list', { name: 'Suggestions' }).locator('[data-row]').filter({ hasText: 'Ryan' });
  await suggestion.first().click();
  const places = page.getByRole('region', { name: 'Places found' }).getByRole('checkbox');
  await places.first().click();
  await page.getByLabel('Label', { exact: true }).fill('brother');
  await page.keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await dialog.getByLabel('The same again').fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: /Messages/ })).toContainText('by [brother]');

  await saveInDialog(app, studyAt(place, 'to hand on.ninefold'));
  await pane(page).getByRole('button', { name: 'Save a copy without the key …' }).click();
  const left = pane(page).getByRole('list', { name: 'Words that are left over' });
  await expect(left.getByRole('listitem')).toHaveCount(1);
  await expect(pane(page).getByRole('alert')).toContainText('No copy was made');
  await expect(left).toContainText('[brother]');

  await pane(page).getByRole('button', { name: 'Close the key' }).click();
  await expect(left).toHaveCount(0);
  const copy = studyAt(place, 'unchecked.ninefold');
  await saveInDialog(app, copy);
  await pane(page).getByRole('button', { name: 'Save a copy without the key …' }).click();
  const unchecked = page.getByRole('alertdialog', { name: 'Save the copy unchecked?' });
  await expect(unchecked).toContainText('No copy was made');
  await unchecked.getByRole('button', { name: 'Save it unchecked' }).click();
  await expect(page.getByRole('region', { name: /Messages/ })).toContainText(`Saved ${copy}`);

  const study = studyAt(place, 'Kestrel Yard (sample).ninefold');
  const elsewhere = studyAt(place, 'put away.ninefold-key');
  renameSync(`${study}-key`, elsewhere);
  await page.reload();
  await expect(pane(page)).toContainText('The key is not beside the study');
  await chooseInDialog(app, [elsewhere]);
  await pane(page).getByRole('button', { name: 'It is in another place …' }).click();
  await dialog.getByRole('button', { name: 'The key is in another place …' }).click();
  await expect(dialog).toContainText(elsewhere);
  await dialog.getByLabel('Passphrase').fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(pane(page)).toContainText('The key is open');
  await expect(pane(page)).toContainText(elsewhere);
});
