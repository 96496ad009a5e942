import { join } from 'node:path';
import { goTo, runByName } from './acts.ts';
import { expect, ready, test } from './fixtures.ts';

// Between the two servers the page looks for the first one.
test.use({ opening: 'empty', expectedProblems: /net::ERR_/ });

test('acts are told in plain words; undo and redo work by key, from the status line and after a restart', async ({
  page,
  place,
  served,
  serve,
}) => {
  const rename = async (title: string) => {
    await runByName(page, 'Rename the study');
    await page.getByRole('dialog').getByLabel('Title').fill(title);
    await page.keyboard.press('Enter');
    await expect(page).toHaveTitle(`${title} – Ninefold`);
  };
  await rename('Harbour, first');
  await rename('Harbour, second');
  await goTo(page, 'History');
  const acts = page.getByRole('region', { name: 'Acts' }).getByRole('listitem');
  await expect(acts).toHaveCount(3);
  await expect(acts.first()).toContainText('Renamed the study “Harbour, second”');
  await expect(acts.first()).toContainText('Ada');
  await expect(acts.last()).toContainText('Made the study “Harbour study”');

  await page.keyboard.press('Control+z');
  await expect(page).toHaveTitle('Harbour, first – Ninefold');
  await expect(acts.filter({ hasText: 'taken back' })).toContainText('Harbour, second');
  await page.keyboard.press('Control+Shift+z');
  await expect(page).toHaveTitle('Harbour, second – Ninefold');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+y');
  await expect(page).toHaveTitle('Harbour, second – Ninefold');
  await page
    .getByRole('contentinfo')
    .getByRole('button', { name: /^Undo: Renamed the study/ })
    .click();
  await expect(page).toHaveTitle('Harbour, first – Ninefold');

  await served.stop();
  const again = await serve(join(place.studies, 'harbour.ninefold'));
  await page.goto(again.url);
  await ready(page);
  await goTo(page, 'History');
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(page).toHaveTitle('Harbour, second – Ninefold');
  await page.getByRole('main').getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page).toHaveTitle('Harbour, first – Ninefold');
  await page.keyboard.press('Control+z');
  await expect(page).toHaveTitle('Harbour study – Ninefold');
  await expect(page.getByRole('main').getByRole('button', { name: 'Undo', exact: true })).toBeDisabled();
});
