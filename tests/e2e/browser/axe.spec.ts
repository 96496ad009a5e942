import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { transcripts } from '../sample.ts';
import { bring, goTo } from './acts.ts';
import { expect, ready, test } from './fixtures.ts';

/** In the dark and in high contrast the page is the same but for its colours, so only the rules on those are asked; high contrast has to have 7:1. */
const colourRules: Readonly<Record<string, readonly string[]>> = {
  dark: ['color-contrast', 'link-in-text-block'],
  contrast: ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'],
};

async function clean(page: Page, where: string): Promise<void> {
  const builder = new AxeBuilder({ page });
  const rules = test.info().titlePath.flatMap(title => colourRules[title] ?? []);
  const { violations } = await (rules.length === 0 ? builder : builder.withRules(rules)).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`);
  expect.soft(found, where).toEqual([]);
}

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
