import { takeBack } from '../takeBack.ts';
import { clean } from './faults.ts';
import { expect, test } from './fixtures.ts';
import {
  cardIn,
  code,
  codesOfTheme,
  column,
  dialog,
  drag,
  giveReason,
  hasFocus,
  makeTheme,
  openThemes,
  outcome,
  outcomesOfTheme,
  undo,
} from './themeActs.ts';

test.describe('in the sample', () => {
  test.beforeEach(async ({ page }) => {
    await openThemes(page);
    await expect(column(page, 'Candidate').getByRole('row').first()).toBeVisible();
  });

  test('a theme is made, filled, placed and marked by mouse', async ({ page }) => {
    await makeTheme(page, 'Sums on a wet bench');

    await drag(page, code(page, 'Police encounters'), cardIn(page, 'Candidate', 'Sums on a wet bench'));
    await expect(codesOfTheme(page)).toHaveText([/Police encounters/]);
    await expect(code(page, 'Police encounters')).toHaveCount(0);

    await code(page, 'Counting what').click();
    await code(page, 'Weed as ordinary').click({ modifiers: ['Control'] });
    await drag(page, code(page, 'Weed as ordinary'), cardIn(page, 'Candidate', 'Sums on a wet bench'));
    await expect(codesOfTheme(page)).toHaveCount(3);

    await drag(page, cardIn(page, 'Candidate', 'Sums on a wet bench'), outcome(page, 'Resilience'));
    await expect(outcomesOfTheme(page)).toHaveText([/Resilience/]);

    const reviewed = await column(page, 'Reviewed').getByRole('row').count();
    const second = column(page, 'Reviewed').getByRole('row').nth(1);
    await drag(page, cardIn(page, 'Candidate', 'Sums on a wet bench'), second, { x: 60, y: 4 });
    await expect(dialog(page, /^Reviewed, although/)).toContainText('a verdict on each of its extracts');
    await giveReason(page, /^Reviewed, although/, 'The team read them together.');
    await expect(column(page, 'Reviewed').getByRole('row').nth(1)).toContainText('Sums on a wet bench');
    await expect(page.getByRole('heading', { name: 'Theme, reviewed' })).toBeVisible();

    await undo(page).click();
    await expect(cardIn(page, 'Candidate', 'Sums on a wet bench')).toBeVisible();
    await expect(column(page, 'Reviewed').getByRole('row')).toHaveCount(reviewed);
  });

  test('the same by keyboard alone', async ({ page }) => {
    await page.keyboard.press('n');
    await page.keyboard.type('Sums on a wet bench');
    await page.keyboard.press('Enter');
    const candidate = cardIn(page, 'Candidate', 'Sums on a wet bench');
    await expect(candidate).toBeFocused();

    // A code is carried: Enter takes it up, arrows go from card to card (and Tab from list to list), Enter puts it down.
    await code(page, 'Weed as ordinary').focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('[aria-roledescription="drop indicator"]:focus')).toBeAttached();
    const onCard = page.getByRole('button', { name: 'Drop on Sums on a wet bench' });
    for (let presses = 0; presses < 12 && !(await hasFocus(onCard)); presses += 1)
      await page.keyboard.press('ArrowDown');
    await expect(onCard).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(codesOfTheme(page)).toHaveText([/Weed as ordinary/]);

    // T asks for the theme of a code.
    await code(page, 'Police encounters').focus();
    await page.keyboard.press('t');
    await page.keyboard.type('sums');
    await expect(page.getByRole('dialog').getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(codesOfTheme(page)).toHaveCount(2);

    // O places it, M marks it, Alt and an arrow move it; the focus goes with the card.
    await candidate.focus();
    await page.keyboard.press('o');
    await page.keyboard.type('5');
    await expect(page.getByRole('dialog').getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(outcomesOfTheme(page)).toHaveText([/Resilience/]);
    await page.keyboard.press('Escape');
    await expect(candidate).toBeFocused();

    await page.keyboard.press('m');
    await page.keyboard.type('rev');
    await expect(page.getByRole('dialog').getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await giveReason(page, /^Reviewed, although/, 'The team read them together.');
    await expect(cardIn(page, 'Reviewed', 'Sums on a wet bench')).toBeFocused();
    await page.keyboard.press('Alt+ArrowRight');
    await giveReason(page, /^Defined, although/, 'Its scope is in the minutes.');
    await expect(cardIn(page, 'Defined', 'Sums on a wet bench')).toBeFocused();

    const last = (await column(page, 'Defined').getByRole('row').count()) - 1;
    await expect(column(page, 'Defined').getByRole('row').nth(last)).toContainText('Sums on a wet bench');
    await page.keyboard.press('Alt+ArrowUp');
    await expect(
      column(page, 'Defined')
        .getByRole('row')
        .nth(last - 1),
    ).toContainText('Sums on a wet bench');

    await page.keyboard.press('Delete');
    await giveReason(page, /^Discard/, 'It says nothing of its own.');
    await expect(page.getByRole('row', { name: 'Sums on a wet bench' })).toHaveCount(0);
    await takeBack(page);
    await expect(cardIn(page, 'Defined', 'Sums on a wet bench')).toBeVisible();
  });

  test('a theme is written where it stands, and a name that is taken is refused without loss', async ({ page }) => {
    await makeTheme(page, 'Sums on a wet bench');
    const concept = page.getByRole('textbox', { name: 'Central organising concept' });
    await concept.fill('Counting is what is done while nobody comes.');
    await concept.press('Enter');
    await expect(cardIn(page, 'Candidate', 'Sums on a wet bench')).toContainText('while nobody comes');

    const taken = (await column(page, 'Defined').getByRole('heading').first().textContent()) ?? '';
    const name = page.getByRole('textbox', { name: 'Name' });
    await name.fill(taken);
    await name.press('Enter');
    await expect(page.getByRole('alert').filter({ hasText: 'already' })).toBeVisible();
    await expect(name).toHaveValue(taken);
    await name.press('Escape');
    await expect(name).toHaveValue('Sums on a wet bench');
  });

  test('an outcome shows its themes in report order, which can be changed', async ({ page }) => {
    await outcome(page, 'Reasons for joining').click();
    const list = page.getByRole('grid', { name: 'Themes under outcome 2 in report order' }).getByRole('row');
    const names = () => list.evaluateAll(rows => rows.map(row => row.getAttribute('aria-label')));
    const [first, second, ...others] = await names();
    await list.first().focus();
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(names).toEqual([second, first, ...others]);
    await page.reload();
    await expect.poll(names).toEqual([second, first, ...others]);
  });

  test('an extract leads to its place in the transcript', async ({ page }) => {
    await column(page, 'Defined').getByRole('row').first().click();
    await page.getByRole('region', { name: 'Extracts' }).getByRole('link').first().click();
    await expect(page).toHaveURL(/#\/code\/[0-9a-f-]+\?at=\d+-\d+$/);
  });

  test('in a narrow window the page of a theme comes over the board, and Escape puts it away', async ({ page }) => {
    await page.setViewportSize({ width: 1024, height: 768 });
    const card = column(page, 'Reviewed').getByRole('row').first();
    await card.click();
    const concept = page.getByRole('textbox', { name: 'Central organising concept' });
    await expect(concept).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(concept).toHaveCount(0);
    await expect(page).toHaveURL(/#\/themes$/);
    await card.click();
    await expect(concept).toBeVisible();
  });

  test('a theme is parked by a key and by a drop, and comes back', async ({ page }) => {
    const parked = page.getByRole('grid', { name: 'Parked themes' });
    const card = column(page, 'Candidate').getByRole('row').first();
    const name = (await card.getByRole('heading').textContent()) ?? '';
    await card.focus();
    await page.keyboard.press('p');
    await expect(parked.getByRole('row', { name })).toBeVisible();
    await expect(cardIn(page, 'Candidate', name)).toHaveCount(0);
    await parked.getByRole('row', { name }).focus();
    await page.keyboard.press('p');
    await expect(cardIn(page, 'Candidate', name)).toBeVisible();
    await drag(page, cardIn(page, 'Candidate', name), parked);
    await expect(parked.getByRole('row', { name })).toBeVisible();
    await takeBack(page);
    await expect(cardIn(page, 'Candidate', name)).toBeVisible();
  });
});

test.describe('in an empty study', () => {
  test.use({ opening: 'empty' });

  test('says what it is for, and a first theme can be made', async ({ page }) => {
    await openThemes(page);
    await expect(page.getByText('Codes made in the transcripts stand here')).toBeVisible();
    await clean(page, 'an empty board');
    await page.getByRole('button', { name: 'Make a theme' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('A first idea');
    await page.keyboard.press('Enter');
    await expect(cardIn(page, 'Candidate', 'A first idea')).toBeVisible();
  });
});
