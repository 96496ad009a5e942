import type { Locator, Page } from '@playwright/test';
import { choose, goTo, runByName } from './acts.ts';
import { clean } from './faults.ts';
import { expect, ready, test } from './fixtures.ts';

test.setTimeout(120_000);

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'What could identify somebody' });
const advice = (page: Page): Locator => dialog(page).getByRole('region', { name: 'Advice' });
const blocking = (page: Page): Locator => dialog(page).getByRole('region', { name: 'Blocking' });
const extract = (page: Page): Locator => page.getByRole('region', { name: 'Chosen extract' });

async function openCheck(page: Page): Promise<void> {
  await runByName(page, 'Check what could identify somebody');
  await expect(dialog(page).getByRole('status')).toContainText('Looked at');
}

/** Goes to the words of a quote by way of a finding, which chooses its extract. */
async function showFirst(page: Page): Promise<void> {
  await openCheck(page);
  await advice(page)
    .getByRole('button', { name: /^Show: / })
    .first()
    .click();
  await expect(dialog(page)).toBeHidden();
  await expect(page).toHaveURL(/#\/code\/.*at=/);
  await extract(page).waitFor();
}

/** axe on a part of the page: all else is looked at in its own place. */
const cleanDialog = (page: Page, where: string, part = '[role="dialog"]') => clean(page, where, part);

test('what is found shows its place and is accepted with a reason, until that is taken back', async ({ page }) => {
  await openCheck(page);
  const items = advice(page).locator('li[data-finding]');
  const before = await items.count();
  expect(before).toBeGreaterThan(0);
  const message = (await items.first().locator('p').first().textContent()) ?? '';
  await items
    .first()
    .getByRole('button', { name: /^Accept: / })
    .click();
  const accept = items.first().getByRole('button', { name: 'Accept the finding' });
  await expect(accept).toBeDisabled();
  await items.first().getByLabel('Why it can be printed').fill('All who carry the label read it.');
  await accept.click();
  await expect(items).toHaveCount(before - 1);
  await dialog(page).getByText('Accepted (1)').click();
  const accepted = dialog(page).locator('li[data-finding]').filter({ hasText: message });
  await expect(accepted).toContainText('All who carry the label read it.');
  await accepted.getByRole('button', { name: /^Take back: / }).click();
  await expect(items).toHaveCount(before);
  await expect(dialog(page).getByText('What this check can’t see')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
});

test('sensitive words block until their second yes', async ({ page }) => {
  await showFirst(page);
  await extract(page).getByRole('button', { name: 'Mark as sensitive' }).click();
  await page.getByRole('menuitem', { name: 'Weapons' }).click();
  await expect(extract(page)).toContainText('Sensitive: weapons.');
  await openCheck(page);
  await expect(blocking(page)).toContainText('marked as sensitive (weapons)');
  await blocking(page)
    .getByRole('button', { name: /^Show: / })
    .click();
  await extract(page).getByRole('button', { name: 'Second yes …' }).click();
  const yes = page.getByRole('dialog', { name: 'Second yes to printing these words' });
  await expect(yes).toContainText('You marked these words yourself');
  await yes.getByLabel('Reason').fill('They asked for it to be told.');
  await yes.getByRole('button', { name: 'Give the second yes' }).click();
  await expect(extract(page)).toContainText('Second yes by');
  await openCheck(page);
  await expect(blocking(page)).toBeHidden();
  await expect(advice(page)).toContainText('came from the coder who marked them');
  await page.keyboard.press('Escape');
  await extract(page)
    .getByRole('button', { name: /^Take the mark “weapons” off/ })
    .click();
  await expect(extract(page)).not.toContainText('Sensitive: weapons');
  await page.keyboard.press('Control+z');
  await expect(extract(page)).toContainText('Sensitive: weapons.');
});

test('a kind in the team’s own words, by the command palette', async ({ page }) => {
  await showFirst(page);
  await runByName(page, 'Mark the chosen words as sensitive');
  const kind = page.getByRole('dialog', { name: 'Mark these words as sensitive' });
  await kind.getByLabel('What makes them sensitive').fill('bereavement');
  await page.keyboard.press('Enter');
  await expect(extract(page)).toContainText('Sensitive: bereavement.');
});

test('a quote is marked where it is read for print, and its export waits for the second yes', async ({ page }) => {
  await goTo(page, 'Quotes');
  const panel = page.getByRole('region', { name: 'Chosen quote' });
  await panel.getByRole('button', { name: 'Mark as sensitive' }).click();
  await page.getByRole('menuitem', { name: 'Violence' }).click();
  await expect(panel).toContainText('Sensitive: violence.');
  await page.keyboard.press('Control+e');
  const before = page.getByRole('dialog', { name: 'Before this is exported' });
  await expect(before.getByRole('region', { name: 'Blocking' })).toContainText('marked as sensitive (violence)');
  await expect(before.getByRole('button', { name: /^Export/ })).toHaveCount(0);
  await cleanDialog(page, 'before an export');
  await before.getByRole('button', { name: /^Accept: Words marked/ }).click();
  await before.getByLabel('Why it can be printed').fill('Told in public before.');
  await before.getByRole('button', { name: 'Accept the finding' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    before.getByRole('button', { name: 'Export anyway' }).click(),
  ]);
  expect(file.suggestedFilename()).toContain('.docx');
});

test('the precise role is printed only after a decision', async ({ page }) => {
  await goTo(page, 'Sources');
  await page.keyboard.press('p');
  await page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
  const row = page.getByRole('row').nth(1);
  const label = await row.getByRole('textbox', { name: 'Label' }).inputValue();
  const inPrint = `Role of ${label} in print`;
  const role = row.getByRole('textbox', { name: `Role of ${label}`, exact: true });
  await role.fill('Young trainer');
  await role.press('Enter');
  await choose(page, inPrint, 'Precise role');
  const decide = page.getByRole('dialog', { name: `Print the precise role of ${label}` });
  await cleanDialog(page, 'decision');
  await decide.getByLabel('Reason').fill('There are twenty of them.');
  await decide.getByRole('button', { name: 'Decide to print it' }).click();
  await expect(row.getByRole('button', { name: /There are twenty of them/ })).toBeVisible();
  await choose(page, inPrint, 'Practitioner');
  await expect(row.getByRole('button', { name: /There are twenty of them/ })).toBeHidden();
});

for (const look of ['light', 'dark', 'contrast'] as const) {
  test(`findings and marks are clean in ${look}`, async ({ page }) => {
    await page.evaluate(one => localStorage.setItem('ninefold.appearance', `${one} 17`), look);
    await page.reload();
    await ready(page);
    await showFirst(page);
    await extract(page).getByRole('button', { name: 'Mark as sensitive' }).click();
    await page.getByRole('menuitem', { name: 'Weapons' }).click();
    await expect(extract(page)).toContainText('Sensitive: weapons.');
    await cleanDialog(page, 'mark', '[aria-label="Chosen extract"]');
    await openCheck(page);
    await dialog(page)
      .getByRole('button', { name: /^Accept: / })
      .first()
      .click();
    await dialog(page).getByText('What this check can’t see').click();
    await cleanDialog(page, 'findings');
  });
}
