import { takeBack } from '../takeBack.ts';
import { expect, test } from './fixtures.ts';
import {
  cardIn,
  code,
  codesOfTheme,
  column,
  drag,
  giveReason,
  makeTheme,
  openThemes,
  outcome,
  outcomesOfTheme,
  undo,
} from './themeActs.ts';

test.beforeEach(async ({ page }) => {
  await openThemes(page);
  await expect(column(page, 'Candidate').getByRole('row').first()).toBeVisible();
});

test('three themes are made, mapped, reviewed, merged and discarded by mouse, and all is undone', async ({ page }) => {
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
  await takeBack(page);
  await takeBack(page);
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
  await takeBack(page);
  await expect(cardIn(page, 'Candidate', 'Nothing to say about it')).toBeVisible();
  await takeBack(page);
  await expect(cardIn(page, 'Candidate', 'Sums on a wet bench')).toBeVisible();
});
