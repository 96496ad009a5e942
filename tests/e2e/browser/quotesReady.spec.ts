import type { Locator, Page } from '@playwright/test';
import { choose, goTo, messages, runByName } from './acts.ts';
import { clean } from './faults.ts';
import { expect, test } from './fixtures.ts';

const theme = 'Trying to be the one who pays';

const title = (page: Page, name: string) => page.getByRole('heading', { level: 2, name, exact: true });
const report = (page: Page) => page.getByRole('navigation', { name: 'Themes in report order' });
const entry = (page: Page, name: string) => report(page).getByRole('link', { name }).first();
const rows = (page: Page) => page.getByRole('article');
const chosen = (page: Page) => page.locator('article[aria-current]');
const words = (row: Locator) => row.locator('blockquote');
const panel = (page: Page) => page.getByRole('region', { name: 'Chosen quote' });
const area = (page: Page) => page.getByRole('textbox', { name: 'Words to print' });
const notices = (page: Page) => page.getByRole('list', { name: 'Notices' });
const exported = (page: Page) =>
  page.getByRole('region', { name: 'Export', exact: true }).getByRole('button', { name: /^Export \d+ quotes?/ });

async function openTheme(page: Page): Promise<void> {
  await goTo(page, 'Quotes');
  await title(page, 'Whole study').waitFor();
  await entry(page, theme).click();
  await title(page, theme).waitFor();
  await chosen(page).focus();
}

test('the words of a quote are edited by keys alone, checked while they are typed, and copied as printed', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openTheme(page);
  const passage = (await words(chosen(page)).textContent())!;
  const parts = passage.split(' ');
  const cut = `${parts.slice(0, 6).join(' ')} ... ${parts.slice(9).join(' ')}`;

  await page.keyboard.press('e');
  await expect(area(page)).toBeFocused();
  await expect(area(page)).toHaveValue(passage);
  await expect(chosen(page)).toContainText('Not saved yet');
  await area(page).fill(cut.replace(parts[2]!, 'lamp'));
  await expect(page.getByText('One difference is not marked.')).toBeVisible();
  await expect(area(page)).toHaveAttribute('aria-invalid', 'true');
  await expect(panel(page).getByRole('button', { name: 'Save', exact: true })).toBeDisabled();
  await page.keyboard.press('Control+Enter');
  expect(
    await area(page).evaluate((field: HTMLTextAreaElement) =>
      field.value.slice(field.selectionStart, field.selectionEnd),
    ),
  ).toBe('lamp');

  await area(page).fill(cut);
  await expect(page.getByText('These words check.')).toBeVisible();
  await expect(panel(page).getByRole('list', { name: 'Differences from the passage' })).toContainText(
    parts.slice(6, 9).join(' '),
  );
  await page.getByLabel('Lead-in').fill('One said:');
  await page.keyboard.press('Control+Enter');
  const printed = cut.replace('...', '[…]');
  await expect(words(chosen(page))).toHaveText(printed);
  await expect(chosen(page)).toBeFocused();
  await expect(chosen(page)).toContainText('One said:');
  await expect(chosen(page)).toContainText(/Cut to \d+ of \d+ words/);

  await page.keyboard.press('c');
  await expect(messages(page)).toContainText('Copied quote 1 with its attribution');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split('\n')[0]).toBe(`“${printed}”`);

  await page.keyboard.press('p');
  await expect(chosen(page).locator('s')).toHaveText(parts.slice(6, 9).join(' '));

  await page.keyboard.press('Control+z');
  await expect(words(chosen(page))).toHaveText(passage);
});

test('selected words are cut and bracketed by keys; Escape leaves all as it was, and a draft waits for its quote', async ({
  page,
}) => {
  await openTheme(page);
  const passage = (await words(chosen(page)).textContent())!;
  await page.keyboard.press('e');
  const select = (start: number, end: number) =>
    area(page).evaluate((field: HTMLTextAreaElement, [from, to]) => field.setSelectionRange(from!, to!), [start, end]);
  const second = passage.indexOf(' ') + 1;
  const third = passage.indexOf(' ', second);
  await select(second, third);
  await page.keyboard.press('Alt+x');
  await expect(area(page)).toHaveValue(`${passage.slice(0, second)}[…]${passage.slice(third)}`);
  await select(0, second - 1);
  await page.keyboard.press('Alt+b');
  await expect(area(page)).toHaveValue(`[${passage.slice(0, second - 1)}] […]${passage.slice(third)}`);

  await rows(page).nth(1).click();
  await expect(area(page)).toBeHidden();
  await goTo(page, 'Themes');
  await goTo(page, 'Quotes');
  await entry(page, theme).click();
  await title(page, theme).waitFor();
  await expect(rows(page).first()).toContainText('Not saved yet');
  await expect(area(page)).toHaveValue(`[${passage.slice(0, second - 1)}] […]${passage.slice(third)}`);
  await area(page).press('Escape');
  await expect(area(page)).toBeHidden();
  await expect(words(rows(page).first())).toHaveText(passage);
});

test('a passage is widened by a sentence and printed so', async ({ page }) => {
  await openTheme(page);
  const passage = (await words(chosen(page)).textContent())!;
  await page.keyboard.press('e');
  await panel(page).getByRole('button', { name: 'Take in the sentence before' }).click();
  const wider = await area(page).inputValue();
  expect(wider.length).toBeGreaterThan(passage.length);
  expect(wider.endsWith(passage)).toBe(true);
  await page.keyboard.press('Control+Enter');
  await expect(words(chosen(page))).toHaveText(wider);
  await panel(page).getByRole('button', { name: 'Back to the passage' }).click();
  await expect(words(chosen(page))).toHaveText(passage);
});

test('states and the star are set by key, filter the page, and are undone; a quote held back does not leave', async ({
  page,
}) => {
  await openTheme(page);
  const count = await rows(page).count();
  await expect(exported(page)).toHaveText(`Export ${count} quotes`);
  await page.keyboard.press('s');
  await expect(chosen(page)).toContainText('Vivid');
  await expect(notices(page)).toContainText('1 vivid quote is not chosen yet.');
  await page.keyboard.press('a');
  await expect(chosen(page)).toContainText('Chosen');
  await expect(notices(page)).not.toContainText('vivid');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('u');
  await expect(chosen(page)).toContainText('Used');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('h');
  await expect(chosen(page)).toHaveAccessibleName('Quote held back');
  await expect(exported(page)).toHaveText(`Export ${count - 1} quotes`);
  await expect(notices(page)).toContainText('1 quote is held back and does not leave.');

  await choose(page, 'Which quotes', 'Held back');
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByRole('contentinfo')).toContainText('held back');
  await choose(page, 'Which quotes', 'Vivid');
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page).first()).toContainText('Chosen');
  await page.reload();
  await expect(rows(page)).toHaveCount(1);
  await runByName(page, 'Hear everyone');
  await expect(rows(page)).toHaveCount(count);
  await page.keyboard.press('Control+z');
  await expect(exported(page)).toHaveText(`Export ${count} quotes`);
  await panel(page).getByRole('radio', { name: 'Used' }).click();
  await expect(chosen(page)).toContainText('Used');
});

test('quotes are put in an order by key and by mouse, which holds until it is given back', async ({ page }) => {
  await openTheme(page);
  const texts = () => rows(page).locator('blockquote').allTextContents();
  const before = await texts();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(texts).toEqual([before[1], before[0], ...before.slice(2)]);
  await expect(chosen(page)).toHaveAccessibleName('Quote 2');
  await expect(chosen(page)).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(texts).toEqual(before);

  const item = page.getByRole('listitem').filter({ has: page.getByRole('article', { name: 'Quote 1', exact: true }) });
  const { height } = (await rows(page).nth(1).boundingBox())!;
  await item.getByTitle(/^Drag/).dragTo(rows(page).nth(1), { targetPosition: { x: 60, y: height - 4 } });
  await expect.poll(texts).toEqual([before[1], before[0], ...before.slice(2)]);
  await page.reload();
  await title(page, theme).waitFor();
  await expect.poll(texts).toEqual([before[1], before[0], ...before.slice(2)]);
  await notices(page).getByRole('button', { name: 'Back to report order' }).click();
  await expect.poll(texts).toEqual(before);
});

test('what a quote shares with another is told, with how much and where', async ({ page }) => {
  await openTheme(page);
  const sharing = rows(page)
    .filter({ hasText: /also in “/ })
    .first();
  await sharing.click();
  await expect(panel(page)).toContainText(/(?:words? (?:is|are)|All of it is) also in/);
});

test('axe finds nothing in words that do not check, in words that do, and in quotes made ready', async ({ page }) => {
  test.slow();
  await openTheme(page);
  const passage = (await words(chosen(page)).textContent())!;
  await page.keyboard.press('s');
  await page.keyboard.press('e');
  await area(page).fill(`lamp ${passage}`);
  await expect(page.getByText('One difference is not marked.')).toBeVisible();
  await clean(page, 'a word that was added');
  await area(page).fill(`[lamp] ${passage.split(' ').slice(0, -3).join(' ')} …`);
  await expect(page.getByText('These words check.')).toBeVisible();
  await clean(page, 'words that check');
  await page.keyboard.press('Control+Enter');
  await expect(area(page)).toBeHidden();
  await page.keyboard.press('p');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('h');
  await expect(chosen(page)).toHaveAccessibleName('Quote held back');
  await clean(page, 'quotes made ready');
});
