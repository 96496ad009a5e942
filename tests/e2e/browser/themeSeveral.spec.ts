import type { Page } from '@playwright/test';
import { takeBack } from '../takeBack.ts';
import { expect, test } from './fixtures.ts';
import { cardIn, codesOfTheme, column, dialog, drag, giveReason, openThemes, outcome, undo } from './themeActs.ts';

test.beforeEach(async ({ page }) => {
  await openThemes(page);
  await expect(column(page, 'Candidate').getByRole('row').first()).toBeVisible();
});

/** What the pictures under the pointer say in the drags from now on. */
async function watchPreviews(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { previews: said });
    const own = DataTransfer.prototype.setDragImage;
    DataTransfer.prototype.setDragImage = function (image, x, y) {
      said.push(image.textContent ?? '');
      own.call(this, image, x, y);
    };
  });
  return () => page.evaluate(() => [...(window as unknown as { previews: string[] }).previews]);
}

const names = (page: Page, status: string) => column(page, status).getByRole('heading').allTextContents();

test('several picked cards are dragged at once onto an outcome, and onto a column', async ({ page }) => {
  const previews = await watchPreviews(page);
  const [first, second, third] = await names(page, 'Candidate');
  const defined = await names(page, 'Defined');
  if (!first || !second || !third || !defined[0]) throw new Error('The sample has too few themes.');
  await cardIn(page, 'Candidate', first).click({ modifiers: ['Control'] });
  await cardIn(page, 'Candidate', second).click({ modifiers: ['Control'] });
  await cardIn(page, 'Defined', defined[0])
    .first()
    .click({ modifiers: ['Control'] });
  await expect(page.getByRole('toolbar', { name: 'With the picked themes' })).toContainText('3 themes');

  // All picked cards come along, from whichever column; in one act.
  await drag(page, cardIn(page, 'Candidate', second), outcome(page, 'Cost savings'));
  await expect(outcome(page, 'Cost savings')).toContainText('3 themes');
  expect(await previews()).toEqual(['3 themes']);
  await takeBack(page);
  await expect(outcome(page, 'Cost savings')).toContainText('No theme');

  await cardIn(page, 'Defined', defined[0])
    .first()
    .click({ modifiers: ['Control'] });
  await expect(page.getByRole('toolbar', { name: 'With the picked themes' })).toContainText('2 themes');
  await drag(page, cardIn(page, 'Candidate', first), cardIn(page, 'Defined', defined[0]).first(), { x: 60, y: 4 });
  // The step asks for more than is there: one reason for both.
  await giveReason(page, /^Defined, although/, 'Agreed by the team.');
  await expect.poll(() => names(page, 'Defined')).toEqual([first, second, ...defined]);
  expect(await previews()).toEqual(['3 themes', '2 themes']);
  await takeBack(page);
  await expect.poll(() => names(page, 'Defined')).toEqual(defined);
  expect((await names(page, 'Candidate')).slice(0, 3)).toEqual([first, second, third]);

  // A card that is not picked goes alone, and leaves the picked ones where they are.
  await drag(page, cardIn(page, 'Candidate', third), outcome(page, 'Cost savings'));
  await expect(outcome(page, 'Cost savings')).toContainText('1 theme');
  expect((await previews()).at(-1)).toBe(third);
});

test('picked cards are dragged to the parking place, and their bar does what the keys do', async ({ page }) => {
  const previews = await watchPreviews(page);
  const [first, second] = await names(page, 'Candidate');
  if (!first || !second) throw new Error('The sample has too few themes.');
  await cardIn(page, 'Candidate', first).click({ modifiers: ['Control'] });
  await cardIn(page, 'Candidate', second).click({ modifiers: ['Control'] });
  const parked = page.getByRole('grid', { name: 'Parked themes' });
  await drag(page, cardIn(page, 'Candidate', first), parked);
  await expect(parked.getByRole('row', { name: first })).toBeVisible();
  await expect(parked.getByRole('row', { name: second })).toBeVisible();
  await drag(page, parked.getByRole('row', { name: second }), column(page, 'Candidate'), { x: 40, y: 400 });
  await expect(parked).toContainText('fit nowhere for now');
  expect(await previews()).toEqual(['2 themes', '2 themes']);

  const bar = page.getByRole('toolbar', { name: 'With the picked themes' });
  await bar.getByRole('button', { name: 'Outcomes' }).click();
  await expect(dialog(page, 'Outcomes of 2 themes')).toBeVisible();
  await page.getByRole('dialog').getByRole('option', { name: 'Cost savings' }).click();
  await page.keyboard.press('Escape');
  await expect(outcome(page, 'Cost savings')).toContainText('2 themes');
  await cardIn(page, 'Candidate', first)
    .getByRole('button', { name: /^Acts on/ })
    .click();
  await page.getByRole('menuitem', { name: 'Change its status' }).click();
  await expect(dialog(page, 'Status of 2 themes')).toBeVisible();
  await page.keyboard.press('Escape');
  await cardIn(page, 'Candidate', first).focus();
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
});

test('picked cards are merged by their bar; what is gone is picked no more', async ({ page }) => {
  const [first, second] = await names(page, 'Candidate');
  if (!first || !second) throw new Error('The sample has too few themes.');
  await cardIn(page, 'Candidate', first).click({ modifiers: ['Control'] });
  await cardIn(page, 'Candidate', second).click({ modifiers: ['Control'] });
  const bar = page.getByRole('toolbar', { name: 'With the picked themes' });
  await bar.getByRole('button', { name: 'Merge' }).click();
  await page.getByRole('dialog').getByRole('option', { name: first }).click();
  await giveReason(page, `Merge into “${first}”`, 'Two names for one idea.');
  await expect(cardIn(page, 'Candidate', second)).toHaveCount(0);
  await expect(bar).toContainText('1 theme');
  await expect(page.getByText(/^1 of \d+ picked$/)).toBeVisible();
  await takeBack(page);
  await expect(cardIn(page, 'Candidate', second)).toBeVisible();
  await expect(bar).toContainText('1 theme');
});

test('several codes of a theme are picked and taken out, moved or parked in one act', async ({ page }) => {
  const theme = column(page, 'Defined').getByRole('row').first();
  const [other] = await names(page, 'Candidate');
  if (!other) throw new Error('The sample has no candidate theme.');
  await theme.click();
  const codes = codesOfTheme(page);
  await expect(codes).toHaveCount(2);
  const before = await codes.allTextContents();
  const acts = page.getByRole('toolbar', { name: /^With \d picked codes?$/ });

  // By mouse: a click picks, Shift picks the stretch up to it.
  await codes.first().click();
  await codes.last().click({ modifiers: ['Shift'] });
  await expect(acts).toContainText(`${before.length} codes`);
  await acts.getByRole('button', { name: 'Take out' }).click();
  await expect(codes).toHaveText(['No codes yet']);
  await expect(acts).toHaveCount(0);
  await undo(page).click();
  await expect(codes).toHaveText(before);
  await expect(acts).toHaveCount(0);

  // By keyboard: Space picks, Shift and an arrow go on.
  await codes.first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(acts).toContainText('2 codes');
  await page.keyboard.press('m');
  await expect(dialog(page, 'Move 2 codes to')).toBeVisible();
  await page.keyboard.type(other);
  await expect(page.getByRole('dialog').getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(codes).toHaveText(['No codes yet']);
  await takeBack(page);
  await expect(codes).toHaveText(before);

  await codes.first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('p');
  const parked = page.getByRole('grid', { name: 'Parked themes' }).getByRole('row');
  await expect(parked).toHaveText([/ and .*\d$/]);
  await expect(codes).toHaveText(['No codes yet']);
  await takeBack(page);
  await expect(parked).toHaveText([/fit nowhere/]);
  await expect(codes).toHaveText(before);

  // Without anything picked, a key is for the code it falls on alone.
  await codes.first().focus();
  await page.keyboard.press('Delete');
  await expect(codes).toHaveText(before.slice(1));
});

test('picked codes are dragged from a theme’s page onto another theme, and leave the first', async ({ page }) => {
  const previews = await watchPreviews(page);
  const [other] = await names(page, 'Candidate');
  if (!other) throw new Error('The sample has no candidate theme.');
  await column(page, 'Defined').getByRole('row').first().click();
  const codes = codesOfTheme(page);
  await expect(codes).toHaveCount(2);
  const before = await codes.allTextContents();
  await codes.first().click();
  await codes.nth(1).click();
  await drag(page, codes.nth(1), cardIn(page, 'Candidate', other).first());
  await expect(codes).toHaveText(['No codes yet']);
  expect(await previews()).toEqual(['2 codes']);
  await cardIn(page, 'Candidate', other).first().click();
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue(other);
  await expect(codes.filter({ hasText: before[0] ?? '' })).toHaveCount(1);
  await expect(codes.filter({ hasText: before[1] ?? '' })).toHaveCount(1);
});
