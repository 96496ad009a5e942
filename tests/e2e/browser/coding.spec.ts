import type { Locator, Page } from '@playwright/test';
import { messages } from './acts.ts';
import { expect, ready, test } from './fixtures.ts';

const transcript = (page: Page): Locator => page.getByRole('document', { name: /^Transcript of/ });
const margin = (page: Page): Locator => page.getByRole('region', { name: 'Codings in view' });
const search = (page: Page): Locator => page.getByRole('combobox', { name: 'Name a code, or choose one' });

/** Opens a transcript of the sample for coding. */
async function read(page: Page, printed = 'Interview CYP1 phase 1'): Promise<void> {
  await page.getByRole('button', { name: printed, exact: true }).click();
  await page.getByRole('button', { name: 'Read and code' }).click();
  await expect(transcript(page)).toHaveAccessibleName(`Transcript of ${printed}`);
}

/** The text node of the n-th turn's words, and how long its first line is at most. */
async function dragOver(page: Page, turn: number, from: number, to: number): Promise<string> {
  const places = await transcript(page).evaluate(
    (root, { index, start, end }) => {
      const row = root.querySelectorAll('[data-turn]')[index];
      const walker = document.createTreeWalker(row as Node, NodeFilter.SHOW_TEXT);
      let longest: Text | null = null;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!longest || (node.nodeValue ?? '').length > (longest.nodeValue ?? '').length) longest = node as Text;
      }
      row?.scrollIntoView({ block: 'center' });
      const at = (offset: number) => {
        const range = document.createRange();
        range.setStart(longest as Text, offset);
        range.setEnd(longest as Text, offset + 1);
        const box = range.getBoundingClientRect();
        return { x: box.left + 1, y: box.top + box.height / 2 };
      };
      return { first: at(start), last: at(end), words: (longest?.nodeValue ?? '').slice(start, end) };
    },
    { index: turn, start: from, end: to },
  );
  await page.mouse.move(places.first.x, places.first.y);
  await page.mouse.down();
  await page.mouse.move(places.last.x, places.last.y, { steps: 4 });
  await page.mouse.up();
  return places.words;
}

const codings = (page: Page): Locator => page.getByRole('contentinfo').getByText(/\d+ codings/);

test('words selected by mouse take an existing code and a new one; both are told apart; undo and redo', async ({
  page,
}) => {
  await read(page);
  await expect(codings(page)).toContainText('285 codings');
  await dragOver(page, 3, 0, 24);
  await page.keyboard.press('c');
  await search(page).fill('Police enc');
  await expect(page.getByRole('option').first()).toContainText('Police encounters');
  await page.keyboard.press('Enter');
  await expect(codings(page)).toContainText('286 codings');
  await expect(
    margin(page)
      .getByRole('button', { name: /Police encounters/ })
      .first(),
  ).toBeVisible();

  await dragOver(page, 3, 8, 30);
  await page.keyboard.press('c');
  await search(page).fill('Waiting to be asked');
  await expect(page.getByRole('option').last()).toContainText('New code “Waiting to be asked”');
  await page.keyboard.press('Enter');
  await expect(codings(page)).toContainText('41 codes, 287 codings');
  await expect(
    margin(page)
      .getByRole('button', { name: /Waiting to be asked/ })
      .first(),
  ).toBeVisible();
  await expect(
    margin(page)
      .getByRole('button', { name: /Police encounters/ })
      .first(),
  ).toBeVisible();

  await page.keyboard.press('Control+z');
  await expect(codings(page)).toContainText('286 codings');
  await expect(margin(page).getByRole('button', { name: /Waiting to be asked/ })).toHaveCount(0);
  await page.keyboard.press('Control+Shift+z');
  await expect(codings(page)).toContainText('287 codings');
  await page.reload();
  await ready(page);
  await expect(codings(page)).toContainText('41 codes, 287 codings');
  await expect(
    margin(page)
      .getByRole('button', { name: /Waiting to be asked/ })
      .first(),
  ).toBeVisible();
});

test('words selected by keyboard are coded, and the coding is removed', async ({ page }) => {
  await read(page, 'Staff Email');
  await transcript(page).focus();
  for (const _ of Array(4)) await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.press('Enter');
  await search(page).fill('By keyboard');
  await page.keyboard.press('Enter');
  await expect(codings(page)).toContainText('286 codings');
  const made = margin(page)
    .getByRole('button', { name: /By keyboard/ })
    .first();
  await made.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('x');
  await expect(codings(page)).toContainText('285 codings');
  await expect(margin(page).getByRole('button', { name: /By keyboard/ })).toHaveCount(0);
});

test('no key changes the words of a transcript', async ({ page }) => {
  await read(page, 'Staff Email');
  const before = await transcript(page).innerText();
  await transcript(page).focus();
  await page.keyboard.press('Control+a');
  for (const key of ['Backspace', 'Delete', 'Control+x', 'Control+v', 'z']) await page.keyboard.press(key);
  await page.keyboard.insertText('never');
  expect(await transcript(page).innerText()).toBe(before);
  await expect(messages(page)).toHaveCount(0);
});
