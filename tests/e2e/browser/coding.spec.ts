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
  await expect(codings(page)).toContainText('305 codings');
  await dragOver(page, 3, 0, 24);
  await page.keyboard.press('c');
  await search(page).fill('Police enc');
  await expect(page.getByRole('option').first()).toContainText('Police encounters');
  await page.keyboard.press('Enter');
  await expect(codings(page)).toContainText('306 codings');
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
  await expect(codings(page)).toContainText('41 codes, 307 codings');
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
  await expect(codings(page)).toContainText('306 codings');
  await expect(margin(page).getByRole('button', { name: /Waiting to be asked/ })).toHaveCount(0);
  await page.keyboard.press('Control+Shift+z');
  await expect(codings(page)).toContainText('307 codings');
  await page.reload();
  await ready(page);
  await expect(codings(page)).toContainText('41 codes, 307 codings');
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
  await expect(codings(page)).toContainText('306 codings');
  const made = margin(page)
    .getByRole('button', { name: /By keyboard/ })
    .first();
  await made.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('x');
  await expect(codings(page)).toContainText('305 codings');
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

test.describe('dragging', () => {
  // By keyboard a code is put on selected words by Enter in the codebook, so the drag needs no second way to drop.
  test.use({ expectedProblems: /useDrag hook may only be dropped/ });

  test('selected words are dragged on to a code, and a code on to selected words', async ({ page }) => {
    await read(page);
    await dragOver(page, 3, 8, 30);
    const row = page.getByRole('treegrid', { name: 'Codes' }).getByRole('row', { name: 'Police encounters' });
    await row.scrollIntoViewIfNeeded();
    const from = await middleOfSelection(page);
    const to = await row.boundingBox();
    if (!to) throw new Error('The code is not in view.');
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x + 60, to.y + 12, { steps: 12 });
    await page.mouse.up();
    await expect(codings(page)).toContainText('306 codings');

    const second = page.getByRole('treegrid', { name: 'Codes' }).getByRole('row', { name: 'Weed as ordinary' });
    const start = await second.boundingBox();
    if (!start) throw new Error('The code is not in view.');
    const back = await middleOfSelection(page);
    await page.mouse.move(start.x + 60, start.y + 12);
    await page.mouse.down();
    await page.mouse.move(back.x, back.y, { steps: 12 });
    await page.mouse.up();
    await expect(codings(page)).toContainText('307 codings');
  });
});

/** A point inside the words that are selected. */
const middleOfSelection = (page: Page): Promise<{ readonly x: number; readonly y: number }> =>
  page.evaluate(() => {
    const box = getSelection()?.getRangeAt(0).getClientRects()[0];
    if (!box) throw new Error('Nothing is selected.');
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  });
