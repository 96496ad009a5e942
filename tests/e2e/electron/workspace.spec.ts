import { codeByKeys, codeMany, mendWords, seeTheMap, workOnThemes } from '../workspace.ts';
import { test } from './fixtures.ts';

test.use({ opening: '--sample' });

test('codings, autocode and mending in the window', async ({ desktop: { page } }) => {
  test.setTimeout(120_000);
  await mendWords(page);
  await codeMany(page);
  await codeByKeys(page);
});

test('themes and the map in the window', async ({ desktop: { page } }) => {
  await seeTheMap(page);
  await workOnThemes(page);
});
