import { messages, runByName } from './acts.ts';
import { expect, ready, test } from './fixtures.ts';

test('the look and the reading size are kept, also at the next start', async ({ page, serve }) => {
  const root = page.locator('html');
  await page.keyboard.press('Control+,');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('radio', { name: 'Dark' }).click();
  await expect(root).toHaveClass(/dark/);
  await settings.getByRole('radio', { name: '21 px' }).click();
  await settings.getByRole('button', { name: 'Done' }).click();
  const size = () => root.evaluate(element => getComputedStyle(element).getPropertyValue('--t-read').trim());
  expect(await size()).toBe('21px');
  await page.reload();
  await ready(page);
  await expect(root).toHaveClass(/dark/);
  const again = await serve('--port', '0');
  await page.goto(again.url);
  await ready(page, 'welcome');
  await expect(root).toHaveClass(/dark/);
  expect(await size()).toBe('21px');
});

test('the command palette finds an act by a few letters and runs it', async ({ page }) => {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Command' }).fill('go histry');
  await expect(page.getByRole('option').first()).toContainText('Go to History');
  await expect(page.getByRole('option').first()).toContainText(/Alt H/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'History' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Command' }).fill('zzzz');
  await expect(page.getByText('No command of that name.')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the question mark shows the keys, also while a message shows', async ({ page }) => {
  await runByName(page, 'Rename the study');
  await page.getByRole('dialog').getByLabel('Title').fill('Renamed');
  await page.keyboard.press('Enter');
  await expect(messages(page)).toBeVisible();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet).toContainText('Go to Themes');
  await expect(sheet).toContainText('Ctrl 4');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+5');
  await expect(page.getByRole('heading', { level: 1, name: 'Map' })).toBeVisible();
});

test('two windows on one study both follow a change; closing it brings both back', async ({
  page,
  served,
  context,
}) => {
  const other = await context.newPage();
  await other.goto(`${served.origin}/#/history`);
  await ready(other);
  await runByName(page, 'Rename the study');
  await page.getByRole('dialog').getByLabel('Title').fill('Seen by both');
  await page.keyboard.press('Enter');
  for (const window of [page, other]) await expect(window).toHaveTitle('Seen by both – Ninefold');
  await expect(other.getByRole('region', { name: 'Acts' }).getByRole('listitem').first()).toContainText('Seen by both');
  await other.keyboard.press('Control+z');
  for (const window of [page, other]) await expect(window).toHaveTitle(/Kestrel Yard/);
  await runByName(page, 'Close the study');
  for (const window of [page, other]) await ready(window, 'welcome');
});

test.describe('when the app has gone', () => {
  test.use({ expectedProblems: /net::ERR_|Failed to fetch/ });
  test('a command says that it was not saved and what to do', async ({ page, served }) => {
    await runByName(page, 'Rename the study');
    await served.stop('SIGKILL');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Title').fill('Too late');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('alert')).toContainText('Ninefold does not answer');
    await expect(page.getByText('The last change was not saved')).toBeVisible();
  });
});
