import { bytesOf } from '../sample.ts';
import { goTo, messages } from './acts.ts';
import { expect, test } from './fixtures.ts';

test.beforeEach(({ page }) => goTo(page, 'Map'));

test('the map draws every theme and every outcome, and leads to a theme', async ({ page }) => {
  const map = page.getByRole('group', { name: /^Theme map of Kestrel Yard/ });
  await expect(map.getByRole('button')).toHaveCount(16 + 9);
  await expect(map.getByRole('button', { name: /^Outcome 7/ })).toContainText('no theme');
  const theme = map.getByRole('button', { name: /^Calmer, not cured/ });
  await theme.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/themes\//);
});

test('the picture is enlarged, made smaller and fitted', async ({ page }) => {
  const canvas = page.getByRole('group', { name: /^Theme map/ }).locator('> g');
  await page.getByRole('button', { name: 'Larger' }).click();
  await expect(canvas).toHaveAttribute('transform', /scale\(1\.25\)/);
  await page.getByRole('button', { name: 'Fit' }).click();
  await expect(canvas).toHaveAttribute('transform', /scale\(1\)/);
});

for (const [choice, ending] of [
  ['SVG, for a report or further drawing', 'svg'],
  ['PNG, at twice the size', 'png'],
] as const) {
  test(`saves a whole ${ending}`, async ({ page }) => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save picture' }).click();
    await page.getByRole('menuitem', { name: choice }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toMatch(new RegExp(`\\.${ending}$`));
    await expect(messages(page)).toContainText('Downloaded');
    const bytes = bytesOf(await saved.path());
    const drawn = await page.evaluate(
      async ({ data, type }) => {
        const image = new Image();
        image.src = `data:${type};base64,${data}`;
        await image.decode();
        return { width: image.naturalWidth, height: image.naturalHeight };
      },
      { data: bytes.toString('base64'), type: ending === 'svg' ? 'image/svg+xml' : 'image/png' },
    );
    expect(drawn.width).toBeGreaterThan(1300);
    expect(drawn.height).toBeGreaterThan(700);
    if (ending === 'svg') {
      const words = bytes.toString('utf8');
      for (const part of ['Calmer, not cured', 'Local areas and services', 'Cost savings'])
        expect(words).toContain(part);
      expect(words).not.toMatch(/<script|href=/);
    }
  });
}
