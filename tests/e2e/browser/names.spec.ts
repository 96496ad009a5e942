import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { leaksIn } from '../../builders/leaks.ts';
import { choose, goTo, messages, runByName } from './acts.ts';
import { clean } from './faults.ts';
import { expect, ninefold, ready, test } from './fixtures.ts';

const passphrase = 'quiet harbour wall';

/** A transcript of its own: a name in all its forms, one that is an everyday word too, and brackets of several classes. */
const interview = `Interviewer: Who helps you, Kezia?

CYP1: Mr Oyelaran does. Kezia’s not my real name [laughs]. They [CYP] all know Mr Oyelaran at Thornwick Academy.

CYP1: KEZIA they shouted. Kezai, some wrote. It were [was] on the gate.

Interviewer: Did Mr Oyelaran see it? [pause]

CYP1: My mate Grace saw. We don’t say grace at ours. [name of friend] did as well.
`;

const suggestions = (page: Page) => page.getByRole('list', { name: 'Suggestions' });
const suggestion = (page: Page, words: string) =>
  suggestions(page).locator('[data-row]').filter({ hasText: words }).first();
const places = (page: Page) => page.getByRole('region', { name: 'Places found' }).getByRole('checkbox');
const label = (page: Page) => page.getByLabel('Label', { exact: true });
const replace = (page: Page) => page.getByRole('region', { name: 'Replace', exact: true });
const table = (page: Page) => page.getByRole('navigation', { name: 'Replacements' });
const key = (page: Page) => page.getByRole('region', { name: 'Key', exact: true });
const dialog = (page: Page) => page.getByRole('dialog');
const undone = (page: Page) => page.getByRole('contentinfo');

async function fillTwice(page: Page, words: string): Promise<void> {
  await dialog(page).getByLabel('Passphrase', { exact: true }).fill(words);
  await dialog(page).getByLabel('The same again').fill(words);
}

async function addName(page: Page, words: readonly string[], as: string): Promise<void> {
  await suggestions(page).getByRole('listitem').first().waitFor();
  await page.keyboard.press('n');
  await expect(page.getByLabel('Words to replace')).toBeFocused();
  for (const one of words) {
    await page.keyboard.type(one);
    await page.keyboard.press('Enter');
  }
  await label(page).fill(as);
}

const openTable = (page: Page) => page.getByRole('tab', { name: /^Table/ }).click();
const ticked = (boxes: Locator) =>
  boxes.evaluateAll(all => all.filter(one => (one as HTMLInputElement).checked).length);

test.describe('a study of one transcript', () => {
  test.use({ opening: 'welcome' });
  test.beforeEach(async ({ page, place }) => {
    writeFileSync(join(place.studies, 'first.txt'), interview);
    ninefold(place, 'new', 'harbour.ninefold', '--title', 'Harbour study', '--coder', 'Ada');
    ninefold(place, 'import', 'harbour.ninefold', join(place.studies, 'first.txt'));
    await page.keyboard.press('Control+o');
    await page.getByLabel('Or the study’s full path').fill(join(place.studies, 'harbour.ninefold'));
    await page.keyboard.press('Enter');
    await ready(page);
    await goTo(page, 'Names');
  });

  test('by mouse: a suggestion gets its label, a place is left out, a key is made, and all is undone and done again', async ({
    page,
    place,
  }) => {
    await suggestion(page, 'Oyelaran').click();
    await expect(places(page)).toHaveCount(3);
    await expect(places(page).nth(2)).toBeChecked();
    await places(page).nth(2).click();
    await expect(replace(page)).toContainText('A label is needed.');
    await label(page).fill('Oyelaran’s friend');
    await expect(page.getByText(/This label holds “(?:Mr )?Oyelaran”/)).toBeVisible();
    await expect(replace(page).getByRole('button', { name: 'Replace 2 places' })).toBeDisabled();
    await page.getByRole('button', { name: 'Choose …' }).click();
    await page.getByRole('option', { name: /\[mentor\]/ }).click();
    await expect(replace(page)).toContainText('2 places in 1 source will read [mentor]');
    await replace(page).getByRole('button', { name: 'Replace 2 places' }).click();

    await expect(dialog(page)).toContainText('Make a key first');
    const submit = dialog(page).getByRole('button', { name: 'Make the key and replace' });
    await dialog(page).getByLabel('Passphrase', { exact: true }).fill('short');
    await expect(dialog(page).getByRole('alert')).toContainText('3 more characters');
    await fillTwice(page, passphrase);
    await clean(page, 'making the key');
    await submit.click();
    await expect(messages(page)).toContainText('Replaced 2 places in 1 source by [mentor].');
    await openTable(page);
    await expect(table(page).getByRole('link')).toHaveCount(1);
    await expect(table(page)).toContainText(/\[mentor\].*2.*Mr Oyelaran/s);

    await messages(page).getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText('Nothing is replaced yet').first()).toBeVisible();
    await page.keyboard.press('Control+y');
    await expect(table(page)).toContainText('[mentor]');
    await goTo(page, 'Code');
    const transcript = page.getByRole('document', { name: /^Transcript of / });
    await expect(transcript).toContainText('[mentor] does.');
    await expect(transcript).toContainText('Did Mr Oyelaran see it?');
    expect(page.url()).not.toContain('Oyelaran');
    expect(leaksIn(join(place.studies, 'harbour.ninefold'), ['Thornwick']).length).toBeGreaterThan(0);
  });

  test('by keyboard alone: a name is added with other words for it, ticked, replaced, undone; then the key is closed', async ({
    page,
    place,
  }) => {
    await addName(page, ['Kezia'], 'young person');
    await expect(places(page)).toHaveCount(4);
    const near = page.getByRole('checkbox', { name: /^“Kezai”/ });
    await expect(near).not.toBeChecked();
    await expect(near).toHaveAccessibleName(/near spelling/);
    await page.keyboard.press('ArrowDown');
    await expect(places(page).first()).toBeFocused();
    await page.keyboard.press('End');
    await expect(near).toBeFocused();
    await page.keyboard.press('Space');
    await expect(near).toBeChecked();
    await page.keyboard.press('Home');
    await page.keyboard.press('Space');
    await expect.poll(() => ticked(places(page))).toBe(3);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('document', { name: /^Transcript of / })).toBeVisible();
    await page.goBack();
    await expect(label(page)).toHaveValue('young person');
    await expect.poll(() => ticked(places(page))).toBe(3);
    await places(page).first().press('Space');

    await page.keyboard.press('Control+Enter');
    await dialog(page).getByRole('button', { name: 'Make one for me' }).press('Enter');
    const made = await dialog(page).locator('output').innerText();
    expect(made.length).toBeGreaterThan(15);
    await dialog(page).getByRole('button', { name: 'Make the key and replace' }).press('Enter');
    await expect(messages(page)).toContainText('Replaced 4 places in 1 source by [young person].');
    await expect(table(page)).toContainText(/Kezia.*Kezai/s);
    await page.keyboard.press('Control+z');
    await expect(page.getByText('Nothing is replaced yet').first()).toBeVisible();
    await page.keyboard.press('Control+Shift+z');
    await expect(table(page)).toContainText('Kezia');

    await page.keyboard.press('Alt+k');
    await expect(key(page).getByRole('status')).toContainText('The key is closed');
    await expect(table(page)).toContainText('words are in the key');
    await expect(page.locator('main')).not.toContainText('Kezia');
    const held = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href]));
    expect(held).not.toMatch(/Kezia|Kezai/);
    expect(leaksIn(join(place.studies, 'harbour.ninefold'), ['Kezia', 'Kezai'])).toEqual([]);
    await page.keyboard.press('Control+z');
    await dialog(page).getByLabel('Passphrase').fill('not the right one');
    await page.keyboard.press('Enter');
    await expect(dialog(page).getByRole('alert')).toContainText(/passphrase/i);
    await dialog(page).getByLabel('Passphrase').fill(made);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Nothing is replaced yet').first()).toBeVisible();
    await page.keyboard.press('Control+Shift+z');
    await expect(table(page)).toContainText('Kezia');

    await page.keyboard.press('Alt+k');
    await expect(key(page).getByRole('status')).toContainText('The key is closed');
    await page.keyboard.press('Alt+k');
    await dialog(page).getByLabel('Passphrase').fill(made);
    await page.keyboard.press('Enter');
    await expect(table(page)).toContainText('Kezia');
  });

  test('what is not sure is shown with its reason, and an everyday word is not replaced unasked', async ({ page }) => {
    await addName(page, ['Grace'], 'friend');
    await expect(places(page)).toHaveCount(2);
    await expect(page.getByRole('checkbox', { name: /^“grace”/ })).not.toBeChecked();
    await expect(page.getByRole('checkbox', { name: /^“grace”/ })).toHaveAccessibleName(/everyday word/);
    await page.getByRole('button', { name: /^Tick all in / }).click();
    await expect.poll(() => ticked(places(page))).toBe(2);
    await page.getByRole('button', { name: /^Tick none in / }).click();
    await expect.poll(() => ticked(places(page))).toBe(0);
    await expect(replace(page).getByRole('button', { name: 'Replace', exact: true })).toBeDisabled();
  });

  test('several names are taken and replaced in one act; a replacement is changed, put back, and removed', async ({
    page,
  }) => {
    for (const words of ['Oyelaran', 'Thornwick Academy']) {
      await suggestion(page, words).click();
      await page.keyboard.press('t');
    }
    await page.keyboard.press('b');
    const entries = page.getByRole('list', { name: 'Names that were taken' });
    await expect(entries.getByRole('listitem')).toHaveCount(2);
    await expect(replace(page)).toContainText(/need(?:s)? a label/);
    await entries.getByLabel(/^Label for .*Oyelaran/).fill('mentor');
    await entries.getByLabel(/^Label for .*Thornwick/).fill('school');
    await expect(replace(page)).toContainText('4 places will read 2 labels');
    await clean(page, 'names that were taken');
    await page.keyboard.press('Control+Enter');
    await fillTwice(page, passphrase);
    await page.keyboard.press('Enter');
    await expect(messages(page)).toContainText('Replaced 4 places in 1 source by 2 labels.');

    await openTable(page);
    await table(page)
      .getByRole('link', { name: /\[mentor\]/ })
      .click();
    const standing = page.getByRole('region', { name: 'Where it stands' });
    await expect(standing.getByRole('checkbox')).toHaveCount(3);
    await expect(standing).toContainText('for “Mr Oyelaran”');
    await page.getByLabel('Label that is printed').fill('[school]');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert').first()).toContainText('There is a replacement [school] already');
    await page.getByLabel('Label that is printed').fill('support worker');
    await page.keyboard.press('Enter');
    await expect(table(page)).toContainText('[support worker]');
    await choose(page, 'Kind', 'Other');
    await expect(table(page)).toContainText('Other');

    await standing.getByRole('checkbox').first().click();
    await page.getByRole('button', { name: 'Put the words back at 1 place' }).click();
    await expect(standing.getByRole('checkbox')).toHaveCount(2);
    await page.getByText('Not replaced yet').click();
    await expect(places(page)).toHaveCount(1);
    await page.getByText(/^Where it stands/).click();
    await page.getByRole('button', { name: /^Tick all in / }).click();
    await page.getByRole('button', { name: 'Put the words back at 2 places' }).click();
    await page.getByRole('button', { name: 'Remove from the table' }).click();
    await expect(table(page).getByRole('link')).toHaveCount(1);
    await page.keyboard.press('Control+z');
    await expect(table(page).getByRole('link')).toHaveCount(2);
  });

  test('for good is asked about again, keeps nothing, and ends what can be undone', async ({ page, place }) => {
    await addName(page, ['Thornwick Academy'], 'school');
    await page.getByRole('radio', { name: 'Keep nothing' }).click();
    await page.keyboard.press('Control+Enter');
    const sure = page.getByRole('alertdialog', { name: 'Redact 1 place for good?' });
    await expect(sure).toContainText('can’t be undone');
    await page.keyboard.press('Escape');
    await expect(sure).toHaveCount(0);
    await page.keyboard.press('Control+Enter');
    await sure.getByRole('button', { name: 'Redact for good' }).click();
    await expect(messages(page)).toContainText('by [school], for good');
    await expect(messages(page).getByRole('button', { name: 'Undo' })).toHaveCount(0);
    await expect(undone(page)).not.toContainText('Undo:');
    await expect(page.getByRole('button', { name: 'No key yet' })).toBeVisible();
    expect(leaksIn(join(place.studies, 'harbour.ninefold'), ['Thornwick'])).toEqual([]);
  });

  test('a suggestion is dismissed for now, and kinds are filtered', async ({ page }) => {
    const rows = suggestions(page).locator('[data-row]');
    await suggestion(page, 'Thornwick').click();
    const all = await rows.count();
    await page.keyboard.press('Delete');
    await expect(rows).toHaveCount(all - 1);
    await page.getByRole('button', { name: 'Show it again' }).click();
    await expect(rows).toHaveCount(all);
    await page.getByRole('button', { name: /^Kinds: / }).click();
    await page.getByRole('option', { name: 'School' }).click();
    await page.keyboard.press('Escape');
    await expect(rows).toHaveCount(1);
    await expect(rows.first()).toContainText('Thornwick Academy');
  });

  test('brackets of a source are shown with their class, corrected by a key and by a list, and filtered', async ({
    page,
  }) => {
    await page.getByRole('tab', { name: 'Sources' }).click();
    await page.getByRole('list', { name: 'Sources' }).getByRole('link').click();
    const brackets = page.getByRole('list', { name: /^Brackets of / });
    const row = (words: string) =>
      brackets.getByRole('listitem').filter({ has: page.locator('mark', { hasText: words }) });
    await expect(brackets.getByRole('listitem')).toHaveCount(5);
    await expect(row('[CYP]')).toContainText('Gloss');
    await expect(row('[pause]')).toContainText('guessed');
    await row('[pause]').getByRole('link').focus();
    await page.keyboard.press('x');
    await expect(row('[pause]')).toContainText('Cut');
    await expect(row('[pause]')).toContainText('said by somebody');
    await row('[was]').getByRole('button').click();
    await page.getByRole('option', { name: 'Gloss' }).click();
    await expect(row('[was]')).toContainText('Gloss');
    await page.getByRole('button', { name: /^Classes: / }).click();
    await page.getByRole('option', { name: /^Gloss \(2\)/ }).click();
    await page.keyboard.press('Escape');
    await expect(brackets.getByRole('listitem')).toHaveCount(2);
    await clean(page, 'brackets');
    await page.keyboard.press('Control+z');
    await expect(brackets.getByRole('listitem')).toHaveCount(1);
  });

  test('a source is marked as checked, and says so', async ({ page }) => {
    await page.getByRole('tab', { name: 'Sources' }).click();
    const lists = page.getByRole('region', { name: 'Lists of names' });
    await expect(lists).toContainText('0 of 1 checked');
    await lists.getByRole('list', { name: 'Sources' }).getByRole('link').click();
    await expect(page.getByRole('button', { name: 'Mark as checked' })).toBeVisible();
    await page.keyboard.press('k');
    await expect(lists).toContainText('1 of 1 checked');
    await expect(lists).toContainText(/Checked by Ada, Today/);
    await page.getByRole('button', { name: 'Take the check back' }).click();
    await expect(lists).toContainText('Not checked');
  });

  test('backups with the words of before are named, and deleted after a question', async ({ page, place }) => {
    const backup = join(place.studies, 'harbour.ninefold.v5-2026-01-31T10-42-00.backup');
    writeFileSync(backup, 'as it was');
    await page.reload();
    const pane = page.getByRole('region', { name: 'Key and copies' });
    await expect(pane).toContainText('1 backup with the words of before');
    await pane.getByRole('button', { name: 'Delete it …' }).click();
    const sure = page.getByRole('alertdialog', { name: 'Delete 1 backup?' });
    await sure.getByRole('button', { name: 'Cancel' }).click();
    expect(existsSync(backup)).toBe(true);
    await pane.getByRole('button', { name: 'Delete it …' }).click();
    await sure.getByRole('button', { name: 'Delete the backup' }).click();
    await expect(pane).not.toContainText('backup with the words');
    expect(existsSync(backup)).toBe(false);
  });

  test('the passphrase is changed; the browser says that it can’t save a copy', async ({ page }) => {
    await page.getByRole('button', { name: 'Make the key …' }).click();
    await fillTwice(page, passphrase);
    await page.keyboard.press('Enter');
    await expect(key(page).getByRole('status')).toContainText('The key is open');
    await runByName(page, 'Change the key’s passphrase');
    await fillTwice(page, 'windy harbour wall');
    await page.keyboard.press('Enter');
    await expect(messages(page)).toContainText('The key has a new passphrase.');
    await key(page).getByRole('button', { name: 'Close the key' }).click();
    await key(page).getByRole('button', { name: 'Open the key …' }).click();
    await dialog(page).getByLabel('Passphrase').fill(passphrase);
    await page.keyboard.press('Enter');
    await expect(dialog(page).getByRole('alert')).toBeVisible();
    await dialog(page).getByLabel('Passphrase').fill('windy harbour wall');
    await page.keyboard.press('Enter');
    await expect(key(page).getByRole('status')).toContainText('The key is open');
    await expect(page.getByRole('region', { name: 'A copy to hand on' })).toContainText(
      'Save the copy in the desktop app',
    );
  });
});

test.describe('with nothing in it', () => {
  test.use({ opening: 'empty' });
  test('the place says what it is for and offers the first step', async ({ page }) => {
    await goTo(page, 'Names');
    await expect(page.getByRole('heading', { level: 1, name: 'No sources yet' })).toBeVisible();
    await clean(page, 'empty');
    await page.getByRole('button', { name: 'Import transcripts' }).click();
    await expect(page).toHaveURL(/sources\/import/);
  });
});

for (const look of ['light', 'dark'] as const) {
  test.describe(look, () => {
    test.beforeEach(async ({ page }) => {
      test.slow();
      await page.evaluate(one => localStorage.setItem('ninefold.appearance', `${one} 17`), look);
      await page.reload();
      await ready(page);
      await goTo(page, 'Names');
      await suggestions(page).getByRole('listitem').first().waitFor();
    });

    test('suggestions, a new name and sources are clean, and their keys are on the sheet', async ({ page }) => {
      await suggestion(page, 'Ryan').click();
      await expect(places(page).first()).toBeVisible();
      await clean(page, 'suggestion');
      await page.keyboard.press('?');
      const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
      for (const name of ['Replace the ticked places', 'Choose a label', 'Add a name to be replaced', 'Make the key'])
        await expect(sheet).toContainText(name);
      await page.keyboard.press('Escape');
      await page.keyboard.press('n');
      await expect(page.getByLabel('Words to replace')).toBeFocused();
      await clean(page, 'new');
      await page.getByRole('tab', { name: 'Sources' }).click();
      await page.getByRole('list', { name: 'Sources' }).getByRole('link').first().click();
      await page.getByRole('list', { name: /^Brackets of / }).waitFor();
      await clean(page, 'sources');
    });

    test('the table and a replacement are clean, with the key open and closed', async ({ page }) => {
      await suggestion(page, 'Ryan').click();
      await expect(places(page).first()).toBeVisible();
      await label(page).fill('brother');
      await expect(replace(page)).toContainText('will read [brother]');
      await page.keyboard.press('Control+Enter');
      await fillTwice(page, passphrase);
      await page.keyboard.press('Enter');
      await expect(messages(page)).toContainText('Replaced');
      await openTable(page);
      await table(page).getByRole('link').first().click();
      await page.getByRole('region', { name: 'Where it stands' }).getByRole('checkbox').first().waitFor();
      await clean(page, 'replacement');
      await page.getByText('Not replaced yet').click();
      await clean(page, 'not replaced yet');
      await key(page).getByRole('button', { name: 'Close the key' }).click();
      await expect(table(page)).toContainText('words are in the key');
      await clean(page, 'closed');
    });
  });
}
