import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { choose, downloaded, goTo, list } from './acts.ts';
import { clean } from './faults.ts';
import { expect, ready, test } from './fixtures.ts';

const bar = (page: Page) => page.getByRole('region', { name: 'Export', exact: true });
const dialog = (page: Page) => page.getByRole('dialog', { name: /^Export \d+ quotes$/ });
const preview = (page: Page) => dialog(page).getByRole('status', { name: 'How attributions are printed' });

async function openQuotes(page: Page): Promise<void> {
  await goTo(page, 'Quotes');
  await page.getByRole('heading', { level: 2, name: 'Whole study', exact: true }).waitFor();
}

async function openOptions(page: Page): Promise<void> {
  await bar(page).getByRole('button', { name: 'Options' }).click();
  await dialog(page).waitFor();
}

test('a web page of quotes is searched, narrowed and printed without a network, and obeys its own policy', async ({
  page,
  context,
  place,
}) => {
  await openQuotes(page);
  await choose(page, 'Export format', 'Web page that needs no network');
  const file = join(place.path, 'quotes.html');
  await (await downloaded(page, () => page.keyboard.press('Control+e'))).saveAs(file);
  const alone = await context.newPage();
  const asked: string[] = [];
  const said: string[] = [];
  alone.on('request', request => asked.push(request.url().slice(0, 60)));
  alone.on('console', message => said.push(message.text()));
  alone.on('pageerror', error => said.push(error.message));
  await context.setOffline(true);
  await alone.goto(pathToFileURL(file).href);

  const quotes = alone.locator('article:visible');
  const all = await quotes.count();
  expect(all).toBeGreaterThan(40);
  const count = alone.locator('#count');
  await expect(count).toHaveText(/^\d+ quotes$/);
  await alone.getByLabel('Group').selectOption('Parent/Carer');
  await expect(count).toHaveText(/^\d+ quotes? of \d+$/);
  const narrowed = await quotes.count();
  expect(narrowed).toBeLessThan(all);
  for (const one of await quotes.locator('.by').allTextContents()) expect(one).toContain('Parent/Carer');
  await alone.getByLabel('Phase').selectOption('2');
  expect(await quotes.count()).toBeLessThan(narrowed);
  for (const one of await quotes.locator('.by').allTextContents()) expect(one).toContain('phase 2');
  await alone.getByRole('button', { name: 'Show all' }).click();
  await expect(quotes).toHaveCount(all);

  const words = (await quotes.first().locator('blockquote').textContent()) ?? '';
  await alone.getByRole('searchbox', { name: 'Search' }).fill(words.slice(0, 40).toUpperCase());
  await expect.poll(() => quotes.count()).toBeLessThan(4);
  await expect(quotes.first().locator('blockquote')).toHaveText(words);
  await alone.getByRole('searchbox', { name: 'Search' }).fill('zzzz');
  await expect(alone.getByText('No quote is left.')).toBeVisible();
  await alone.getByRole('button', { name: 'Show all' }).click();
  await alone.getByLabel('Theme').selectOption({ index: 1 });
  await expect(alone.locator('h3:visible')).toHaveCount(1);
  await alone.getByRole('button', { name: 'Show all' }).click();

  for (const scheme of ['light', 'dark'] as const) {
    await alone.emulateMedia({ colorScheme: scheme });
    await clean(alone, scheme);
  }
  await alone.emulateMedia({ media: 'print' });
  await expect(alone.locator('#filters')).toBeHidden();
  await expect(quotes.first()).toBeVisible();
  expect(asked.filter(url => !/^(?:file|data):/.test(url))).toEqual([]);
  expect(said).toEqual([]);
  await context.setOffline(false);
});

test('a template of attributions is tried before it is used, saved, and printed', async ({ page }) => {
  await openQuotes(page);
  await openOptions(page);
  await expect(preview(page).getByRole('listitem')).toHaveCount(3);
  await choose(page, 'Attribution', 'A style of your own …');
  const template = dialog(page).getByRole('textbox', { name: 'Written as' });
  await template.fill('{participent}');
  await expect(dialog(page).getByRole('alert')).toHaveText(
    'At character 2: There is no field “participent”. Did you mean “participant”?',
  );
  await expect(dialog(page).getByRole('button', { name: 'Save as style' })).toBeDisabled();
  await template.fill('{group}');
  await expect(preview(page)).toContainText('would stand for');
  await template.fill('Words of {participant|group}[ ({method}, {phase})]');
  await expect(dialog(page).getByRole('alert')).toHaveCount(0);
  await expect(preview(page)).toContainText('Words of CYP');
  await expect(preview(page)).not.toContainText('would stand for');

  await dialog(page).getByRole('button', { name: 'Save as style' }).click();
  await dialog(page).getByRole('textbox', { name: 'Name of the style' }).fill('For the board');
  await page.keyboard.press('Enter');
  await expect(list(page, 'Attribution')).toContainText('For the board');
  await dialog(page).getByRole('checkbox', { name: 'List of sources' }).uncheck();
  await dialog(page).getByRole('button', { name: 'Save as template' }).click();
  await dialog(page).getByRole('textbox', { name: 'Name of the template' }).fill('Short');
  await page.keyboard.press('Enter');
  await expect(list(page, 'Template')).toContainText('Short');

  const file = await downloaded(page, () => dialog(page).getByRole('button', { name: 'Export', exact: true }).click());
  const xml = strFromU8(unzipSync(new Uint8Array(readFileSync(await file.path())))['word/document.xml']!);
  expect(xml).toContain('Words of CYP1');
  expect(xml).not.toContain('>Sources<');
  await expect(bar(page)).toContainText('Downloaded');

  await page.reload();
  await ready(page);
  await openOptions(page);
  await expect(list(page, 'Attribution')).toContainText('House style');
  await choose(page, 'Template', 'Short');
  await expect(list(page, 'Attribution')).toContainText('For the board');
  await expect(dialog(page).getByRole('checkbox', { name: 'List of sources' })).not.toBeChecked();
  await dialog(page).getByRole('button', { name: 'Remove the template “Short”' }).click();
  await expect(list(page, 'Template')).toContainText('As usual');
});

test('an Excel workbook has the columns that were chosen, and what the check finds is shown before', async ({
  page,
}) => {
  await openQuotes(page);
  await openOptions(page);
  await choose(page, 'Format', 'Excel workbook');
  await choose(page, 'Words around each quote', 'One turn before and after');
  for (const column of ['Source', 'Speaker', 'Start in the text'])
    await dialog(page).getByRole('checkbox', { name: column, exact: true }).uncheck();
  await clean(page, 'exporting');
  await dialog(page).getByRole('button', { name: 'Export', exact: true }).click();
  const check = page.getByRole('dialog', { name: 'Before this is exported' });
  await expect(check).toContainText('to think about');
  await check.getByRole('button', { name: 'Cancel' }).click();
  await expect(bar(page)).not.toContainText('Downloaded');
  await expect(bar(page)).toContainText('one turn around each');

  const file = await downloaded(page, () => page.keyboard.press('Control+e'));
  expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
  const strings = strFromU8(unzipSync(new Uint8Array(readFileSync(await file.path())))['xl/sharedStrings.xml']!);
  expect(strings).toContain('>Words as printed<');
  expect(strings).toContain('>Before it<');
  expect(strings).not.toContain('>Speaker<');
});
