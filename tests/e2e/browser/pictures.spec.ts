import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { programFolder } from '../../../electron/node/folders.ts';
import { sampleFile, transcripts } from '../sample.ts';
import { bring, goTo } from './acts.ts';
import { expect, ninefold, ready, test } from './fixtures.ts';

/** Makes docs/pictures: run on demand by `npm run pictures`, never to compare. */
test.skip(process.env.NINEFOLD_PICTURES === undefined, 'npm run pictures makes them');
test.use({ contextOptions: { reducedMotion: 'reduce' }, deviceScaleFactor: 1 });

const codes = [
  'Wary of what it’s for',
  'Sent out of lessons',
  'Being what they say you are',
  'Something you finished',
  'Coming back after a no',
  'Trust held in one person',
  'When the mentor left',
  'Walking away once',
  'Calmer at home',
  'Money the house hasn’t got',
  'Carrying to feel safe',
  'A face to keep up',
  'It follows you on the phone',
  'Parents on trial',
  'Talking side by side',
  'Answering out of hours',
];

/** A table of that many extracts spread over a transcript: stretches of speech of several lengths, which overlap where there are many. */
function extractsOf(file: string, count: number): string {
  const turns = readFileSync(file, 'utf8')
    .split(/\n+/)
    .filter(line => line.startsWith('CYP1:'))
    .map(line => line.slice(5).trim().split(' '))
    .filter(words => words.length > 8);
  const rows = Array.from({ length: count }, (_, n) => {
    const words = turns[n % turns.length] ?? [];
    const from = (n * 7) % Math.max(1, words.length - 6);
    const extract = words.slice(from, from + 5 + ((n * 5) % 24)).join(' ');
    return `E${n},interview-CYP1,CYP1,"${extract.replaceAll('"', '""')}","${codes[(n * 3 + Math.floor(n / 16)) % codes.length]}"`;
  });
  return `id,source,speaker,extract,code\n${rows.join('\n')}\n`;
}

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
        'interview-CYP1.txt, imported 2 March 2026. 15,546 characters.',
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
      for (const view of ['Map', 'Grid'] as const) {
        await page.getByRole('main').getByText(view, { exact: true }).last().click();
        await expect(
          page.getByRole('main').locator('svg').filter({ hasText: 'Calmer, not cured' }).first(),
        ).toBeVisible();
        await picture(page, `map-${view.toLowerCase()}`);
      }
      await goTo(page, 'Explore');
      await page.getByRole('tab', { name: 'Matrix' }).click();
      await page.getByText('Asked and then nothing back').first().waitFor();
      await picture(page, 'matrix');
      await goTo(page, 'Themes');
      await page.getByText('Calmer, not cured').first().click();
      await page.getByRole('tab', { name: 'Narrative' }).waitFor();
      await picture(page, 'theme');
      await goTo(page, 'Quotes');
      await page.getByText(/^Export 305 quotes/).waitFor();
      await picture(page, 'quotes');
      await goTo(page, 'Report');
      await page.getByRole('heading', { name: 'Findings draft' }).waitFor();
      await page
        .getByRole('navigation', { name: 'Outline of the report' })
        .getByRole('link', { name: /^Calmer, not cured/ })
        .first()
        .click();
      await picture(page, 'report');
      await goTo(page, 'Names');
      await page.getByRole('list', { name: 'Suggestions' }).getByRole('listitem').first().waitFor();
      await page
        .getByRole('list', { name: 'Suggestions' })
        .locator('[data-row]')
        .filter({ hasText: 'Kayleigh' })
        .first()
        .click();
      await page.getByRole('region', { name: 'Places found' }).waitFor();
      await page.getByLabel('Label', { exact: true }).fill('sister');
      await page.getByLabel('Label', { exact: true }).blur();
      await still(page, 'main section[aria-label="Key"] p span', 'Kestrel Yard (sample).ninefold-key');
      await picture(page, 'names');
      await goTo(page, 'History');
      await page.getByRole('region', { name: 'Acts' }).waitFor();
      await still(page, 'main time', '10:42');
      await still(page, 'main section h2', 'Monday, 2 March 2026');
      await picture(page, 'history');
    });

    test.describe('a transcript', () => {
      test.use({ opening: 'welcome' });
      for (const codings of [0, 40, 800]) {
        test(`with ${codings} codings`, async ({ page, place }) => {
          const study = `with-${codings}.ninefold`;
          ninefold(place, 'new', study, '--title', 'Harbour Lights, year one', '--coder', 'Ada');
          ninefold(place, 'import', study, sampleFile('interview-CYP1.txt'));
          if (codings > 0) {
            writeFileSync(join(place.studies, 'extracts.csv'), extractsOf(sampleFile('interview-CYP1.txt'), codings));
            ninefold(place, 'code-extracts', study, join(place.studies, 'extracts.csv'));
          }
          await wear(page, 'welcome');
          await page.keyboard.press('Control+o');
          await page.getByLabel('Or the study’s full path').fill(join(place.studies, study));
          await page.keyboard.press('Enter');
          await ready(page);
          await goTo(page, 'Code');
          await page.getByText('Right. [pause]').first().waitFor();
          if (codings > 0)
            await page.getByRole('region', { name: 'Codings in view' }).getByRole('button').nth(3).waitFor();
          await picture(page, `code-${codings}`);
        });
      }
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
