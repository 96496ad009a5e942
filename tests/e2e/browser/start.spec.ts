import { expect, test } from './fixtures.ts';

test.describe('with nothing open', () => {
  test.use({ opening: 'welcome' });
  test('begins at the welcome screen', async ({ page }) => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ninefold');
    await expect(page.getByRole('button', { name: 'Open the sample' })).toBeVisible();
  });
});

test.describe('with a study', () => {
  test.use({ opening: 'empty' });
  test('begins in that study', async ({ page }) => {
    await expect(page).toHaveTitle('Harbour study – Ninefold');
  });
});

test('serves the sample, and forgets the token in the address', async ({ page, served }) => {
  await expect(page).toHaveTitle(/Kestrel Yard/);
  expect(page.url()).not.toContain('token');
  expect(new URL(page.url()).origin).toBe(served.origin);
});
