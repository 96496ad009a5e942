import type { Page } from '@playwright/test';
import { transcripts } from '../sample.ts';
import { bring, goTo } from './acts.ts';
import { clean } from './faults.ts';
import { ready, test } from './fixtures.ts';

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

for (const look of ['light', 'dark', 'contrast'] as const) {
  test.describe(look, () => {
    test.setTimeout(120_000);
    test.beforeEach(async ({ page }) => {
      await page.evaluate(one => localStorage.setItem('ninefold.appearance', `${one} 17`), look);
      await page.reload();
      await ready(page, test.info().title.startsWith('welcome') ? 'welcome' : 'sample');
    });

    test.describe('before a study is open', () => {
      test.use({ opening: 'welcome' });
      test('welcome and its dialogs', async ({ page }) => {
        await clean(page, 'welcome');
        await page.keyboard.press('Alt+n');
        await page.getByText(/^Outcomes: /).click();
        await page.getByText(/^Passphrase: /).click();
        await clean(page, 'new study');
        await page.keyboard.press('Escape');
        await page.keyboard.press('Control+o');
        await page.getByText('There is no study in this folder.').waitFor();
        await clean(page, 'open study');
      });
    });

    test('places of a full study', async ({ page }) => {
      for (const place of await placesOf(page)) {
        await goTo(page, place);
        await settled(page, place);
        await clean(page, place);
      }
      for (const key of ['Control+k', 'Control+,', '?']) {
        await page.keyboard.press(key);
        await page.getByRole('dialog').waitFor();
        await clean(page, key);
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      }
    });

    test('the workspace in all its states', async ({ page }) => {
      await page.getByRole('button', { name: 'Interview CYP1 phase 1', exact: true }).click();
      await page.getByRole('button', { name: 'Read and code' }).click();
      const transcript = page.getByRole('document', { name: 'Transcript of Interview CYP1 phase 1' });
      await page.getByRole('region', { name: 'Codings in view' }).getByRole('button').first().waitFor();
      await page.keyboard.press(']');
      await page.keyboard.press('s');
      await page.keyboard.press('c');
      await page.getByRole('combobox', { name: 'Name a code, or choose one' }).waitFor();
      await clean(page, 'palette of codes');
      await page.keyboard.press('Escape');
      await page.keyboard.press('j');
      await page.getByRole('region', { name: 'Chosen extract' }).waitFor();
      await clean(page, 'chosen coding');
      await page.keyboard.press('m');
      await page.getByRole('textbox', { name: 'Words of the memo' }).waitFor();
      await clean(page, 'memo');
      await page.getByRole('button', { name: 'Done' }).click();
      await page.keyboard.press('F2');
      await page.getByRole('dialog', { name: 'Edit code' }).waitFor();
      await clean(page, 'code');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Alt+r');
      await page.getByRole('button', { name: 'Mark as read' }).waitFor();
      await clean(page, 'reading');
      await page.keyboard.press('Alt+r');
      await page.keyboard.press('Alt+a');
      await page.getByRole('textbox', { name: 'Words to find' }).fill('mentor');
      await page.keyboard.press('Enter');
      await page.getByText(/19 stretches of 19 ticked/).waitFor();
      await clean(page, 'autocode');
      await page.getByRole('button', { name: 'Back to the transcript' }).click();
      await transcript.waitFor();
      await page.keyboard.press('Alt+m');
      await page.getByRole('textbox', { name: 'Words of Interview CYP1 phase 1' }).waitFor();
      await clean(page, 'mending');
      await page.getByRole('button', { name: 'Back', exact: true }).click();
      const first = page.getByRole('treegrid', { name: 'Codes' }).getByRole('row').first();
      await first.hover();
      await first.getByRole('button', { name: /^Acts on/ }).click();
      await page.getByRole('menuitem', { name: 'All its extracts' }).click();
      await page.getByRole('grid', { name: 'Extracts' }).getByRole('row').nth(1).waitFor();
      await clean(page, 'extracts of a code');
      await page.keyboard.press('Control+1');
      await page.getByRole('button', { name: 'People' }).click();
      await page.getByRole('textbox', { name: 'Label' }).first().waitFor();
      await clean(page, 'people');
    });

    test.describe('with an empty study', () => {
      test.use({ opening: 'empty' });
      test('places of an empty study, and the import', async ({ page }) => {
        for (const place of await placesOf(page)) {
          await goTo(page, place);
          await settled(page, place);
          await clean(page, `empty ${place}`);
        }
        await page.keyboard.press('Control+i');
        await heading(page, 'Import');
        await clean(page, 'empty import');
        await bring(page, transcripts.slice(0, 6));
        await page.getByText('6 files, nothing stored yet').waitFor();
        await clean(page, 'import');
      });
    });
  });
}

/** All places of the rail, by name. */
const placesOf = (page: Page) => page.getByRole('navigation', { name: 'Places' }).getByRole('link').allInnerTexts();

/** A place is there when it is the current one and nothing of it is still being fetched. */
async function settled(page: Page, place: string): Promise<void> {
  await page.getByRole('link', { name: place, exact: true }).and(page.locator('[aria-current="page"]')).waitFor();
  await page.getByText(`Opening ${place} …`).waitFor({ state: 'detached' });
  await page.getByRole('main').getByRole('heading').first().waitFor();
}
