import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Place } from '../place.ts';
import { goTo } from './acts.ts';
import { clean } from './faults.ts';
import { expect, ninefold, ready, test } from './fixtures.ts';

const sentence = 'The mentor walked down to the boats with her, and the mentor listened, and the mentor came back. ';
const files = 12;
const turns = 600;

/** A study in which one name stands in every source, before 21,600 codings that move when it is replaced. */
async function openBigStudy(page: Page, place: Place): Promise<void> {
  const transcripts = Array.from({ length: files }, (_, file) => {
    const path = join(place.studies, `interview-${file + 1}.txt`);
    const turn = `CYP${file + 1}: ${sentence}\n\n`;
    writeFileSync(path, `CYP${file + 1}: Kezia came.\n\n${turn.repeat(turns)}`);
    return path;
  });
  ninefold(place, 'new', 'harbour.ninefold', '--title', 'Harbour study', '--coder', 'Ada');
  ninefold(place, 'import', 'harbour.ninefold', ...transcripts);
  await page.keyboard.press('Control+o');
  await page.getByLabel('Or the study’s full path').fill(join(place.studies, 'harbour.ninefold'));
  await page.keyboard.press('Enter');
  await ready(page);
  await page.evaluate(async () => {
    const study = sessionStorage.getItem('ninefold.study');
    const call = async (name: string, input: object) => {
      const body = JSON.stringify({ study, ...input });
      const headers = { 'content-type': 'application/json' };
      const answer = await (await fetch(`/api/${name}`, { method: 'POST', headers, body })).json();
      if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`);
      return answer.value;
    };
    const code = await call('code.create', { name: 'Mentor', parent: null });
    for (const { id: source } of await call('source.list', {})) {
      const { text } = await call('source.get', { source });
      const spans = [...text.matchAll(/the mentor \w+/gi)].map(({ index, 0: words }) => ({
        source,
        start: index,
        end: index + words.length,
      }));
      await call('coding.applyMany', { spans, codes: [code.id] });
    }
  });
}

const working = (page: Page) => page.getByRole('alertdialog', { name: /…$/ });

/** Presses Stop as soon as it is there: on a quick machine a hand may be too late for it. */
const stopWhenAsked = (page: Page) =>
  page.evaluate(() => {
    new MutationObserver((_changes, watch) => {
      const buttons = document.querySelectorAll<HTMLElement>('[role="alertdialog"] button');
      const stop = [...buttons].find(button => button.textContent === 'Stop');
      if (!stop) return;
      watch.disconnect();
      stop.click();
    }).observe(document.body, { childList: true, subtree: true });
  });

test.use({ opening: 'welcome' });

test('replacing in a large study says how far it is, is stopped without a trace, and is done', async ({
  page,
  place,
}) => {
  test.setTimeout(180_000);
  await openBigStudy(page, place);
  await goTo(page, 'Names');
  await page.getByRole('list', { name: 'Suggestions' }).getByRole('listitem').first().waitFor();
  await page.keyboard.press('n');
  await page.keyboard.type('Kezia');
  await page.keyboard.press('Enter');
  await page.getByLabel('Label', { exact: true }).fill('young person');
  const replace = page.getByRole('region', { name: 'Replace', exact: true }).getByRole('button', { name: /^Replace/ });
  await replace.click();
  await page.getByRole('dialog').getByLabel('Passphrase', { exact: true }).fill('quiet harbour wall');
  await page.getByRole('dialog').getByLabel('The same again').fill('quiet harbour wall');
  await stopWhenAsked(page);
  await page.getByRole('button', { name: 'Make the key and replace' }).click();
  await expect(page.getByRole('region', { name: 'Replace', exact: true })).toContainText('Nothing was changed', {
    timeout: 30_000,
  });

  // The answer is held back until the dialog has been looked at.
  const looked = Promise.withResolvers<void>();
  await page.route('**/api/replacement.apply', async route => {
    const answer = await route.fetch({ timeout: 90_000 });
    await looked.promise;
    await route.fulfill({ response: answer });
  });
  await replace.click();
  await expect(working(page)).toContainText('It is saved.', { timeout: 30_000 });
  await clean(page, 'the dialog', '[role="alertdialog"]');
  looked.resolve();
  await expect(page.getByText(/Replaced 12 places in 12 sources/).first()).toBeVisible({ timeout: 90_000 });

  await stopWhenAsked(page);
  await page.keyboard.press('Control+z');
  await expect(page.getByText(/stopped before it was done/).first()).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('contentinfo')).toContainText('Undo: Replaced 12 places');
});
