import { readFileSync } from 'node:fs';
import type { Download, Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import type { Quote } from '../../../shared/model/entities.ts';
import { choose, downloaded, goTo, messages, list as opens, runByName } from './acts.ts';
import { clean } from './faults.ts';
import { expect, test } from './fixtures.ts';

const theme = 'Trying to be the one who pays';

const title = (page: Page, name: string) => page.getByRole('heading', { level: 2, name, exact: true });
const report = (page: Page) => page.getByRole('navigation', { name: 'Themes in report order' });
const entry = (page: Page, name: string) => report(page).getByRole('link', { name }).first();
const quotes = (page: Page) => page.getByRole('article');
const chosen = (page: Page) => page.locator('article[aria-current]');
const bar = (page: Page) => page.getByRole('region', { name: 'Export', exact: true });
const panel = (page: Page) => page.getByRole('region', { name: 'Chosen quote' });

async function openQuotes(page: Page): Promise<void> {
  await goTo(page, 'Quotes');
  await title(page, 'Whole study').waitFor();
}

/** The words of the quotes on the page, in their order. */
const wordsOf = (page: Page): Promise<readonly string[]> =>
  quotes(page).evaluateAll(all => all.map(one => one.querySelector('blockquote')?.textContent ?? ''));

async function download(page: Page, act: () => Promise<void>): Promise<{ file: Download; bytes: Uint8Array }> {
  const file = await downloaded(page, act);
  return { file, bytes: new Uint8Array(readFileSync(await file.path())) };
}

test('a theme leaves in three formats, just as it stands on the page', async ({ page }) => {
  await openQuotes(page);
  await entry(page, theme).click();
  await title(page, theme).waitFor();
  const shown = await wordsOf(page);
  expect(shown.length).toBeGreaterThan(3);
  const button = bar(page).getByRole('button', { name: `Export ${shown.length} quotes` });

  const word = await download(page, () => button.click());
  expect(word.file.suggestedFilename()).toMatch(new RegExp(`quotes, ${theme}\\.docx$`));
  const xml = strFromU8(unzipSync(word.bytes)['word/document.xml']!);
  expect(xml.match(/w:val="NinefoldQuote"/g)).toHaveLength(shown.length);
  expect(xml).toContain('w:val="Heading1"');
  expect(xml).toContain(theme);
  await expect(bar(page).getByRole('status')).toHaveText(`Downloaded ${word.file.suggestedFilename()}`);

  await choose(page, 'Export format', 'JSON for other programs');
  const json = await download(page, () => page.keyboard.press('Control+e'));
  const list = JSON.parse(new TextDecoder().decode(json.bytes)) as readonly Quote[];
  expect(list.map(quote => quote.text)).toEqual(shown);
  expect(list.every(quote => quote.attribution !== '' && quote.themes.includes(theme))).toBe(true);

  const csv = await download(page, () => runByName(page, 'Export these quotes as CSV'));
  expect([...csv.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder().decode(csv.bytes)).toContain(list[0]!.attribution);
  await expect(opens(page, 'Export format')).toContainText('CSV');
});

test('the whole study on the page is the one that leaves: every quote once, under one number', async ({ page }) => {
  await openQuotes(page);
  await choose(page, 'Export format', 'JSON for other programs');
  const { bytes } = await download(page, () => page.keyboard.press('Control+e'));
  const list = JSON.parse(new TextDecoder().decode(bytes)) as readonly Quote[];
  const numbered = await quotes(page).evaluateAll(all => [
    ...new Map(all.map(one => [one.getAttribute('aria-label'), one.querySelector('blockquote')?.textContent])),
  ]);
  expect(numbered).toEqual(list.map((quote, index) => [`Quote ${index + 1}`, quote.text]));
});

test('filters narrow the page, the counts and what leaves; the status line says so', async ({ page }) => {
  await openQuotes(page);
  const before = await quotes(page).count();
  await choose(page, 'Group', 'Parent/Carer');
  await choose(page, 'Phase', 'Phase 2');
  await expect(page.getByRole('contentinfo')).toContainText('Parent/Carer, phase 2');
  expect(await quotes(page).count()).toBeLessThan(before);
  const { file, bytes } = await download(page, async () => {
    await choose(page, 'Export format', 'JSON for other programs');
    await page.keyboard.press('Control+e');
  });
  expect(file.suggestedFilename()).toContain('Parent Carer, phase 2');
  const list = JSON.parse(new TextDecoder().decode(bytes)) as readonly Quote[];
  expect(list.length).toBeGreaterThan(0);
  expect(list.every(quote => quote.group === 'Parent/Carer' && quote.phase === 2)).toBe(true);
  await expect(entry(page, 'Whole study')).toHaveAccessibleName(new RegExp(`${list.length} quotes`));

  await page.reload();
  await expect(page.getByRole('contentinfo')).toContainText('Parent/Carer, phase 2');
  await runByName(page, 'Hear everyone');
  await expect(page.getByRole('contentinfo')).toContainText('No filters');
  expect(await quotes(page).count()).toBe(before);
});

test('a filter that leaves nobody says so and lets everyone be heard again', async ({ page }) => {
  await openQuotes(page);
  await entry(page, 'Calmer, not cured').click();
  await choose(page, 'Group', 'Staff');
  await choose(page, 'Phase', 'Phase 1');
  await expect(page.getByRole('heading', { name: 'No quote under this filter' })).toBeVisible();
  await expect(bar(page).getByRole('button', { name: 'Export 0 quotes' })).toBeDisabled();
  await page.getByRole('button', { name: 'Hear everyone' }).click();
  await expect(chosen(page)).toHaveCount(1);
});

test('words marked as sensitive are copied only after their second yes', async ({ page }) => {
  await openQuotes(page);
  const panel = page.getByRole('region', { name: 'Chosen quote' });
  await panel.getByRole('button', { name: 'Mark as sensitive' }).click();
  await page.getByRole('menuitem', { name: 'Weapons' }).click();
  await expect(panel).toContainText('Sensitive: weapons.');
  await chosen(page).focus();
  await page.keyboard.press('c');
  await expect(messages(page)).toContainText('was not copied: it holds words marked as sensitive (weapons)');
  await panel.getByRole('button', { name: 'Second yes …' }).click();
  const yes = page.getByRole('dialog', { name: 'Second yes to printing these words' });
  await yes.getByLabel('Reason').fill('They asked for it to be told.');
  await yes.getByRole('button', { name: 'Give the second yes' }).click();
  await expect(yes).toBeHidden();
  await chosen(page).focus();
  await page.keyboard.press('c');
  await expect(messages(page)).toContainText('Copied quote 1 with its attribution');
});

test('by keys alone: from quote to quote, copied with attribution, into the transcript and back', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openQuotes(page);
  await entry(page, theme).focus();
  await page.keyboard.press('Enter');
  await title(page, theme).waitFor();
  await page.keyboard.press('ArrowDown');
  await expect(entry(page, theme)).not.toBeFocused();
  await chosen(page).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(chosen(page)).toHaveAccessibleName('Quote 3');
  await expect(chosen(page)).toBeFocused();
  await expect(page.getByRole('contentinfo')).toContainText('Quote 3 of');

  const words = (await chosen(page).locator('blockquote').textContent()) ?? '';
  await page.keyboard.press('c');
  await expect(messages(page)).toContainText('Copied quote 3 with its attribution');
  const clipboard = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const text = async (type: string) => (await item!.getType(type)).text();
    return { plain: await text('text/plain'), rich: await text('text/html') };
  });
  const attribution = (await chosen(page).locator('p').innerText()).trim();
  expect(clipboard.plain).toBe(`“${words}”\n${attribution}`);
  expect(clipboard.rich).toContain('<blockquote>');
  expect(clipboard.rich).toContain(attribution);

  await chosen(page).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/code\/[0-9a-f-]+\?at=\d+-\d+$/);
  await page.goBack();
  await title(page, theme).waitFor();
  await expect(chosen(page)).toHaveAccessibleName('Quote 3');
});

test('the chosen quote is shown in its passage, with the other places where it is printed', async ({ page }) => {
  await openQuotes(page);
  await entry(page, theme).click();
  await title(page, theme).waitFor();
  await quotes(page).nth(1).click();
  const words = (await chosen(page).locator('blockquote').textContent()) ?? '';
  await expect(panel(page).locator('mark').first()).toContainText(words.split('\n')[0]!);
  const here = page.url();
  const again = panel(page).getByRole('link', { name: theme }).first();
  await again.click();
  expect(page.url()).not.toBe(here);
  await title(page, theme).waitFor();
  expect(await chosen(page).locator('blockquote').textContent()).toBe(words);
  await panel(page).getByRole('link', { name: 'Open in transcript' }).click();
  await expect(page).toHaveURL(/#\/code\//);
});

test('an address of what is not in the study says so', async ({ page }) => {
  await openQuotes(page);
  await page.evaluate(() => {
    location.hash = '#/quotes/0190a000-0000-7000-8000-000000000000';
  });
  await expect(page.getByRole('heading', { name: 'Not in this study' })).toBeVisible();
  await page.getByRole('button', { name: 'Show the whole study' }).click();
  await title(page, 'Whole study').waitFor();
});

test('in a narrow window the list comes over the page and goes when a theme is chosen; axe finds nothing', async ({
  page,
}) => {
  await openQuotes(page);
  await entry(page, 'Calmer, not cured').click();
  await title(page, 'Calmer, not cured').waitFor();
  await page.setViewportSize({ width: 1024, height: 768 });
  await expect(report(page)).toBeHidden();
  await expect(panel(page)).toBeVisible();
  await page.getByRole('button', { name: 'Show the themes in report order' }).click();
  await report(page).waitFor();
  await clean(page, 'the list over the page');
  await entry(page, theme).click();
  await title(page, theme).waitFor();
  await expect(report(page)).toBeHidden();
  await choose(page, 'Group', 'CYP');
  await clean(page, 'a theme, filtered');
});

test.describe('in a study without codings', () => {
  test.use({ opening: 'empty' });
  test('says what the place is for and offers the first step', async ({ page }) => {
    await goTo(page, 'Quotes');
    await expect(page.getByRole('heading', { name: 'No quotes yet' })).toBeVisible();
    await page.getByRole('button', { name: 'Import transcripts' }).click();
    await expect(page).toHaveURL(/#\/sources\/import$/);
  });
});
