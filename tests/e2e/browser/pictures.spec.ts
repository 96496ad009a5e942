import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { programFolder } from '../../../electron/node/folders.ts';
import { transcripts } from '../sample.ts';
import { bring, goTo } from './acts.ts';
import { expect, ninefold, ready, test } from './fixtures.ts';

/** Makes docs/pictures: run on demand by `npm run pictures`, never to compare. */
test.skip(process.env.NINEFOLD_PICTURES === undefined, 'npm run pictures makes them');
test.use({ contextOptions: { reducedMotion: 'reduce' }, deviceScaleFactor: 1 });

/** Days, times and folders of the run, which would make every picture another: each place that shows one is given the same words. */
async function still(page: Page, what: string, words: string): Promise<void> {
  await page.locator(what).evaluateAll((elements, same) => {
    for (const element of elements) element.textContent = same;
  }, words);
}

for (const look of ['light', 'dark'] as const) {
  const picture = async (page: Page, name: string) => {
    await page.mouse.move(0, 0);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await expect(page.getByRole('progressbar')).toHaveCount(0);
    await page.screenshot({
      path: join(programFolder(), 'docs', 'pictures', `${name}-${look}.png`),
      animations: 'disabled',
      caret: 'hide',
    });
  };
  const wear = async (page: Page, opening: 'sample' | 'empty' | 'welcome') => {
    await page.evaluate(one => localStorage.setItem('ninefold.appearance', `${one} 17`), look);
    await page.reload();
    await ready(page, opening);
  };

  test.describe(look, () => {
    test('places of the sample', async ({ page }) => {
      await wear(page, 'sample');
      await page.getByRole('heading', { level: 1, name: 'Sources' }).waitFor();
      await still(
        page,
        'main section[aria-label="Chosen source"] p',
        'interview-CYP1.txt, imported 2 March 2026. 9,462 characters.',
      );
      await picture(page, 'sources');
      await page.getByRole('button', { name: 'Interview CYP1 phase 1', exact: true }).click();
      await page.getByRole('button', { name: 'Read and code' }).click();
      const margin = page.getByRole('region', { name: 'Codings in view' });
      await margin.getByRole('button').first().waitFor();
      await margin.getByRole('button').nth(3).waitFor();
      await picture(page, 'code');
      await goTo(page, 'Themes');
      await page.getByText('Calmer, not cured').first().waitFor();
      await picture(page, 'themes');
      await goTo(page, 'Map');
      await page.getByRole('group', { name: /^Theme map/ }).waitFor();
      await picture(page, 'map');
      await goTo(page, 'Quotes');
      await page.getByText(/^Export 285 quotes/).waitFor();
      await picture(page, 'quotes');
      await goTo(page, 'History');
      await page.getByRole('region', { name: 'Acts' }).waitFor();
      await still(page, 'main time', '10:42');
      await still(page, 'main section h2', 'Monday, 2 March 2026');
      await picture(page, 'history');
    });

    test.describe('an import', () => {
      test.use({ opening: 'empty' });
      test('preview', async ({ page }) => {
        await wear(page, 'empty');
        await bring(page, transcripts);
        await page.getByText('13 files, nothing stored yet').waitFor();
        await page.getByRole('button', { name: 'parent-carer-FG-phase-2.srt', exact: true }).click();
        await picture(page, 'import');
      });
    });

    test.describe('the start', () => {
      test.use({ opening: 'welcome' });
      test('welcome', async ({ page, place }) => {
        for (const title of ['Harbour Lights, year one', 'Hearing from carers who never came', 'Night bus pilot']) {
          ninefold(place, 'new', `${title}.ninefold`, '--title', title, '--coder', 'Ada');
          await page.keyboard.press('Control+o');
          await page.getByLabel('Or the study’s full path').fill(join(place.studies, `${title}.ninefold`));
          await page.keyboard.press('Enter');
          await ready(page);
          await page.getByRole('button', { name: title }).click();
          await page.getByRole('menuitem', { name: 'Close the study' }).click();
          await ready(page, 'welcome');
        }
        await wear(page, 'welcome');
        await page.locator('main [title$=".ninefold"]').evaluateAll(paths => {
          for (const path of paths)
            path.textContent = `Documents, Evaluations, ${path.textContent?.split(', ').slice(2).join(', ')}`;
        });
        await still(page, 'main li button > :nth-child(2)', 'Today, 10:42');
        await picture(page, 'welcome');
      });
    });
  });
}
