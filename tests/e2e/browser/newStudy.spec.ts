import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { inPlace } from '../sample.ts';
import { beginStudy, createStudy, goTo, messages, runByName } from './acts.ts';
import { expect, ninefold, test } from './fixtures.ts';

test.use({ opening: 'welcome' });

const outcomeTitles = (dialog: Locator) => dialog.getByLabel(/^Title of outcome/);
async function loadFramework(page: Page, dialog: Locator, path: string) {
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Load from a JSON file' }).click();
  await (await chooser).setFiles(path);
}

test('a first study: nothing but a title and a name', async ({ page, place }) => {
  await expect(page.getByText('Studies you open are listed here.')).toBeVisible();
  await page.keyboard.press('Alt+n');
  const dialog = page.getByRole('dialog', { name: 'New study' });
  await expect(dialog.getByLabel('Title', { exact: true })).toBeFocused();
  await expect(dialog.getByRole('button', { name: 'Create study' })).toBeDisabled();
  await page.keyboard.type('Harbour Lights, year one');
  await dialog.getByLabel('Your name as coder').fill('Ruth Adeyemi');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'No transcripts yet' })).toBeVisible();
  await expect(page).toHaveTitle('Harbour Lights, year one – Ninefold');
  const status = page.getByRole('contentinfo');
  await expect(status).toContainText('Coder: Ruth Adeyemi');
  await expect(status).toContainText('All changes saved');
  expect(existsSync(join(place.studies, 'Harbour Lights, year one.ninefold'))).toBe(true);
});

test('the nine outcomes can be edited, moved, removed and added to', async ({ page }) => {
  const dialog = await beginStudy(page, 'Edited');
  await dialog.getByText('Outcomes: Nine outcomes (9)').click();
  await expect(outcomeTitles(dialog)).toHaveCount(9);
  await dialog.getByLabel('Name of the framework').fill('Eight questions');
  await dialog.getByLabel('Title of outcome 1').fill('Taking part');
  await dialog.getByRole('button', { name: 'Remove outcome 9' }).click();
  await dialog.getByRole('button', { name: 'Remove outcome 8' }).click();
  await dialog.getByRole('button', { name: 'Move outcome 2 up' }).click();
  await dialog.getByRole('button', { name: 'Add an outcome' }).click();
  await expect(dialog.getByRole('button', { name: 'Create study' })).toBeDisabled();
  await dialog.getByLabel('Title of outcome 8').fill('What it costs');
  await createStudy(page, dialog);

  await runByName(page, 'Edit the outcomes');
  const outcomes = page.getByRole('dialog', { name: 'Outcomes' });
  await expect(outcomes.getByLabel('Name of the framework')).toHaveValue('Eight questions');
  const titles = await outcomeTitles(outcomes).evaluateAll(fields =>
    fields.map(field => (field as HTMLInputElement).value),
  );
  expect(titles).toEqual([
    'Reasons for joining',
    'Taking part',
    'Interventions',
    'Positive outcomes',
    'Resilience',
    'Partnership',
    'Cost savings',
    'What it costs',
  ]);
});

test('a framework of one’s own comes from JSON; a broken one says why and changes nothing', async ({ page, place }) => {
  const broken = inPlace(place, 'broken.json');
  writeFileSync(broken, '[{ "number": 1, "title": "Safety"');
  const twice = inPlace(place, 'twice.json');
  writeFileSync(twice, JSON.stringify([1, 1].map(number => ({ number, title: 'Safety', statement: '' }))));
  const good = inPlace(place, 'good.json');
  writeFileSync(
    good,
    JSON.stringify({
      title: 'Three aims',
      outcomes: [
        { number: 1, title: 'Safety', statement: 'Are they safe?' },
        { number: 2, title: 'Voice', statement: 'Are they heard?' },
        { number: 3, title: 'Work', statement: 'Do they work?' },
      ],
    }),
  );
  const dialog = await beginStudy(page, 'Own aims');
  await dialog.getByText('Outcomes: Nine outcomes (9)').click();
  await loadFramework(page, dialog, broken);
  await expect(dialog.getByRole('alert')).toContainText('broken.json can’t be used as a framework'.replace('’', "'"));
  await expect(outcomeTitles(dialog)).toHaveCount(9);
  await loadFramework(page, dialog, twice);
  await expect(dialog.getByRole('alert')).toContainText('the number 1 comes twice');
  await loadFramework(page, dialog, good);
  await expect(dialog.getByRole('alert')).toHaveCount(0);
  await expect(dialog.getByText('Outcomes: Three aims (3)')).toBeVisible();
  await createStudy(page, dialog);
  await runByName(page, 'Edit the outcomes');
  await expect(page.getByLabel('Title of outcome 2')).toHaveValue('Voice');
  await expect(page.getByLabel('Statement of outcome 2')).toHaveValue('Are they heard?');
});

test('a passphrase encrypts the study; a wrong one is refused, the right one opens it', async ({ page, place }) => {
  const dialog = await beginStudy(page, 'Locked away');
  await dialog.getByText('Passphrase: none').click();
  await dialog.getByLabel('Passphrase', { exact: true }).fill('correct horse');
  await dialog.getByLabel('The same again').fill('correct house');
  await expect(dialog.getByText('The two are not the same.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Create study' })).toBeDisabled();
  await dialog.getByLabel('The same again').fill('correct horse');
  await createStudy(page, dialog);
  await expect(page.getByRole('contentinfo')).toContainText('Encrypted');
  await runByName(page, 'Close the study');
  await expect(page.getByRole('button', { name: 'Open the sample' })).toBeVisible();
  const head = readFileSync(join(place.studies, 'Locked away.ninefold')).subarray(0, 16).toString('latin1');
  expect(head).not.toContain('SQLite');

  await page.getByRole('button', { name: /^Locked away/ }).click();
  const asks = page.getByRole('dialog', { name: 'Passphrase' });
  await asks.getByLabel('Passphrase').fill('correct house');
  await page.keyboard.press('Enter');
  await expect(asks.getByRole('alert')).toContainText('That passphrase does not open Locked away.ninefold');
  await asks.getByLabel('Passphrase').fill('correct horse');
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle('Locked away – Ninefold');
});

test('another study can be made and opened from inside one; the former is closed', async ({ page, place }) => {
  await createStudy(page, await beginStudy(page, 'First'));
  await page.getByRole('button', { name: 'First' }).click();
  await page.getByRole('menuitem', { name: 'New study' }).click();
  const dialog = page.getByRole('dialog', { name: 'New study' });
  await dialog.getByLabel('Title', { exact: true }).fill('Second');
  await dialog.getByRole('button', { name: 'Create study' }).click();
  await expect(page).toHaveTitle('Second – Ninefold');
  expect(ninefold(place, 'stats', 'First.ninefold', '--json')).toContain('"sources"');
  await page.keyboard.press('Control+o');
  await page
    .getByRole('dialog', { name: 'Open a study' })
    .getByRole('button', { name: /^First\.ninefold/ })
    .click();
  await expect(page).toHaveTitle('First – Ninefold');
});

test('a study is renamed, checked, closed and opened again', async ({ page }) => {
  await createStudy(page, await beginStudy(page, 'Before'));
  await runByName(page, 'Rename the study');
  await page.getByRole('dialog').getByLabel('Title').fill('After');
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle('After – Ninefold');
  await messages(page).getByRole('button', { name: 'Undo' }).click();
  await expect(page).toHaveTitle('Before – Ninefold');
  await runByName(page, 'Check the study');
  await expect(page.getByRole('dialog', { name: 'Check of the study' })).toContainText('The study is sound');
  await page.keyboard.press('Enter');
  await goTo(page, 'History');
  await runByName(page, 'Close the study');
  await page.getByRole('button', { name: /^Before/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sources' })).toBeVisible();
});
