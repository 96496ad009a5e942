import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { goTo } from './acts.ts';
import { clean } from './faults.ts';
import { expect, ninefold, ready, test } from './fixtures.ts';

const interview = `Interviewer: Who helps you?

CYP1: Mr Oyelaran does. He drove me to Thornwick Academy every day.
`;

const transcript = (page: Page) => page.getByRole('document', { name: /^Transcript of / });
const strip = (page: Page) => page.getByRole('region', { name: 'Words as spoken' });
const margin = (page: Page) => page.getByRole('region', { name: 'Codings in view' });

test.use({ opening: 'welcome' });
test.beforeEach(async ({ page, place }) => {
  writeFileSync(join(place.studies, 'cyp1.txt'), interview);
  writeFileSync(join(place.studies, 'names.csv'), 'original,label\nMr Oyelaran,mentor\nThornwick Academy,school\n');
  writeFileSync(join(place.studies, 'key.txt'), 'quiet harbour wall\n');
  ninefold(place, 'new', 'harbour.ninefold', '--title', 'Harbour study', '--coder', 'Ada');
  ninefold(place, 'import', 'harbour.ninefold', join(place.studies, 'cyp1.txt'));
  const [table, key] = [join(place.studies, 'names.csv'), join(place.studies, 'key.txt')];
  ninefold(place, 'redact', 'harbour.ninefold', '--table', table, '--key-passphrase-file', key);
  await page.keyboard.press('Control+o');
  await page.getByLabel('Or the study’s full path').fill(join(place.studies, 'harbour.ninefold'));
  await page.keyboard.press('Enter');
  await ready(page);
  await goTo(page, 'Code');
});

test('the key is asked for; words are read and coded as spoken, and kept as printed', async ({ page }) => {
  await expect(transcript(page)).toContainText('[mentor] does. He drove me to [school] every day.');
  await page.keyboard.press('Alt+p');
  const dialog = page.getByRole('dialog', { name: 'Open the key' });
  await dialog.getByLabel('Passphrase').fill('loud harbour wall');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(/does not open/)).toBeVisible();
  await dialog.getByLabel('Passphrase').fill('quiet harbour wall');
  await page.keyboard.press('Enter');
  await expect(transcript(page)).toContainText('Mr Oyelaran does. He drove me to Thornwick Academy every day.');
  await expect(strip(page)).toContainText('As spoken');
  await clean(page, 'as spoken');

  await transcript(page).getByText('He drove me').click();
  await page.keyboard.press('t');
  await page.keyboard.press('v');
  await expect(margin(page)).toContainText('[mentor] does. He drove me to [school] every day.');
  await expect(margin(page)).not.toContainText('Oyelaran');
  await page.getByRole('button', { name: 'Back to as printed' }).click();
  await expect(strip(page)).toHaveCount(0);
  await expect(transcript(page)).toContainText('[mentor] does.');
  await goTo(page, 'Quotes');
  await expect(page.getByRole('region', { name: 'Quotes' })).toContainText('[mentor] does. He drove me to [school]');
});

test('words that are selected in a transcript begin a replacement', async ({ page }) => {
  await transcript(page)
    .getByText('He drove me')
    .dblclick({ position: { x: 4, y: 8 } });
  await page.keyboard.press('Alt+l');
  await expect(page.getByRole('region', { name: 'Places found' })).toBeVisible();
  await expect(page.getByLabel('Label', { exact: true })).toBeVisible();
});
