import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { bytesOf } from '../sample.ts';
import { goTo, messages } from './acts.ts';
import { clean } from './faults.ts';
import { expect, ready, test } from './fixtures.ts';

test.beforeEach(({ page }) => goTo(page, 'Map'));

const picture = (page: Page) => page.getByRole('group', { name: /^Theme map of Kestrel Yard/ });
const said = { Map: /themes and their relations$/, Flow: /codes, themes and outcomes$/, Grid: /by group and phase$/ };
/** Goes to a view, and waits until it is the one that is drawn. */
async function view(page: Page, name: keyof typeof said): Promise<void> {
  await page.getByRole('radio', { name, exact: true }).click();
  await expect(page.getByRole('group', { name: said[name] })).toBeVisible();
}
const themeOf = (page: Page, name: RegExp) => picture(page).getByRole('button', { name });

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

test('the map and the grid show the same themes; the view is in the address', async ({ page }) => {
  await view(page, 'Map');
  await expect(page).toHaveURL(/#\/map\/map$/);
  await expect(picture(page).getByRole('button')).toHaveCount(16);
  await expect(picture(page)).toContainText('Cost savings (no theme)');
  await page.keyboard.press('3');
  await expect(page).toHaveURL(/#\/map\/grid$/);
  await expect(picture(page).getByRole('button')).toHaveCount(16);
  await expect(themeOf(page, /^Calmer, not cured/)).toHaveAccessibleName(/CYP.*: \d+ extracts? from \d+ of \d+/);
});

test('no name in the map lies over another, at any usual size of window', async ({ page }) => {
  await view(page, 'Map');
  for (const size of [
    { width: 1024, height: 768 },
    { width: 1280, height: 800 },
  ]) {
    await page.setViewportSize(size);
    await expect
      .poll(() => picture(page).evaluate(svg => Math.round(svg.getBoundingClientRect().width)))
      .toBe(size.width - 68);
    const over = await picture(page).evaluate(svg => {
      const boxes = [...svg.querySelectorAll('text')].map(text => ({
        words: text.textContent,
        box: text.getBoundingClientRect(),
      }));
      return boxes.flatMap((a, index) =>
        boxes
          .slice(index + 1)
          .filter(
            b =>
              a.box.left + 1 < b.box.right &&
              b.box.left + 1 < a.box.right &&
              a.box.top + 4 < b.box.bottom - 4 &&
              b.box.top + 4 < a.box.bottom - 4,
          )
          .map(b => `${a.words} / ${b.words}`),
      );
    });
    expect(over).toEqual([]);
  }
});

test('a theme is moved by the arrows and by the mouse, stays there, and goes back by undo', async ({ page }) => {
  await view(page, 'Map');
  const theme = themeOf(page, /^Somebody who gets asked/);
  const at = async () => {
    const box = await theme.boundingBox();
    return { x: box?.x ?? 0, y: box?.y ?? 0 };
  };
  const first = await at();
  await theme.focus();
  await page.keyboard.press('Shift+ArrowUp');
  await expect(page.getByRole('button', { name: /^Undo: Moved “Somebody who gets asked/ })).toBeVisible();
  const second = await at();
  expect(second.y).toBeLessThan(first.y - 10);
  await page.mouse.move(second.x + 20, second.y + 20);
  await page.mouse.down();
  await page.mouse.move(second.x + 60, second.y + 60, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await at()).x).toBeGreaterThan(second.x + 20);
  await page.reload();
  await expect.poll(async () => (await at()).x).toBeGreaterThan(second.x + 20);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(at).toEqual(first);
});

test('a press on a theme tells what it rests on and leads to its quotes; its codes are drawn around it', async ({
  page,
}) => {
  await view(page, 'Map');
  const codes = page.getByRole('button', { name: /^Codes/ });
  await codes.click();
  await expect(codes).toHaveAttribute('aria-pressed', 'true');
  await expect(picture(page)).toContainText('Walking away once');
  await page.keyboard.press('c');
  await expect(picture(page)).not.toContainText('Walking away once');
  await themeOf(page, /^Calmer, not cured/).click();
  const card = page.getByRole('region', { name: 'Calmer, not cured' });
  await expect(card).toContainText(/\d+ extracts from \d+ of 13 sources/);
  await card.getByRole('button', { name: 'Show codes' }).click();
  await expect(picture(page)).toContainText('Walking away once');
  await card.press('Escape');
  await expect(card).toBeHidden();
  await expect(themeOf(page, /^Calmer, not cured/)).toBeFocused();
  await page.keyboard.press('Space');
  await card.getByRole('button', { name: 'Read its quotes' }).click();
  await expect(page).toHaveURL(/#\/quotes\//);
});

test('a filter holds for all views and stands in words on the picture', async ({ page }) => {
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('button', { name: /^Group: / }).click();
  await page.getByRole('option', { name: 'Staff' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Done' }).click();
  for (const name of ['Flow', 'Map', 'Grid'] as const) {
    await view(page, name);
    await expect(picture(page)).toContainText('Only Staff.');
  }
});

test('the title is the researcher’s own, and the draft comes back', async ({ page }) => {
  await expect(picture(page)).toBeVisible();
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: 'Title of the picture' });
  await dialog.getByRole('textbox').fill('Trust in one person carries the rest');
  await dialog.getByRole('button', { name: 'Save title' }).click();
  await expect(picture(page)).toContainText('Trust in one person carries the rest');
  await page.keyboard.press('e');
  await dialog.getByRole('button', { name: 'Use the draft' }).click();
  await dialog.getByRole('button', { name: 'Save title' }).click();
  await expect(picture(page)).toContainText('rest on the most extracts');
});

test('a presentation hides all but the picture, in larger type', async ({ page }) => {
  const size = () =>
    picture(page)
      .locator('text')
      .first()
      .evaluate(text => text.getBoundingClientRect().height);
  const before = await size();
  await page.keyboard.press('p');
  await expect(page.getByRole('heading', { name: 'Map', level: 1 })).toBeHidden();
  await expect.poll(size).toBeGreaterThan(before * 1.2);
  await page.getByRole('button', { name: 'End' }).click();
  await expect(page.getByRole('heading', { name: 'Map', level: 1 })).toBeVisible();
});

test('the saved page works without a network, loads nothing and obeys its own policy', async ({
  page,
  context,
  place,
}) => {
  await view(page, 'Map');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save picture' }).click();
  await page.getByRole('menuitem', { name: 'Web page, with concepts and quotes' }).click();
  const file = join(place.path, 'map.html');
  await (await download).saveAs(file);
  const alone = await context.newPage();
  const asked: string[] = [];
  const said: string[] = [];
  alone.on('request', request => asked.push(request.url().slice(0, 60)));
  alone.on('console', message => said.push(message.text()));
  alone.on('pageerror', error => said.push(error.message));
  await context.setOffline(true);
  await alone.goto(pathToFileURL(file).href);
  await alone.getByRole('button', { name: /^Calmer, not cured/ }).click();
  await expect(alone.locator('#panel')).toContainText('Interview CYP');
  await alone.getByRole('button', { name: 'Larger' }).click();
  await expect(alone.locator('#canvas')).toHaveAttribute('transform', /scale\(1\.25\)/);
  expect(asked.filter(url => !/^(?:file|data):/.test(url))).toEqual([]);
  expect(said).toEqual([]);
  await context.setOffline(false);
});

for (const look of ['light', 'dark', 'contrast'] as const) {
  test(`axe finds nothing in the three views, ${look}`, async ({ page }) => {
    await page.evaluate(one => localStorage.setItem('ninefold.appearance', `${one} 17`), look);
    await page.reload();
    await ready(page);
    for (const name of ['Map', 'Flow', 'Grid'] as const) {
      await view(page, name);
      await expect(themeOf(page, /^Calmer, not cured/)).toBeVisible();
      await clean(page, name);
    }
    await themeOf(page, /^Calmer, not cured/).press('Space');
    await expect(page.getByRole('region', { name: 'Calmer, not cured' })).toBeVisible();
    await clean(page, 'card');
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await expect(page.getByRole('dialog', { name: 'Filter the map' })).toBeVisible();
    await clean(page, 'filter', '[role="dialog"]');
  });
}

test('saves a PDF', async ({ page }) => {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save picture' }).click();
  await page.getByRole('menuitem', { name: 'PDF, on A4 landscape' }).click();
  const bytes = bytesOf(await (await download).path());
  expect(bytes.subarray(0, 8).toString('latin1')).toBe('%PDF-1.7');
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
    expect(drawn.width).toBeGreaterThan(1100);
    expect(drawn.height).toBeGreaterThan(700);
    if (ending === 'svg') {
      const words = bytes.toString('utf8');
      for (const part of ['Calmer, not cured', 'Local areas and services', 'Cost savings'])
        expect(words).toContain(part);
      expect(words).not.toMatch(/<script|href=/);
    }
  });
}
