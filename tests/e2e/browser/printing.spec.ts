import type { Page } from '@playwright/test';
import { goTo, messages } from './acts.ts';
import { expect, test } from './fixtures.ts';

/** Chooses every quote of the sample for its report, so that the findings are long. */
const chooseAll = (page: Page) =>
  page.evaluate(async () => {
    const study = sessionStorage.getItem('ninefold.study');
    const call = async (name: string, input: object) => {
      const body = JSON.stringify({ study, ...input });
      const headers = { 'content-type': 'application/json' };
      const answer = await (await fetch(`/api/${name}`, { method: 'POST', headers, body })).json();
      if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`);
      return answer.value;
    };
    type Chapters = readonly {
      readonly sections: readonly { readonly quotes: readonly { readonly key: string }[] }[];
    }[];
    const chapters: Chapters = await call('quote.chapters', { filter: {} });
    const keys = chapters.flatMap(one => one.sections.flatMap(section => section.quotes.map(quote => quote.key)));
    await call('quote.prepare', { extracts: [...new Set(keys)], state: 'chosen' });
  });

test('a long document says that it is written, is stopped without a file, and is written the next time', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await chooseAll(page);
  await goTo(page, 'Report');
  await page.getByRole('article', { name: 'Findings as they will be printed' }).waitFor();
  const onward = page.getByRole('dialog', { name: 'Before this is exported' }).getByRole('button', { name: /^Export/ });
  const saved: string[] = [];
  page.on('download', file => saved.push(file.suggestedFilename()));
  await page.keyboard.press('Control+e');
  await onward.click();
  const writing = page.getByRole('alertdialog', { name: 'Writing the findings …' });
  await writing.getByRole('button', { name: 'Stop' }).click();
  await expect(messages(page)).toContainText('This was stopped before it was done');
  await expect(writing).toHaveCount(0);
  expect(saved).toEqual([]);

  const file = page.waitForEvent('download');
  await page.keyboard.press('Control+e');
  await onward.click();
  expect((await file).suggestedFilename()).toMatch(/ - findings\.docx$/);
});
