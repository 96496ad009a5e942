import { expect, test } from './fixtures.ts';

test('opens a window with the welcome screen', async ({ desktop: { app, page } }) => {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ninefold');
  await expect(page.getByRole('button', { name: 'Open the sample' })).toBeVisible();
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map(one => one.isVisible()))).toEqual([
    true,
  ]);
});

test('opens the sample when asked at the start', async ({ launch }) => {
  const { page } = await launch('--sample');
  await expect(page).toHaveTitle(/Kestrel Yard/);
});
