import { choose } from './acts.ts';
import { clean } from './faults.ts';
import { expect, test } from './fixtures.ts';
import { cardIn, column, dialog, drag, giveReason, openThemes, outcome, undo } from './themeActs.ts';

test.beforeEach(async ({ page }) => {
  await openThemes(page);
  await expect(column(page, 'Candidate').getByRole('row').first()).toBeVisible();
});

test('a theme is put under another, split, and related to others', async ({ page }) => {
  const [whole, part] = await column(page, 'Defined').getByRole('heading').allTextContents();
  if (!whole || !part) throw new Error('The sample has too few defined themes.');
  await cardIn(page, 'Defined', part).focus();
  await page.keyboard.press('u');
  await page.keyboard.type(whole);
  await expect(page.getByRole('dialog').getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(cardIn(page, 'Defined', part)).toContainText(`Part of ${whole}`);
  await expect(cardIn(page, 'Defined', whole).first()).toContainText('1 sub-theme');

  await cardIn(page, 'Defined', part).click();
  const page1 = page.getByRole('region', { name: 'Theme', exact: true });
  await page1.getByRole('tab', { name: 'Relations' }).click();
  await page1.getByRole('button', { name: 'Add a relation' }).click();
  await choose(page, 'Kind of relation', 'Own words …');
  await page.getByRole('dialog').getByLabel('Own words', { exact: true }).fill('makes possible');
  await choose(page, 'Other theme', whole);
  await page.getByRole('button', { name: 'Add the relation' }).click();
  await expect(page1.getByRole('region', { name: 'Relations' })).toContainText(`makes possible ${whole}`);
  await page1.getByRole('button', { name: `Remove the relation to ${whole}` }).click();
  await expect(page1.getByText('No relations yet')).toBeVisible();

  const before = await column(page, 'Candidate').getByRole('row').count();
  await cardIn(page, 'Defined', part).focus();
  await page.keyboard.press('x');
  await page.getByRole('dialog').getByLabel('Name of the new theme').fill('What is left over');
  const first = page.getByRole('list', { name: 'Where each code goes' }).getByRole('listitem').first();
  await first.getByRole('button').click();
  await page.getByRole('option', { name: 'What is left over' }).click();
  await giveReason(page, /^Split/, 'Two ideas in one name.');
  await expect(column(page, 'Candidate').getByRole('row')).toHaveCount(before + 1);
  await page1.getByRole('tab', { name: 'History' }).click();
  await expect(page1.getByRole('region', { name: 'History of the theme' })).toContainText('Two ideas in one name.');
});

test('extracts are marked by S, Q and C; contrary ones stay in sight and show on the card', async ({ page }) => {
  const card = column(page, 'Defined').getByRole('row').first();
  await card.click();
  const extracts = page.getByRole('region', { name: 'Extracts', exact: true });
  await extracts.getByRole('link').first().focus();
  await page.keyboard.press('s');
  await expect(extracts.getByRole('link', { name: /Supports/ })).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('c');
  const contrary = page.getByRole('region', { name: 'Contrary extracts' });
  await expect(contrary.getByRole('link')).toHaveCount(1);
  await expect(card.getByRole('img', { name: /1 against/ })).toBeVisible();
  await extracts.getByRole('button', { name: /^All \d+$/ }).click();
  await page.getByRole('radio', { name: 'Phase' }).click();
  await expect(extracts.getByRole('heading', { name: 'Phase 2', exact: true })).toBeVisible();
  await expect(contrary).toBeVisible();
  await contrary.getByRole('link').focus();
  await page.keyboard.press('c');
  await expect(contrary).toHaveCount(0);

  // The card’s best extracts, by a key: the one marked as supporting comes first.
  const words =
    (await extracts
      .getByRole('link', { name: /Supports/ })
      .locator('blockquote')
      .textContent()) ?? '';
  await card.focus();
  await page.keyboard.press('e');
  await expect(page.getByRole('tooltip').locator('blockquote').first()).toHaveText(words);
  await page.keyboard.press('e');
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  await card.hover();
  await expect(page.getByRole('tooltip')).toBeVisible();
});

test('a narrative holds live quotes and is kept', async ({ page }) => {
  await column(page, 'Defined').getByRole('row').first().click();
  await page.getByRole('tab', { name: 'Narrative' }).click();
  const words = page.getByRole('textbox', { name: 'Narrative of the theme' });
  await words.click();
  await page.keyboard.type('It begins small. ');
  await page.getByRole('button', { name: 'Quote …' }).click();
  await page.getByRole('dialog').getByRole('option').first().click();
  const quote = words.locator('a[data-words]');
  await expect(quote).toHaveCount(1);
  expect((await quote.getAttribute('data-words'))?.length).toBeGreaterThan(10);
  await page.getByRole('tab', { name: 'History' }).click();
  await page.reload();
  await page.getByRole('tab', { name: 'Narrative' }).click();
  await expect(words).toContainText('It begins small.');
  await expect(quote).toHaveAttribute('data-words', /\n/);
});

test('a second framework stands beside the outcomes', async ({ page }) => {
  await page.getByRole('button', { name: 'Acts on the outcomes' }).click();
  await page.getByRole('menuitem', { name: 'Add a framework' }).click();
  await page.getByLabel('JSON file of a framework').setInputFiles({
    name: 'mechanisms.json',
    mimeType: 'application/json',
    buffer: Buffer.from('[{"number":1,"title":"Trust","statement":""},{"number":1,"title":"Aims","statement":""}]'),
  });
  await expect(dialog(page, 'Add a framework').getByRole('alert')).toContainText('1');
  await page.getByLabel('Name of the framework').fill('Mechanisms of partnership');
  await page.getByLabel('Entries').fill('Trust: kept by small things\nShared aims');
  await page.getByRole('button', { name: 'Add 2 entries' }).click();
  await expect(outcome(page, 'Trust')).toBeVisible();
  await drag(page, column(page, 'Candidate').getByRole('row').first(), outcome(page, 'Trust'));
  await expect(outcome(page, 'Trust')).toContainText('1 theme');
  await page.getByRole('button', { name: /Nine outcomes|outcomes.*linked/i }).click();
  await expect(outcome(page, 'Involvement')).toBeVisible();
});

test('coverage shows empty outcomes, and an outcome with themes asks where they go', async ({ page }) => {
  await page.keyboard.press('v');
  await expect(page.getByRole('row', { name: /Cost savings Empty/ })).toBeVisible();
  await clean(page, 'coverage');
  await page.keyboard.press('Escape');
  await outcome(page, 'Involvement').click();
  await page.getByRole('button', { name: 'Acts on Involvement' }).click();
  await page.getByRole('menuitem', { name: 'Remove this outcome' }).click();
  await expect(page.getByRole('button', { name: 'Remove the outcome' })).toBeDisabled();
  await choose(page, 'Where they go', '3 Interventions');
  await page.getByRole('button', { name: 'Remove the outcome' }).click();
  await expect(outcome(page, 'Involvement')).toHaveCount(0);
  await undo(page).click();
  await expect(outcome(page, 'Involvement')).toContainText('1 theme');
});

test('a quote stands straight under an outcome, and advice is set aside with a reason', async ({ page }) => {
  await column(page, 'Reviewed').getByRole('row').first().click();
  await page.getByRole('region', { name: 'Extracts', exact: true }).getByRole('link').first().focus();
  await page.keyboard.press('o');
  await page.keyboard.type('cost');
  await expect(page.getByRole('dialog').getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(outcome(page, 'Cost savings')).toContainText('1 quote');

  const advice = page.getByRole('region', { name: 'Advice' });
  const before = await advice.getByRole('button', { name: 'Set aside …' }).count();
  await advice.getByRole('button', { name: 'Set aside …' }).first().click();
  await giveReason(page, 'Set the advice aside', 'We know, and it is so.');
  await expect(advice.getByRole('button', { name: 'Set aside …' })).toHaveCount(before - 1);
  await expect(advice).toContainText('1 advice set aside');
  await outcome(page, 'Cost savings').click();
  await page.getByRole('button', { name: /^Take the quote of/ }).click();
  await expect(outcome(page, 'Cost savings')).not.toContainText('quote');
});

for (const look of ['light', 'dark', 'contrast']) {
  test(`has no fault that axe finds, ${look}`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.evaluate(words => localStorage.setItem('ninefold.appearance', words), `${look} 17`);
    await page.reload();
    await column(page, 'Reviewed').getByRole('row').first().click();
    await expect(page.getByRole('region', { name: 'Extracts' }).getByRole('link').first()).toBeVisible();
    await clean(page, 'the page');
    await column(page, 'Reviewed')
      .getByRole('row')
      .nth(1)
      .click({ modifiers: ['Control'] });
    await page.getByRole('grid', { name: 'Codes of the theme' }).getByRole('row').first().click();
    await expect(page.getByRole('toolbar', { name: /^With/ })).toHaveCount(2);
    await clean(page, 'a card and a code picked');
    await page.getByRole('button', { name: 'Let go' }).click();
    await column(page, 'Reviewed').getByRole('row').first().focus();
    await page.keyboard.press('o');
    await expect(page.getByRole('dialog')).toBeVisible();
    await clean(page, 'quote to an outcome');
    await page.keyboard.press('Escape');
    for (const part of ['Narrative', 'Relations', 'History']) {
      await page.getByRole('tab', { name: part }).click();
      await clean(page, part);
    }
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Review', exact: true }).click();
    await expect(page.getByRole('toolbar', { name: 'Verdict' })).toBeVisible();
    await clean(page, 'level 1');
    await page.getByRole('radio', { name: '2 The whole data set' }).click();
    await expect(page.getByRole('region', { name: 'Missed extracts' })).toBeVisible();
    await clean(page, 'level 2');
  });
}
