import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const column = (page: Page, status: string) => page.getByRole('grid', { name: `${status} themes`, exact: true });
const cardIn = (page: Page, status: string, name: string) => column(page, status).getByRole('row', { name });
const code = (page: Page, name: string) =>
  page.getByRole('listbox', { name: /^(?:Unsorted|All) codes$/ }).getByRole('option', { name });
const outcome = (page: Page, name: string) =>
  page.getByRole('listbox', { name: 'Outcomes', exact: true }).getByRole('option', { name });
const codesOfTheme = (page: Page) => page.getByRole('grid', { name: 'Codes of the theme' }).getByRole('row');
const outcomesOfTheme = (page: Page) =>
  page.getByRole('grid', { name: 'Outcomes in order of weight' }).getByRole('row');
/** The newest message's undo. */
const undo = (page: Page) =>
  page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).first();

const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });

/** Answers the dialog that asks for a reason. */
async function giveReason(page: Page, title: string | RegExp, reason: string): Promise<void> {
  const field = dialog(page, title).getByLabel('Reason');
  await field.fill(reason);
  await field.press('Enter');
  await expect(dialog(page, title)).toHaveCount(0);
}

/** Chooses in a list that opens. */
async function choose(page: Page, label: string, choice: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`${label}$`) }).click();
  await page.getByRole('option', { name: choice, exact: true }).click();
}

async function openThemes(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Themes', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Theme board' })).toBeVisible();
}

async function makeTheme(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'New theme', exact: true }).click();
  await page.getByRole('dialog').getByLabel('Name').fill(name);
  await page.keyboard.press('Enter');
  await expect(cardIn(page, 'Candidate', name)).toBeFocused();
}

/** Drags by mouse, as a hand does: it begins only after some way, and the pointer rests on the target before it lets go. `at` is in pixels from the target's top left; its middle unless told. */
async function drag(page: Page, from: Locator, to: Locator, at?: { readonly x: number; readonly y: number }) {
  await from.scrollIntoViewIfNeeded();
  await from.hover({ position: { x: 24, y: 12 } });
  const box = await to.boundingBox();
  if (!box) throw new Error('There is nothing to drop on.');
  const { x, y } = at ?? { x: box.width / 2, y: box.height / 2 };
  await page.mouse.down();
  await page.mouse.move(box.x + x, box.y + y, { steps: 8 });
  await page.mouse.move(box.x + x + 1, box.y + y + 1);
  await expect(page.locator('[data-drop-target]').first()).toBeAttached();
  await page.mouse.up();
}

test.describe('in the sample', () => {
  test.beforeEach(async ({ page }) => {
    await openThemes(page);
    await expect(column(page, 'Candidate').getByRole('row').first()).toBeVisible();
  });

  test('a theme is made, filled, placed and marked by mouse', async ({ page }) => {
    await makeTheme(page, 'Sums on a wet bench');

    await drag(page, code(page, 'Police encounters'), cardIn(page, 'Candidate', 'Sums on a wet bench'));
    await expect(codesOfTheme(page)).toHaveText([/Police encounters/]);
    await expect(code(page, 'Police encounters')).toHaveCount(0);

    await code(page, 'Counting what').click();
    await code(page, 'Weed as ordinary').click({ modifiers: ['Control'] });
    await drag(page, code(page, 'Weed as ordinary'), cardIn(page, 'Candidate', 'Sums on a wet bench'));
    await expect(codesOfTheme(page)).toHaveCount(3);

    await drag(page, cardIn(page, 'Candidate', 'Sums on a wet bench'), outcome(page, 'Resilience'));
    await expect(outcomesOfTheme(page)).toHaveText([/Resilience/]);

    const reviewed = await column(page, 'Reviewed').getByRole('row').count();
    const second = column(page, 'Reviewed').getByRole('row').nth(1);
    await drag(page, cardIn(page, 'Candidate', 'Sums on a wet bench'), second, { x: 60, y: 4 });
    await expect(dialog(page, /^Reviewed, although/)).toContainText('a verdict on each of its extracts');
    await giveReason(page, /^Reviewed, although/, 'The team read them together.');
    await expect(column(page, 'Reviewed').getByRole('row').nth(1)).toContainText('Sums on a wet bench');
    await expect(page.getByRole('heading', { name: 'Theme, reviewed' })).toBeVisible();

    await undo(page).click();
    await expect(cardIn(page, 'Candidate', 'Sums on a wet bench')).toBeVisible();
    await expect(column(page, 'Reviewed').getByRole('row')).toHaveCount(reviewed);
  });

  test('the same by keyboard alone', async ({ page }) => {
    await page.keyboard.press('n');
    await page.keyboard.type('Sums on a wet bench');
    await page.keyboard.press('Enter');
    const candidate = cardIn(page, 'Candidate', 'Sums on a wet bench');
    await expect(candidate).toBeFocused();

    // A code is carried: Enter takes it up, arrows go from card to card (and Tab from list to list), Enter puts it down.
    await code(page, 'Weed as ordinary').focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('[aria-roledescription="drop indicator"]:focus')).toBeAttached();
    const onCard = page.getByRole('button', { name: 'Drop on Sums on a wet bench' });
    for (let presses = 0; presses < 12 && !(await hasFocus(onCard)); presses += 1)
      await page.keyboard.press('ArrowDown');
    await expect(onCard).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(codesOfTheme(page)).toHaveText([/Weed as ordinary/]);

    // T asks for the theme of a code.
    await code(page, 'Police encounters').focus();
    await page.keyboard.press('t');
    await page.keyboard.type('sums');
    await expect(page.getByRole('dialog').getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(codesOfTheme(page)).toHaveCount(2);

    // O places it, M marks it, Alt and an arrow move it; the focus goes with the card.
    await candidate.focus();
    await page.keyboard.press('o');
    await page.keyboard.type('5');
    await expect(page.getByRole('dialog').getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(outcomesOfTheme(page)).toHaveText([/Resilience/]);
    await page.keyboard.press('Escape');
    await expect(candidate).toBeFocused();

    await page.keyboard.press('m');
    await page.keyboard.type('rev');
    await expect(page.getByRole('dialog').getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await giveReason(page, /^Reviewed, although/, 'The team read them together.');
    await expect(cardIn(page, 'Reviewed', 'Sums on a wet bench')).toBeFocused();
    await page.keyboard.press('Alt+ArrowRight');
    await giveReason(page, /^Defined, although/, 'Its scope is in the minutes.');
    await expect(cardIn(page, 'Defined', 'Sums on a wet bench')).toBeFocused();

    const last = (await column(page, 'Defined').getByRole('row').count()) - 1;
    await expect(column(page, 'Defined').getByRole('row').nth(last)).toContainText('Sums on a wet bench');
    await page.keyboard.press('Alt+ArrowUp');
    await expect(
      column(page, 'Defined')
        .getByRole('row')
        .nth(last - 1),
    ).toContainText('Sums on a wet bench');

    await page.keyboard.press('Delete');
    await giveReason(page, /^Discard/, 'It says nothing of its own.');
    await expect(page.getByRole('row', { name: 'Sums on a wet bench' })).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect(cardIn(page, 'Defined', 'Sums on a wet bench')).toBeVisible();
  });

  test('a theme is written where it stands, and a name that is taken is refused without loss', async ({ page }) => {
    await makeTheme(page, 'Sums on a wet bench');
    const concept = page.getByRole('textbox', { name: 'Central organising concept' });
    await concept.fill('Counting is what is done while nobody comes.');
    await concept.press('Enter');
    await expect(cardIn(page, 'Candidate', 'Sums on a wet bench')).toContainText('while nobody comes');

    const taken = (await column(page, 'Defined').getByRole('heading').first().textContent()) ?? '';
    const name = page.getByRole('textbox', { name: 'Name' });
    await name.fill(taken);
    await name.press('Enter');
    await expect(page.getByRole('alert').filter({ hasText: 'already' })).toBeVisible();
    await expect(name).toHaveValue(taken);
    await name.press('Escape');
    await expect(name).toHaveValue('Sums on a wet bench');
  });

  test('an outcome shows its themes in report order, which can be changed', async ({ page }) => {
    await outcome(page, 'Reasons for joining').click();
    const list = page.getByRole('grid', { name: 'Themes under outcome 2 in report order' }).getByRole('row');
    const names = () => list.evaluateAll(rows => rows.map(row => row.getAttribute('aria-label')));
    const [first, second, ...others] = await names();
    await list.first().focus();
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(names).toEqual([second, first, ...others]);
    await page.reload();
    await expect.poll(names).toEqual([second, first, ...others]);
  });

  test('an extract leads to its place in the transcript', async ({ page }) => {
    await column(page, 'Defined').getByRole('row').first().click();
    await page.getByRole('region', { name: 'Extracts' }).getByRole('link').first().click();
    await expect(page).toHaveURL(/#\/code\/[0-9a-f-]+\?at=\d+-\d+$/);
  });

  test('in a narrow window the page of a theme comes over the board, and Escape puts it away', async ({ page }) => {
    await page.setViewportSize({ width: 1024, height: 768 });
    const card = column(page, 'Reviewed').getByRole('row').first();
    await card.click();
    const concept = page.getByRole('textbox', { name: 'Central organising concept' });
    await expect(concept).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(concept).toHaveCount(0);
    await expect(page).toHaveURL(/#\/themes$/);
    await card.click();
    await expect(concept).toBeVisible();
  });

  test('three themes are made, mapped, reviewed, merged and discarded by mouse, and all is undone', async ({
    page,
  }) => {
    test.setTimeout(120_000);
    await page.getByRole('radio', { name: 'All', exact: true }).click();
    const themes = [
      { name: 'Sums on a wet bench', code: 'Counting what', concept: 'Counting fills the time while nobody comes.' },
      { name: 'The long way home', code: 'Police encounters', concept: 'Routes are chosen by who may be met.' },
      { name: 'Nothing to say about it', code: 'Grief in the', concept: 'What hurts most is told in passing.' },
    ];
    for (const { name, code: from, concept } of themes) {
      await makeTheme(page, name);
      await drag(page, code(page, from), cardIn(page, 'Candidate', name));
      await expect(codesOfTheme(page)).toHaveCount(1);
      for (const [field, words] of [
        ['Central organising concept', concept],
        ['Scope', `What bears out: ${concept}`],
        ['What it is not', 'A mood.'],
      ] as const) {
        await page.getByRole('textbox', { name: field, exact: true }).fill(words);
        await page.getByRole('textbox', { name: field, exact: true }).press('Enter');
      }
      await drag(page, cardIn(page, 'Candidate', name), outcome(page, 'Resilience'));
      await expect(outcomesOfTheme(page)).toHaveText([/Resilience.*Primary/]);
    }

    // Level 1: each extract gets its verdict; then the step needs no reason.
    await cardIn(page, 'Candidate', 'The long way home').click();
    await page.getByRole('button', { name: 'Review', exact: true }).click();
    const left = page.getByRole('article', { name: /^Extract \d+ of \d+$/ });
    const total = Number(/of (\d+)$/.exec((await left.getAttribute('aria-label')) ?? '')?.[1]);
    for (let at = 1; at <= total; at += 1) {
      await expect(page.getByRole('article', { name: `Extract ${at} of ${total}` })).toBeVisible();
      await page.getByRole('toolbar', { name: 'Verdict' }).getByRole('button', { name: /^Fits/ }).click();
    }
    await expect(page.getByRole('heading', { name: 'Every extract has a verdict' })).toBeVisible();
    await page.getByRole('button', { name: 'Mark as reviewed' }).click();
    await page.getByRole('button', { name: 'Back to the theme' }).click();
    await expect(cardIn(page, 'Reviewed', 'The long way home')).toBeVisible();

    await cardIn(page, 'Candidate', 'Sums on a wet bench').click();
    await page
      .getByRole('region', { name: 'Theme', exact: true })
      .getByRole('button', { name: 'Acts on Sums on a wet bench' })
      .click();
    await page.getByRole('menuitem', { name: /^Merge into another theme/ }).click();
    await page.getByRole('dialog').getByRole('option', { name: 'The long way home' }).click();
    await giveReason(page, /^Merge into/, 'One idea in two names.');
    await expect(cardIn(page, 'Candidate', 'Sums on a wet bench')).toHaveCount(0);
    await expect(codesOfTheme(page)).toHaveCount(2);

    await cardIn(page, 'Candidate', 'Nothing to say about it').click();
    await page
      .getByRole('region', { name: 'Theme', exact: true })
      .getByRole('button', { name: 'Acts on Nothing to say about it' })
      .click();
    await page.getByRole('menuitem', { name: /^Discard the theme/ }).click();
    await giveReason(page, /^Discard/, 'Two people in one group.');
    await expect(cardIn(page, 'Candidate', 'Nothing to say about it')).toHaveCount(0);
    await page.getByRole('button', { name: /^Discarded/ }).click();
    const gone = page.getByRole('list', { name: 'Discarded themes' });
    await expect(gone).toContainText('Two people in one group.');
    await expect(gone).toContainText('merged into “The long way home”: One idea in two names.');

    await undo(page).click();
    await expect(cardIn(page, 'Candidate', 'Nothing to say about it')).toBeVisible();
    await gone.getByRole('button', { name: 'Restore Sums on a wet bench' }).click();
    await expect(cardIn(page, 'Candidate', 'Sums on a wet bench')).toBeVisible();
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect(codesOfTheme(page)).toHaveCount(1);
    await expect(cardIn(page, 'Candidate', 'Sums on a wet bench')).toBeVisible();
    await expect(gone).toHaveCount(0);
  });

  test('the same three by keyboard alone', async ({ page }) => {
    test.setTimeout(120_000);
    const pick = async (letters: string) => {
      await page.keyboard.type(letters);
      await expect(page.getByRole('dialog').getByRole('option')).toHaveCount(1);
      await page.keyboard.press('Enter');
    };
    for (const [name, from] of [
      ['Sums on a wet bench', 'Counting what'],
      ['The long way home', 'Police encounters'],
      ['Nothing to say about it', 'Grief in the'],
    ] as const) {
      await page.keyboard.press('n');
      await page.keyboard.type(name);
      await page.keyboard.press('Tab');
      await page.keyboard.type('One idea that holds it together.');
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Enter');
      const card = cardIn(page, 'Candidate', name);
      await expect(card).toBeFocused();
      await page.keyboard.press('t');
      await pick(from);
      await expect(codesOfTheme(page)).toHaveCount(1);
      await page.keyboard.press('Escape');
      await expect(card).toBeFocused();
      await page.keyboard.press('o');
      await pick('resilience');
      await expect(outcomesOfTheme(page)).toHaveText([/Resilience/]);
      await page.keyboard.press('Escape');
      await expect(card).toBeFocused();
    }

    // R opens the review; F, D and C are verdicts, M says where an extract belongs.
    await cardIn(page, 'Candidate', 'The long way home').focus();
    await page.keyboard.press('r');
    const first = page.getByRole('article', { name: /^Extract 1 of \d+$/ });
    const total = Number(/of (\d+)$/.exec((await first.getAttribute('aria-label')) ?? '')?.[1]);
    await page.keyboard.press('w');
    await page.keyboard.type('Said twice.');
    await page.keyboard.press('Enter');
    await page.keyboard.press('c');
    await page.keyboard.press('m');
    await pick('wet bench');
    for (let at = 3; at <= total; at += 1) {
      await expect(page.getByRole('article', { name: `Extract ${at} of ${total}` })).toBeVisible();
      await page.keyboard.press(at % 2 === 0 ? 'd' : 'f');
    }
    await expect(page.getByRole('heading', { name: 'Every extract has a verdict' })).toBeVisible();
    await expect(page.getByText('1 belongs elsewhere and 1 contrary')).toBeVisible();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('l');
    await expect(page.getByRole('region', { name: 'Missed extracts' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('region', { name: 'Contrary extracts' }).getByRole('link')).toHaveCount(1);

    // The page is open: its acts go by their letters, too. It lacks what it is not, not the verdicts.
    await page.keyboard.press('m');
    await pick('rev');
    await expect(cardIn(page, 'Reviewed', 'The long way home')).toBeVisible();

    await cardIn(page, 'Candidate', 'Sums on a wet bench').focus();
    await page.keyboard.press('j');
    await pick('the long way');
    await giveReason(page, /^Merge into/, 'One idea in two names.');
    await expect(codesOfTheme(page)).toHaveCount(2);

    await cardIn(page, 'Candidate', 'Nothing to say about it').focus();
    await page.keyboard.press('Delete');
    await page.keyboard.type('Two people in one group.');
    await page.keyboard.press('Enter');
    await expect(cardIn(page, 'Candidate', 'Nothing to say about it')).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect(cardIn(page, 'Candidate', 'Nothing to say about it')).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(cardIn(page, 'Candidate', 'Sums on a wet bench')).toBeVisible();
  });

  test('a theme is parked by a key and by a drop, and comes back', async ({ page }) => {
    const parked = page.getByRole('grid', { name: 'Parked themes' });
    const card = column(page, 'Candidate').getByRole('row').first();
    const name = (await card.getByRole('heading').textContent()) ?? '';
    await card.focus();
    await page.keyboard.press('p');
    await expect(parked.getByRole('row', { name })).toBeVisible();
    await expect(cardIn(page, 'Candidate', name)).toHaveCount(0);
    await parked.getByRole('row', { name }).focus();
    await page.keyboard.press('p');
    await expect(cardIn(page, 'Candidate', name)).toBeVisible();
    await drag(page, cardIn(page, 'Candidate', name), parked);
    await expect(parked.getByRole('row', { name })).toBeVisible();
    await undo(page).click();
    await expect(cardIn(page, 'Candidate', name)).toBeVisible();
  });

  test('a theme is put under another, split, and related to others', async ({ page }) => {
    const [whole, part] = await column(page, 'Defined').getByRole('heading').allTextContents();
    if (!whole || !part) throw new Error('The sample has too few defined themes.');
    await cardIn(page, 'Defined', part).focus();
    await page.keyboard.press('u');
    await page.keyboard.type(whole);
    await expect(page.getByRole('dialog').getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(cardIn(page, 'Defined', part)).toContainText(`Part of ${whole}`);
    await expect(cardIn(page, 'Defined', whole).first()).toContainText('1 sub-theme');

    await cardIn(page, 'Defined', part).click();
    const page1 = page.getByRole('region', { name: 'Theme', exact: true });
    await page1.getByRole('tab', { name: 'Relations' }).click();
    await page1.getByRole('button', { name: 'Add a relation' }).click();
    await choose(page, 'Kind of relation', 'Own words …');
    await page.getByRole('dialog').getByLabel('Own words', { exact: true }).fill('makes possible');
    await choose(page, 'Other theme', whole);
    await page.getByRole('button', { name: 'Add the relation' }).click();
    await expect(page1.getByRole('region', { name: 'Relations' })).toContainText(`makes possible ${whole}`);
    await page1.getByRole('button', { name: `Remove the relation to ${whole}` }).click();
    await expect(page1.getByText('No relations yet')).toBeVisible();

    const before = await column(page, 'Candidate').getByRole('row').count();
    await cardIn(page, 'Defined', part).focus();
    await page.keyboard.press('x');
    await page.getByRole('dialog').getByLabel('Name of the new theme').fill('What is left over');
    const first = page.getByRole('list', { name: 'Where each code goes' }).getByRole('listitem').first();
    await first.getByRole('button').click();
    await page.getByRole('option', { name: 'What is left over' }).click();
    await giveReason(page, /^Split/, 'Two ideas in one name.');
    await expect(column(page, 'Candidate').getByRole('row')).toHaveCount(before + 1);
    await page1.getByRole('tab', { name: 'History' }).click();
    await expect(page1.getByRole('region', { name: 'History of the theme' })).toContainText('Two ideas in one name.');
  });

  test('extracts are marked by S, Q and C; contrary ones stay in sight and show on the card', async ({ page }) => {
    const card = column(page, 'Defined').getByRole('row').first();
    await card.click();
    const extracts = page.getByRole('region', { name: 'Extracts', exact: true });
    await extracts.getByRole('link').first().focus();
    await page.keyboard.press('s');
    await expect(extracts.getByRole('link', { name: /Supports/ })).toHaveCount(1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('c');
    const contrary = page.getByRole('region', { name: 'Contrary extracts' });
    await expect(contrary.getByRole('link')).toHaveCount(1);
    await expect(card.getByRole('img', { name: /1 against/ })).toBeVisible();
    await extracts.getByRole('button', { name: /^All \d+$/ }).click();
    await page.getByRole('radio', { name: 'Phase' }).click();
    await expect(extracts.getByRole('heading', { name: 'Phase 2', exact: true })).toBeVisible();
    await expect(contrary).toBeVisible();
    await contrary.getByRole('link').focus();
    await page.keyboard.press('c');
    await expect(contrary).toHaveCount(0);

    // The card’s best extracts, by a key: the one marked as supporting comes first.
    const words =
      (await extracts
        .getByRole('link', { name: /Supports/ })
        .locator('blockquote')
        .textContent()) ?? '';
    await card.focus();
    await page.keyboard.press('e');
    await expect(page.getByRole('tooltip').locator('blockquote').first()).toHaveText(words);
    await page.keyboard.press('e');
    await expect(page.getByRole('tooltip')).toHaveCount(0);
    await card.hover();
    await expect(page.getByRole('tooltip')).toBeVisible();
  });

  test('a narrative holds live quotes and is kept', async ({ page }) => {
    await column(page, 'Defined').getByRole('row').first().click();
    await page.getByRole('tab', { name: 'Narrative' }).click();
    const words = page.getByRole('textbox', { name: 'Narrative of the theme' });
    await words.click();
    await page.keyboard.type('It begins small. ');
    await page.getByRole('button', { name: 'Quote …' }).click();
    await page.getByRole('dialog').getByRole('option').first().click();
    const quote = words.locator('a[data-words]');
    await expect(quote).toHaveCount(1);
    expect((await quote.getAttribute('data-words'))?.length).toBeGreaterThan(10);
    await page.getByRole('tab', { name: 'History' }).click();
    await page.reload();
    await page.getByRole('tab', { name: 'Narrative' }).click();
    await expect(words).toContainText('It begins small.');
    await expect(quote).toHaveAttribute('data-words', /\n/);
  });

  test('a second framework stands beside the outcomes', async ({ page }) => {
    await page.getByRole('button', { name: 'Acts on the outcomes' }).click();
    await page.getByRole('menuitem', { name: 'Add a framework' }).click();
    await page.getByLabel('JSON file of a framework').setInputFiles({
      name: 'mechanisms.json',
      mimeType: 'application/json',
      buffer: Buffer.from('[{"number":1,"title":"Trust","statement":""},{"number":1,"title":"Aims","statement":""}]'),
    });
    await expect(dialog(page, 'Add a framework').getByRole('alert')).toContainText('1');
    await page.getByLabel('Name of the framework').fill('Mechanisms of partnership');
    await page.getByLabel('Entries').fill('Trust: kept by small things\nShared aims');
    await page.getByRole('button', { name: 'Add 2 entries' }).click();
    await expect(outcome(page, 'Trust')).toBeVisible();
    await drag(page, column(page, 'Candidate').getByRole('row').first(), outcome(page, 'Trust'));
    await expect(outcome(page, 'Trust')).toContainText('1 theme');
    await page.getByRole('button', { name: /Nine outcomes|outcomes.*linked/i }).click();
    await expect(outcome(page, 'Involvement')).toBeVisible();
  });

  test('coverage shows empty outcomes, and an outcome with themes asks where they go', async ({ page }) => {
    await page.keyboard.press('v');
    await expect(page.getByRole('row', { name: /Cost savings Empty/ })).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.keyboard.press('Escape');
    await outcome(page, 'Involvement').click();
    await page.getByRole('button', { name: 'Acts on Involvement' }).click();
    await page.getByRole('menuitem', { name: 'Remove this outcome' }).click();
    await expect(page.getByRole('button', { name: 'Remove the outcome' })).toBeDisabled();
    await choose(page, 'Where they go', '3 Interventions');
    await page.getByRole('button', { name: 'Remove the outcome' }).click();
    await expect(outcome(page, 'Involvement')).toHaveCount(0);
    await undo(page).click();
    await expect(outcome(page, 'Involvement')).toContainText('1 theme');
  });

  test('a quote stands straight under an outcome, and advice is set aside with a reason', async ({ page }) => {
    await column(page, 'Reviewed').getByRole('row').first().click();
    await page.getByRole('region', { name: 'Extracts', exact: true }).getByRole('link').first().focus();
    await page.keyboard.press('o');
    await page.keyboard.type('cost');
    await expect(page.getByRole('dialog').getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(outcome(page, 'Cost savings')).toContainText('1 quote');

    const advice = page.getByRole('region', { name: 'Advice' });
    const before = await advice.getByRole('button', { name: 'Set aside …' }).count();
    await advice.getByRole('button', { name: 'Set aside …' }).first().click();
    await giveReason(page, 'Set the advice aside', 'We know, and it is so.');
    await expect(advice.getByRole('button', { name: 'Set aside …' })).toHaveCount(before - 1);
    await expect(advice).toContainText('1 advice set aside');
    await outcome(page, 'Cost savings').click();
    await page.getByRole('button', { name: /^Take the quote of/ }).click();
    await expect(outcome(page, 'Cost savings')).not.toContainText('quote');
  });

  for (const look of ['light', 'dark', 'contrast']) {
    test(`has no fault that axe finds, ${look}`, async ({ page }) => {
      await page.evaluate(words => localStorage.setItem('ninefold.appearance', words), `${look} 17`);
      await page.reload();
      await column(page, 'Reviewed').getByRole('row').first().click();
      await expect(page.getByRole('region', { name: 'Extracts' }).getByRole('link').first()).toBeVisible();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      await column(page, 'Reviewed').getByRole('row').first().focus();
      await page.keyboard.press('o');
      await expect(page.getByRole('dialog')).toBeVisible();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      await page.keyboard.press('Escape');
      for (const part of ['Narrative', 'Relations', 'History']) {
        await page.getByRole('tab', { name: part }).click();
        expect((await new AxeBuilder({ page }).analyze()).violations, part).toEqual([]);
      }
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Review', exact: true }).click();
      await expect(page.getByRole('toolbar', { name: 'Verdict' })).toBeVisible();
      expect((await new AxeBuilder({ page }).analyze()).violations, 'level 1').toEqual([]);
      await page.getByRole('radio', { name: '2 The whole data set' }).click();
      await expect(page.getByRole('region', { name: 'Missed extracts' })).toBeVisible();
      expect((await new AxeBuilder({ page }).analyze()).violations, 'level 2').toEqual([]);
    });
  }
});

test.describe('in an empty study', () => {
  test.use({ opening: 'empty' });

  test('says what it is for, and a first theme can be made', async ({ page }) => {
    await openThemes(page);
    await expect(page.getByText('Codes made in the transcripts stand here')).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.getByRole('button', { name: 'Make a theme' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('A first idea');
    await page.keyboard.press('Enter');
    await expect(cardIn(page, 'Candidate', 'A first idea')).toBeVisible();
  });
});

const hasFocus = (one: Locator): Promise<boolean> => one.evaluate(element => element === document.activeElement);
