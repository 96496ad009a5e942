import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { choose, downloaded, goTo, messages, runByName } from './acts.ts';
import { clean } from './faults.ts';
import { expect, test } from './fixtures.ts';

const field = (page: Page) => page.getByRole('searchbox', { name: 'Search the whole study' });
const found = (page: Page) => page.getByRole('grid', { name: 'What was found' });
const sum = (page: Page) => page.getByRole('main').getByRole('status').first();
const transcript = (page: Page) => page.getByRole('document', { name: /^Transcript of / });
const grid = (page: Page) => page.getByRole('grid');
const filters = (page: Page) => page.getByRole('dialog', { name: 'Filters' });

async function explore(page: Page, tab: 'Search' | 'Matrix' | 'Codes together'): Promise<void> {
  await goTo(page, 'Explore');
  await page.getByRole('tab', { name: tab }).click();
}

/** Narrows the study by one value of one field, with the keys alone as far as they go. */
async function filterBy(page: Page, label: string, value: string): Promise<void> {
  await page.keyboard.press('Alt+f');
  await filters(page)
    .getByRole('button', { name: new RegExp(`^${label}: `) })
    .click();
  await page.getByRole('option', { name: value, exact: true }).click();
  await page.keyboard.press('Escape');
  await filters(page).getByRole('button', { name: 'Done' }).click();
  await filters(page).waitFor({ state: 'detached' });
}

/** The words that a highlight of the page covers. */
const highlighted = (page: Page, name: string) =>
  page.evaluate(
    one =>
      [...(CSS.highlights.get(one) ?? [])].map(({ startContainer, startOffset, endContainer, endOffset }) => {
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        return range.toString();
      }),
    name,
  );

test('words are found as they are typed, in transcripts and codebook, and opened with all places highlighted', async ({
  page,
}) => {
  await page.keyboard.press('Control+Shift+f');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('mento');
  await expect(found(page).getByRole('row').first()).toBeVisible();
  const part = await sum(page).textContent();
  await page.keyboard.type('r left');
  await expect(sum(page)).not.toHaveText(part ?? '');
  for (let n = 0; n < ' left'.length; n++) await page.keyboard.press('Backspace');
  await expect(sum(page)).toHaveText(part ?? '');

  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await transcript(page).waitFor();
  await expect.poll(async () => (await highlighted(page, 'hits')).length).toBeGreaterThan(1);
  expect((await highlighted(page, 'hits')).every(words => /mentor/i.test(words))).toBe(true);
  const strip = page.getByRole('region', { name: 'Places found' });
  await expect(strip).toContainText(/Place 1 of \d+/);
  const before = await highlighted(page, 'found');
  expect(before).toHaveLength(1);
  await page.keyboard.press('F3');
  await expect(strip).toContainText(/Place 2 of \d+/);

  await page.goBack();
  await expect(field(page)).toHaveValue('mentor');
  await page.goForward();
  await strip.getByRole('button', { name: 'Take the highlights away' }).click();
  await expect.poll(() => highlighted(page, 'hits')).toEqual([]);
});

test('deleting letter by letter ends with what the letters left find', async ({ page }) => {
  await explore(page, 'Search');
  await field(page).pressSequentially('home', { delay: 0 });
  await expect(found(page).getByRole('row').first()).toBeVisible();
  await field(page).pressSequentially('s and hosts', { delay: 0 });
  for (let n = 0; n < 's and hosts'.length; n++) await page.keyboard.press('Backspace');
  await expect(found(page).getByText('home', { exact: true }).first()).toBeVisible();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await expect(page.getByRole('heading', { name: 'Search the whole study' })).toBeVisible();
  await field(page).fill('zyzzyva');
  await expect(page.getByRole('heading', { name: 'Nothing has these words' })).toBeVisible();
});

test('all places are coded in one act that undo takes back, but for those ticked off', async ({ page }) => {
  await explore(page, 'Search');
  await field(page).fill('"the mentor"');
  await page.getByRole('button', { name: /^Code (?:it|all) / }).click();
  const hits = page.getByRole('grid', { name: 'What was found' });
  await hits.getByRole('row').first().waitFor();
  const counted = page.getByRole('button', { name: /^Code \d+ places?$/ });
  const all = Number(/\d+/.exec((await counted.textContent()) ?? '')?.[0]);
  await hits.getByRole('row').first().focus();
  await page.keyboard.press('Space');
  await expect(counted).not.toHaveText(`Code ${all} places`);
  const now = Number(/\d+/.exec((await counted.textContent()) ?? '')?.[0]);
  expect(Math.abs(all - now)).toBe(1);
  await counted.click();
  await page.getByRole('searchbox', { name: 'Find a code' }).fill('Trust held');
  await page.getByRole('option', { name: /Trust held in one person/ }).click();
  await expect(messages(page)).toContainText(new RegExp(`Coded ${now} extracts? as “Trust held in one person”`));
  await messages(page).getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('contentinfo')).not.toContainText('Undo: Coded');
});

test('the list of sources beside the transcript finds the same, and leads to all places', async ({ page }) => {
  await goTo(page, 'Code');
  await transcript(page).waitFor();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('home');
  const list = page.getByRole('region', { name: 'Sources' });
  const link = list.getByRole('link', { name: /^All \d+ places/ });
  const total = Number(/\d+/.exec((await link.textContent()) ?? '')?.[0]);
  await link.click();
  await expect(field(page)).toHaveValue('home');
  await expect(sum(page)).toContainText(`${total} places`);
});

test('a matrix counts, sorts, opens its cells by keyboard and leaves as a table', async ({ page }) => {
  await explore(page, 'Matrix');
  const matrix = page.getByRole('grid', { name: 'Codes by group, counted in extracts' });
  await matrix.waitFor();
  await matrix.getByRole('columnheader', { name: 'All' }).click();
  await expect(matrix.getByRole('columnheader', { name: 'All' })).toHaveAttribute('aria-sort', 'descending');
  const totals = await matrix.locator('[role=row]:not(:first-child):not(:last-child) > :last-child').allTextContents();
  const numbers = totals.map(Number);
  expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));

  await matrix.focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  while ((await matrix.locator('[data-at]').getAttribute('data-shade')) === '0')
    await page.keyboard.press('ArrowRight');
  const label = (await matrix.locator('[data-at]').getAttribute('aria-label')) ?? '';
  const count = Number(/: (\d+) extract/.exec(label)?.[1]);
  await page.keyboard.press('Enter');
  const cell = page.getByRole('region', { name: 'Extracts of the cell' });
  await expect(cell.getByRole('listitem')).toHaveCount(count);
  const words = await cell.getByRole('blockquote').first().textContent();
  await cell.getByRole('link').first().click();
  await transcript(page).waitFor();
  await expect.poll(async () => (await highlighted(page, 'found')).join('')).toBe(words);
  await page.goBack();

  await matrix.waitFor();
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+e')]);
  expect(file.suggestedFilename()).toMatch(/codes by group, extracts\.csv$/);
  const csv = readFileSync(await file.path(), 'utf8');
  expect(csv.split('\r\n')[0]).toMatch(/^\uFEFFCode,.*,All$/);

  await page.getByRole('radio', { name: 'Themes' }).click();
  await page.getByRole('radio', { name: 'Participants' }).click();
  await choose(page, 'Columns', 'by phase');
  await expect(page.getByRole('grid', { name: 'Themes by phase, counted in participants' })).toContainText('Phase 2');
});

test('codes together: pressing a count lists its places; near can be set', async ({ page }) => {
  await explore(page, 'Codes together');
  const pairs = page.getByRole('grid', { name: 'Codes that occur together' });
  await pairs.waitFor();
  const first = pairs.getByRole('gridcell', { name: /, Overlap: \d+ place/ }).first();
  const count = Number(/: (\d+) place/.exec((await first.getAttribute('aria-label')) ?? '')?.[1]);
  await first.click();
  const places = page.getByRole('region', { name: 'Places of the pair' });
  await expect(places.getByRole('list').last().getByRole('listitem')).toHaveCount(count);
  await page.keyboard.press('Escape');
  await places.waitFor({ state: 'detached' });

  const before = await page.getByText(/^\d+ pairs$/).textContent();
  await page.getByLabel(/^Near: within/).fill('0');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/at most 0 words between/)).toBeVisible();
  await expect(page.getByText(/^\d+ pairs$/)).not.toHaveText(before ?? '');
});

test('a filter holds on every screen, is said in words, and is taken off', async ({ page }) => {
  const status = page.getByRole('contentinfo');
  await expect(status.getByRole('button', { name: 'No filters' })).toBeVisible();
  await filterBy(page, 'Phase', 'Phase 2');
  await expect(status).toContainText('Only phase 2');
  await expect(page.getByRole('main')).toContainText(/\d+ sources hidden by the filter/);

  await goTo(page, 'Code');
  await expect(page.getByRole('region', { name: 'Sources' })).toContainText(/\d+ sources hidden by the filter/);
  await expect(page.getByRole('region', { name: 'Sources' })).not.toContainText('phase 1');
  await expect(status).toContainText('Only phase 2');

  await explore(page, 'Matrix');
  await choose(page, 'Columns', 'by phase');
  await expect(grid(page).getByRole('columnheader')).toHaveText(['Code', 'Phase 2', 'All']);

  await goTo(page, 'Quotes');
  const bar = page.getByRole('region', { name: 'Export', exact: true });
  await expect(bar).toContainText('Only phase 2');
  await choose(page, 'Export format', 'JSON for other programs');
  const file = await downloaded(page, () => page.keyboard.press('Control+e'));
  expect(file.suggestedFilename()).toMatch(/quotes, filtered\.json$/);
  const quotes = JSON.parse(readFileSync(await file.path(), 'utf8')) as readonly { phase: number }[];
  expect(quotes.length).toBeGreaterThan(0);
  expect(quotes.every(quote => quote.phase === 2)).toBe(true);

  await runByName(page, 'Clear all filters');
  await expect(status.getByRole('button', { name: 'No filters' })).toBeVisible();
  await goTo(page, 'Sources');
  await expect(page.getByRole('main')).not.toContainText('hidden by the filter');
});

for (const look of ['light', 'dark', 'contrast'] as const) {
  test(`axe finds nothing, ${look}`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.evaluate(one => localStorage.setItem('ninefold.appearance', `${one} 17`), look);
    await page.reload();
    await explore(page, 'Search');
    await field(page).fill('home');
    await found(page).getByRole('row').first().waitFor();
    await clean(page, 'search');
    await page.getByRole('button', { name: /^Code all/ }).click();
    await page.getByRole('grid', { name: 'What was found' }).getByRole('checkbox').first().waitFor();
    await clean(page, 'code all');
    await explore(page, 'Matrix');
    await grid(page).locator('[data-shade="5"]').first().click();
    await page.getByRole('region', { name: 'Extracts of the cell' }).getByRole('link').first().waitFor();
    await clean(page, 'matrix');
    await explore(page, 'Codes together');
    await grid(page).locator('[data-shade="3"]').first().click();
    await page.getByRole('region', { name: 'Places of the pair' }).getByRole('link').first().waitFor();
    await clean(page, 'together');
    await filterBy(page, 'Phase', 'Phase 2');
    await page.keyboard.press('Alt+f');
    await filters(page).waitFor();
    await clean(page, 'filters');
  });
}

test.describe('in a narrow window', () => {
  test.use({ viewport: { width: 1024, height: 700 } });
  test('nothing is cut off, and the filter stays in sight', async ({ page }) => {
    await filterBy(page, 'Phase', 'Phase 2');
    for (const tab of ['Search', 'Matrix', 'Codes together'] as const) {
      await explore(page, tab);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, tab).toBeLessThanOrEqual(1024);
      await expect(page.getByRole('contentinfo')).toContainText('Only phase 2');
    }
    await page.getByRole('button', { name: 'Clear', exact: true }).click();
    await expect(page.getByRole('button', { name: 'No filters' })).toBeInViewport();
  });
});

test.describe('an empty study', () => {
  test.use({ opening: 'empty' });
  test('says what Explore is for, and the first step', async ({ page }) => {
    await goTo(page, 'Explore');
    await expect(page.getByRole('heading', { name: 'Nothing to explore yet' })).toBeVisible();
    await page.keyboard.press('Alt+f');
    await expect(filters(page)).toContainText('There is nothing to narrow yet');
  });
});
