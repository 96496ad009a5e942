import { takeBack } from '../takeBack.ts';
import { expect, test } from './fixtures.ts';
import { cardIn, code, column, dialog, makeTheme, openThemes, undo } from './themeActs.ts';

test.beforeEach(async ({ page }) => {
  await openThemes(page);
  await expect(column(page, 'Candidate').getByRole('row').first()).toBeVisible();
});

test('a new theme’s card is in sight beside its page, also where the page makes the cards higher', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await makeTheme(page, 'Last in its column');
  const card = cardIn(page, 'Candidate', 'Last in its column');
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Last in its column');
  await expect(card).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('t');
  await page.keyboard.type('count');
  // What begins with the letters comes before what only holds them.
  await expect(page.getByRole('dialog').getByRole('option').first()).toContainText('Counting what');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(card.getByRole('img')).toBeVisible();
  await expect(card).toBeInViewport({ ratio: 1 });
});

test('keys lead from a card into its page and back; Enter in the concept makes a theme', async ({ page }) => {
  await page.keyboard.press('n');
  await page.keyboard.type('Sums on a wet bench');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Counting fills the time.');
  await page.keyboard.press('Enter');
  const card = cardIn(page, 'Candidate', 'Sums on a wet bench');
  await expect(card).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(card).toBeFocused();
  // A theme without codes is not told that it has no extracts, nor sent to review them.
  await expect(page.getByRole('region', { name: 'Advice' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Review its extracts' })).toHaveCount(0);
});

test('verdicts stay where the pointer is, and a review goes on where the verdicts end', async ({ page }) => {
  await column(page, 'Reviewed').getByRole('row').first().focus();
  await page.keyboard.press('r');
  const fits = page.getByRole('button', { name: /^Fits/ });
  const extract = page.getByRole('article', { name: /^Extract \d+ of \d+$/ });
  const place = await fits.boundingBox();
  for (const at of [1, 2, 3]) {
    await expect(extract).toHaveAccessibleName(new RegExp(`^Extract ${at} of`));
    expect(await fits.boundingBox()).toEqual(place);
    await fits.click();
  }
  await expect(page.getByText(/^3 of \d+ extracts with a verdict$/)).toBeVisible();
  await page.keyboard.press('Escape');
  await takeBack(page);
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Undid: Reviewed');
  await page.getByRole('button', { name: 'Review', exact: true }).click();
  await expect(extract).toHaveAccessibleName(/^Extract 3 of/);
});

test('the second outcome is made the primary one where it stands', async ({ page }) => {
  const card = column(page, 'Candidate').getByRole('row').last();
  await card.click();
  const places = page.getByRole('grid', { name: 'Outcomes in order of weight' }).getByRole('row');
  await expect(places).toHaveCount(2);
  const titles = await places.allTextContents();
  await places
    .last()
    .getByRole('button', { name: /^Secondary: make .* primary$/ })
    .click();
  await expect(places.first()).toContainText((titles[1] ?? '').replace(/^\d/, '').replace('Secondary', ''));
  await expect(places.last()).toContainText('Secondary');
  await undo(page).click();
  await expect(places).toHaveText(titles);
});

test('codes that fit nowhere are parked as a theme of their own by a key', async ({ page }) => {
  const [first, second] = [code(page, 'Police encounters'), code(page, 'Weed as ordinary')];
  await first.click();
  await second.click({ modifiers: ['Control'] });
  await page.keyboard.press('p');
  const parked = page
    .getByRole('grid', { name: 'Parked themes' })
    .getByRole('row', { name: /Police encounters and Weed/ });
  await expect(parked).toBeVisible();
  await expect(first).toHaveCount(0);
  await parked.click();
  await expect(dialog(page, /./)).toHaveCount(0);
  await takeBack(page);
  await expect(parked).toHaveCount(0);
  await expect(first).toBeVisible();
});

test('a card that is pressed or dragged shows no extracts; one that the pointer rests on does', async ({ page }) => {
  const [first, second] = [
    column(page, 'Candidate').getByRole('row').first(),
    column(page, 'Candidate').getByRole('row').nth(1),
  ];
  await page.clock.install();
  for (const card of [column(page, 'Defined').getByRole('row').first(), first]) {
    await card.click({ modifiers: ['Control'] });
    await page.clock.runFor(2_000);
    await expect(page.getByRole('tooltip')).toHaveCount(0);
  }
  await second.hover();
  await page.clock.runFor(2_000);
  await expect(page.getByRole('tooltip')).toBeVisible();
  await page.mouse.move(0, 0);
  await expect(page.getByRole('tooltip')).toHaveCount(0);
});
