import { expect, type Locator, type Page } from '@playwright/test';
import { takeBack } from './takeBack.ts';

/** The same acts for the browser and for the desktop's window: each begins in the sample and uses the keyboard alone, but where a row or a button is pressed. */

const transcript = (page: Page): Locator => page.getByRole('document', { name: /^Transcript of/ });
const extract = (page: Page): Locator => page.getByRole('region', { name: 'Chosen extract' }).locator('blockquote');
const status = (page: Page): Locator => page.getByRole('contentinfo');
const palette = (page: Page): Locator => page.getByRole('combobox', { name: 'Name a code, or choose one' });

async function read(page: Page, printed: string): Promise<void> {
  await page.keyboard.press('Control+1');
  await page.getByRole('button', { name: printed, exact: true }).click();
  await page.getByRole('button', { name: 'Read and code' }).click();
  await expect(transcript(page)).toHaveAccessibleName(`Transcript of ${printed}`);
}

/** Every act on codings: select by sentence and word, code, repeat, in vivo, choose, lengthen, shorten, recode, take off, undo. */
export async function codeByKeys(page: Page): Promise<void> {
  await read(page, 'Interview CYP1 phase 1');
  await expect(status(page)).toContainText('305 codings');
  await page.keyboard.press(']');
  await page.keyboard.press(']');
  await page.keyboard.press('s');
  await expect(status(page)).toContainText('Turn 2 of 100');
  await page.keyboard.press('s');
  await page.keyboard.press('c');
  await palette(page).fill('Police enc');
  await page.keyboard.press('Enter');
  await expect(palette(page)).toHaveCount(0);
  await expect(status(page)).toContainText('306 codings');
  await page.keyboard.press('Shift+W');
  await page.keyboard.press('r');
  await expect(status(page)).toContainText('307 codings');
  await page.keyboard.press('v');
  await expect(status(page)).toContainText('41 codes, 308 codings');
  await takeBack(page);
  await expect(status(page)).toContainText('40 codes, 307 codings');

  await page.keyboard.press('[');
  await page.keyboard.press('j');
  const before = await extract(page).innerText();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(extract(page)).not.toHaveText(before);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(extract(page)).toHaveText(before);
  await page.keyboard.press('e');
  await page.getByRole('combobox').fill('Weed as');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Chosen extract' })).toContainText('Weed as ordinary');
  await page.keyboard.press('x');
  await expect(status(page)).toContainText('306 codings');
  await takeBack(page);
  await expect(status(page)).toContainText('307 codings');
}

/** Autocode with a look at every hit, all extracts of a code, and a memo on the words. */
export async function codeMany(page: Page): Promise<void> {
  await read(page, 'Interview CYP1 phase 1');
  await page.keyboard.press('Alt+a');
  await page.getByRole('textbox', { name: 'Words to find' }).fill('mentor');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: /19 stretches of 19 ticked/ })).toBeVisible();
  await page.getByRole('button', { name: 'Code 19 stretches' }).click();
  await page.getByRole('option', { name: 'New code “mentor”' }).click();
  await expect(status(page)).toContainText('41 codes, 324 codings');
  await takeBack(page);
  await expect(status(page)).toContainText('40 codes, 305 codings');
  await page.getByRole('button', { name: 'Back to the transcript' }).click();

  await page.keyboard.press(']');
  await page.keyboard.press('s');
  await page.keyboard.press('m');
  await page.getByRole('textbox', { name: 'Words of the memo' }).fill('Compare with the second interview.');
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('link', { name: 'Memos' }).click();
  await expect(page.getByRole('region', { name: 'Extracts' })).toContainText('Compare with the second interview.');
}

/** An error of transcription is mended: the coding on it stays on its words and is listed to look at again. */
export async function mendWords(page: Page): Promise<void> {
  await read(page, 'Interview CYP1 phase 1');
  await page.keyboard.press('Alt+m');
  const words = page.getByRole('textbox', { name: 'Words of Interview CYP1 phase 1' });
  await expect(words).toBeFocused();
  await words.getByText(/Cos they said that/).click();
  await page.keyboard.type('ZZZ');
  await expect(words).toContainText('ZZZ');
  await page.keyboard.press('Control+s');
  await expect(transcript(page)).toContainText('ZZZ');
  await expect(page.getByRole('region', { name: 'Codings to look at again' })).toContainText('1 coding');
  await takeBack(page);
  await expect(transcript(page)).not.toContainText('ZZZ');
}

/** The board: a theme is made, filled, placed under an outcome, discarded, and all of it undone. */
export async function workOnThemes(page: Page): Promise<void> {
  await page.keyboard.press('Control+4');
  await page.getByRole('button', { name: 'New theme' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Counting the wrong things');
  await page.keyboard.press('Enter');
  await expect(status(page)).toContainText('17 themes');
  await takeBack(page);
  await expect(status(page)).toContainText('16 themes');
  await page.keyboard.press('Control+y');
  await expect(status(page)).toContainText('17 themes');
}

/** The map: its three views, and the picture in words for those who can't see it. */
export async function seeTheMap(page: Page): Promise<void> {
  await page.keyboard.press('Control+5');
  const title = page.getByRole('heading', { level: 1, name: 'Map' });
  await expect(title).toBeVisible();
  for (const view of ['Map', 'Flow', 'Grid']) {
    await page
      .getByRole('radio', { name: view, exact: true })
      .or(page.getByRole('button', { name: view, exact: true }))
      .click();
    await expect(page.getByRole('main').locator('svg').filter({ hasText: 'Goodbyes' }).first()).toBeVisible();
  }
}
