import { expect, type Page } from '@playwright/test';

/** Undoes by the key, once no dialog is open: the page behind one may show already what was done while the key would still go to a field in it. */
export async function takeBack(page: Page): Promise<void> {
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+z');
}
