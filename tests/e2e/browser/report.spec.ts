import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { bytesOf } from '../sample.ts';
import { choose, goTo, list } from './acts.ts';
import { clean } from './faults.ts';
import { expect, test } from './fixtures.ts';

test.beforeEach(async ({ page }) => {
  await goTo(page, 'Report');
  await expect(page.getByRole('heading', { name: 'Findings draft' })).toBeVisible();
});

const outline = (page: Page) => page.getByRole('navigation', { name: 'Outline of the report' });
const draft = (page: Page) => page.getByRole('article', { name: 'Findings as they will be printed' });
const writing = (page: Page) => page.getByRole('region', { name: 'Writing' });

/** Chooses the first theme that is told in full. */
async function openTheme(page: Page): Promise<string> {
  const entry = outline(page)
    .getByRole('link', { name: /to write$/ })
    .first();
  const name = ((await entry.textContent()) ?? '').replace(/to write$/, '');
  await entry.click();
  await expect(writing(page).getByRole('heading', { name })).toBeVisible();
  return name;
}

test('a narrative with a quote is written, and the draft shows it as it will be printed', async ({ page }) => {
  const name = await openTheme(page);
  const words = writing(page).getByRole('textbox', { name: `Narrative of ${name}` });
  await words.click();
  await page.keyboard.type('What was said comes first. ');
  await writing(page).getByRole('button', { name: 'Quote …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Quote in the text' });
  const first = dialog.getByRole('option').first();
  const quoted = (await first.locator('span').first().textContent()) ?? '';
  const by = (await first.locator('small').textContent()) ?? '';
  await first.click();
  await expect(dialog).toBeHidden();
  await words.blur();
  const quote = draft(page).getByRole('figure').filter({ hasText: quoted });
  await expect(quote.first()).toContainText(by);
  await expect(draft(page)).toContainText('What was said comes first.');
  await expect(outline(page).getByRole('link', { name, exact: true }).first()).toBeVisible();

  // What was written before the quote was chosen and the quote itself were kept one after the other.
  await page.keyboard.press('Control+z');
  await expect(quote).toHaveCount(0);
  await expect(words).toHaveText('What was said comes first.');
  await page.keyboard.press('Control+z');
  await expect(words).toHaveText('');
  await expect(draft(page).getByText('What was said comes first.')).toHaveCount(0);
});

test('a case study stands where it is put, with its disclaimer', async ({ page }) => {
  const name = await openTheme(page);
  await writing(page).getByRole('button', { name: 'New case study here' }).click();
  const title = writing(page).getByRole('textbox', { name: 'Title of the case study' });
  await title.fill('A winter told');
  await title.press('Enter');
  const box = draft(page).getByRole('complementary', { name: 'Case study: A winter told' });
  await expect(box).toContainText('Nothing is written in this box yet.');
  await writing(page).getByRole('textbox', { name: 'Words of the case study A winter told' }).click();
  await page.keyboard.type('It rained.');
  const disclaimer = writing(page).getByRole('textbox', { name: 'Disclaimer under the box' });
  await disclaimer.fill('Names have been changed.');
  await disclaimer.press('Enter');
  await expect(box).toContainText('It rained.');
  await expect(box).toContainText('Names have been changed.');
  await expect(list(page, 'Where it stands')).toContainText(`Theme: ${name}`);
  await choose(page, 'Where it stands', 'At the end of the report');
  await expect(draft(page).getByRole('heading', { name: 'Case studies' })).toBeVisible();

  await writing(page).getByRole('button', { name: 'Remove this case study' }).click();
  await expect(box).toBeHidden();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(box).toBeVisible();
});

test('recommendations are numbered, ordered by keys, and unsupported until they rest on a theme', async ({ page }) => {
  for (const [addressee, words] of [
    ['Funders', 'Pay for the evenings.'],
    ['Schools', 'Keep a way back in.'],
  ] as const) {
    await outline(page).getByRole('button', { name: 'New recommendation' }).click();
    await writing(page).getByRole('textbox', { name: 'Words of the recommendation' }).click();
    await page.keyboard.type(words);
    const field = writing(page).getByRole('combobox', { name: 'Addressee' });
    await field.fill(addressee);
    await field.press('Enter');
    await expect(draft(page).getByRole('heading', { name: addressee })).toBeVisible();
  }
  await expect(writing(page).getByRole('heading', { name: 'Recommendation 6' })).toBeVisible();
  await expect(draft(page).getByText('Unsupported: it rests on no theme.')).toHaveCount(2);
  await writing(page).getByRole('button', { name: 'Choose themes' }).click();
  const chosen = (await page.getByRole('option').first().textContent()) ?? '';
  await page.getByRole('option').first().click();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(draft(page).getByText(`Rests on ${chosen}`)).toBeVisible();
  await expect(draft(page).getByText('Unsupported: it rests on no theme.')).toHaveCount(1);

  const rows = page.getByRole('grid', { name: 'Recommendations in their order' }).getByRole('row');
  await rows.nth(5).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(rows.nth(4)).toContainText('Keep a way back in.');
  await expect(
    draft(page)
      .getByRole('heading', { name: /^(?:Funders|Schools)$/ })
      .first(),
  ).toHaveText('Schools');
});

test('the findings leave as a Word file after the disclosure check', async ({ page }) => {
  await page.keyboard.press('Control+e');
  const check = page.getByRole('dialog', { name: 'Before this is exported' });
  await expect(check.getByRole('status').filter({ hasText: 'looked at' })).toContainText(/nothing blocks/);
  const download = page.waitForEvent('download');
  await check.getByRole('button', { name: /^Export/ }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/ - findings\.docx$/);
  const parts = unzipSync(bytesOf(await file.path()));
  expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toContain('Partnership');
});

test('axe finds nothing in the report with something chosen of each kind', async ({ page }) => {
  test.setTimeout(180_000);
  await clean(page, 'nothing chosen');
  await openTheme(page);
  await clean(page, 'theme');
  await writing(page).getByRole('button', { name: 'Quote …' }).click();
  await page.getByRole('option').first().waitFor();
  await clean(page, 'quotes to choose from');
  await page.keyboard.press('Escape');
  await outline(page)
    .getByRole('link', { name: /Involvement/ })
    .click();
  await writing(page).getByRole('heading', { name: 'Outcome 1' }).waitFor();
  await clean(page, 'outcome');
  await outline(page).getByRole('button', { name: 'New case study' }).click();
  await writing(page).getByRole('textbox', { name: 'Title of the case study' }).waitFor();
  await clean(page, 'case study');
  await outline(page).getByRole('button', { name: 'New recommendation' }).click();
  await writing(page).getByRole('combobox', { name: 'Addressee' }).waitFor();
  await clean(page, 'recommendation');
  await page.keyboard.press('Control+e');
  await page
    .getByText(/looked at: nothing blocks|block/)
    .first()
    .waitFor();
  await clean(page, 'before an export');
});
