import { takeBack } from '../takeBack.ts';
import { expect, test } from './fixtures.ts';
import { cardIn, column, dialog, openThemes, undo } from './themeActs.ts';

test.beforeEach(async ({ page }) => {
  await openThemes(page);
  await expect(column(page, 'Defined').getByRole('heading').first()).toBeVisible();
});

test('several cards are picked by mouse and by keyboard, and go together in one act', async ({ page }) => {
  const defined = column(page, 'Defined').getByRole('row');
  const candidate = column(page, 'Candidate').getByRole('row');
  const [first, all] = [defined.first(), await defined.count()];
  const names = await column(page, 'Defined').getByRole('heading').allTextContents();
  await first.click({ modifiers: ['Control'] });
  await defined.nth(2).click({ modifiers: ['Shift'] });
  await expect(column(page, 'Defined').getByRole('row', { selected: true })).toHaveCount(3);
  await expect(page).toHaveURL(/#\/themes$/);

  await first.focus();
  await page.keyboard.press('p');
  const parked = page.getByRole('grid', { name: 'Parked themes' }).getByRole('row');
  await expect(parked.filter({ hasText: names[0] ?? '' })).toHaveCount(1);
  await expect(defined).toHaveCount(all - 3);
  await undo(page).click();
  await expect(defined).toHaveCount(all);

  await page.getByRole('button', { name: 'Let go' }).click();
  await expect(page.getByRole('row', { selected: true })).toHaveCount(0);
  await candidate.first().focus();
  await page.keyboard.press('Control+a');
  await expect(column(page, 'Candidate').getByRole('row', { selected: true })).toHaveCount(await candidate.count());
  await page.keyboard.press('Escape');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.keyboard.press('u');
  await expect(dialog(page, '2 themes are part of')).toBeVisible();
  await page.keyboard.type(names[0] ?? '');
  await page.keyboard.press('Enter');
  await expect(page.getByText(`Part of ${names[0]}`)).toHaveCount(2);
  await takeBack(page);
  await expect(page.getByText(`Part of ${names[0]}`)).toHaveCount(0);
  // Enter opens a card and leaves what is picked alone.
  await candidate.first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeVisible();
  await expect(column(page, 'Candidate').getByRole('row', { selected: true })).toHaveCount(2);
});

test('a relation is changed where it stands: its words, its way and its note', async ({ page }) => {
  const [one, other] = await column(page, 'Defined').getByRole('heading').allTextContents();
  if (!one || !other) throw new Error('The sample has too few defined themes.');
  await cardIn(page, 'Defined', one).first().click();
  const pane = page.getByRole('region', { name: 'Theme', exact: true });
  await pane.getByRole('tab', { name: 'Relations' }).click();
  const list = pane.getByRole('region', { name: 'Relations' });
  await list.getByRole('listitem').first().waitFor();
  const before = await list.getByRole('listitem').count();
  await pane.getByRole('button', { name: 'Add a relation' }).click();
  await page.getByRole('button', { name: /Other theme/ }).click();
  await page.getByRole('option', { name: other, exact: true }).click();
  await page.getByRole('button', { name: 'Add the relation' }).click();
  await expect(list).toContainText(`leads to ${other}`);
  await list.getByRole('button', { name: `Change the relation to ${other}` }).click();
  await page.getByRole('dialog').getByText('To this theme', { exact: true }).click();
  await page.getByRole('dialog').getByLabel('Note').fill('Said in phase 2.');
  await page.getByRole('button', { name: 'Change the relation', exact: true }).click();
  await expect(list).toContainText(`${other} leads to this theme`);
  await expect(list).toContainText('Said in phase 2.');
  await expect(list.getByRole('listitem')).toHaveCount(before + 1);
  await undo(page).click();
  await expect(list).toContainText(`leads to ${other}`);
  await expect(list).not.toContainText('Said in phase 2.');
});

test('the filter of the study holds for the extracts of a theme and for the map; the board says that it does not', async ({
  page,
}) => {
  await column(page, 'Defined').getByRole('row').first().click();
  const extracts = page.getByRole('region', { name: 'Extracts', exact: true });
  await expect(extracts).toBeVisible();
  await page.keyboard.press('Alt+f');
  const filters = page.getByRole('dialog', { name: 'Filters' });
  await filters.getByRole('button', { name: /Group/ }).click();
  await page.getByRole('option', { name: 'CYP', exact: true }).click();
  await page.keyboard.press('Escape');
  await filters.getByRole('button', { name: 'Done' }).click();
  await expect(extracts).toContainText(/Only CYP: \d+ of its \d+ extracts/);
  await expect(page.getByText('figures of the whole study, not only of CYP')).toBeVisible();
  await page.getByRole('link', { name: 'Map', exact: true }).click();
  await expect(page.locator('svg[role="group"]')).toContainText('Only CYP.');
});
