import { existsSync, readFileSync } from 'node:fs';
import { leaksIn } from '../../builders/leaks.ts';
import { expect, saveInDialog, studyAt, test } from './fixtures.ts';

test.use({ opening: '--sample' });

test('a name is replaced everywhere, read as spoken with the key, and a copy without the key holds it nowhere', async ({
  desktop,
  place,
}) => {
  test.setTimeout(120_000);
  const { app, page } = desktop;
  const places = page.getByRole('navigation', { name: 'Places' });
  const transcript = page.getByRole('document', { name: /^Transcript of / });
  await places.getByRole('link', { name: 'Names' }).click();
  await page
    .getByRole('list', { name: 'Suggestions' })
    .locator('[data-row]')
    .filter({ hasText: 'Kayleigh' })
    .first()
    .click();
  await page.getByLabel('Label', { exact: true }).fill('sister');
  await page.keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Passphrase', { exact: true }).fill('gull over the wall');
  await dialog.getByLabel('The same again').fill('gull over the wall');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: /Messages/ })).toContainText(
    /Replaced \d+ places? in .* by \[sister\]/,
  );

  const study = studyAt(place, 'Kestrel Yard (sample).ninefold');
  expect(existsSync(`${study}-key`)).toBe(true);
  expect(readFileSync(`${study}-key`).includes('Kayleigh')).toBe(false);
  expect(leaksIn(study, ['Kayleigh'])).toEqual([]);

  const copy = studyAt(place, 'to hand on.ninefold');
  await saveInDialog(app, copy);
  await page.getByRole('button', { name: 'Save a copy without the key …' }).click();
  await expect(page.getByRole('region', { name: /Messages/ })).toContainText(`Saved ${copy}`);
  expect(leaksIn(copy, ['Kayleigh'])).toEqual([]);

  await page.getByRole('tab', { name: /^Table/ }).click();
  await page
    .getByRole('navigation', { name: 'Replacements' })
    .getByRole('link', { name: /\[sister\]/ })
    .click();
  await page.getByRole('region', { name: 'Where it stands' }).getByRole('checkbox').first().press('Enter');
  await expect(transcript).toContainText('[sister]');
  await page.keyboard.press('Alt+p');
  await expect(page.getByRole('region', { name: 'Words as spoken' })).toBeVisible();
  await expect(transcript).toContainText('Kayleigh');
  await page.keyboard.press('Alt+p');
  await expect(transcript).not.toContainText('Kayleigh');
});
