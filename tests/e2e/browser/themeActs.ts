import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures.ts';

export const column = (page: Page, status: string) => page.getByRole('grid', { name: `${status} themes`, exact: true });
export const cardIn = (page: Page, status: string, name: string) => column(page, status).getByRole('row', { name });
export const code = (page: Page, name: string) =>
  page.getByRole('listbox', { name: /^(?:Unsorted|All) codes$/ }).getByRole('option', { name });
export const outcome = (page: Page, name: string) =>
  page.getByRole('listbox', { name: 'Outcomes', exact: true }).getByRole('option', { name });
export const codesOfTheme = (page: Page) => page.getByRole('grid', { name: 'Codes of the theme' }).getByRole('row');
export const outcomesOfTheme = (page: Page) =>
  page.getByRole('grid', { name: 'Outcomes in order of weight' }).getByRole('row');
/** The newest message's undo. */
export const undo = (page: Page) =>
  page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).first();

export const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });

/** Answers the dialog that asks for a reason. */
export async function giveReason(page: Page, title: string | RegExp, reason: string): Promise<void> {
  const field = dialog(page, title).getByLabel('Reason');
  await field.fill(reason);
  await field.press('Enter');
  await expect(dialog(page, title)).toHaveCount(0);
}

export async function openThemes(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Themes', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Theme board' })).toBeVisible();
}

export async function makeTheme(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'New theme', exact: true }).click();
  await page.getByRole('dialog').getByLabel('Name').fill(name);
  await page.keyboard.press('Enter');
  await expect(cardIn(page, 'Candidate', name)).toBeFocused();
}

/** Drags by mouse, as a hand does: it begins only after some way, and the pointer rests on the target before it lets go. `at` is in pixels from the target's top left; its middle unless told. */
export async function drag(page: Page, from: Locator, to: Locator, at?: { readonly x: number; readonly y: number }) {
  await from.scrollIntoViewIfNeeded();
  await from.hover({ position: { x: 24, y: 12 } });
  const box = await to.boundingBox();
  if (!box) throw new Error('There is nothing to drop on.');
  const { x, y } = at ?? { x: box.width / 2, y: box.height / 2 };
  await page.mouse.down();
  await page.mouse.move(box.x + x, box.y + y, { steps: 8 });
  await page.mouse.move(box.x + x + 1, box.y + y + 1);
  await expect(page.locator('[data-drop-target]').first()).toBeAttached();
  await page.mouse.up();
}

/** Whether the keys go to it. */
export const hasFocus = (one: Locator): Promise<boolean> => one.evaluate(element => element === document.activeElement);
