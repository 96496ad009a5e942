import { existsSync, readFileSync, rmSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { InputOf, MethodName, OutputOf } from '../../../shared/api/methods.ts';
import type { BundleQuote } from '../../../shared/model/quotes.ts';
import { inOrderIn, linesOf, type Printed } from '../../builders/printed.ts';
import { choose, goTo, messages, runByName } from '../browser/acts.ts';
import { type Desktop, expect, saveInDialog, studyAt, test } from './fixtures.ts';

test.use({ opening: '--sample' });
test.setTimeout(180_000);

type Bridge = { readonly ninefold: { invoke(name: string, input: unknown): Promise<never> } };

/** Reads what the window itself would, to compare a file with. */
async function ask<Name extends MethodName>(page: Page, name: Name, input: Omit<InputOf<Name>, 'study'>) {
  const answer = await page.evaluate(
    async ([method, rest]) => {
      const { invoke } = (window as unknown as Bridge).ninefold;
      const { value } = (await invoke('app.info', {})) as { value: { openStudy: string } };
      return invoke(method, { study: value.openStudy, ...(rest as object) });
    },
    [name, input] as const,
  );
  return (answer as { readonly value: OutputOf<Name> }).value;
}

const before = (page: Page) => page.getByRole('dialog', { name: 'Before this is exported' });
const bar = (page: Page) => page.getByRole('region', { name: 'Export', exact: true });

/** Keeps what the app would show in the file manager. */
const watchShown = ({ app }: Desktop) =>
  app.evaluate(({ shell }) => {
    const kept = globalThis as { shown?: string };
    shell.showItemInFolder = path => {
      kept.shown = path;
    };
  });
const shown = ({ app }: Desktop) => app.evaluate(() => (globalThis as { shown?: string }).shown);

/** Goes on past the advice, where there is any. */
async function goOn(page: Page, done: ReturnType<Page['locator']>): Promise<void> {
  const onward = before(page).getByRole('button', { name: /^Export/ });
  await expect(onward.or(done)).toBeVisible();
  if (await onward.isVisible()) await onward.click();
  await expect(done).toBeVisible();
}

const firstLine = (words: string) => words.split('\n')[0]!.trim();
const wordsAndLabels = (quotes: readonly BundleQuote[]) =>
  quotes
    .filter(quote => quote.state !== 'held')
    .flatMap(quote => [firstLine(quote.printed ?? quote.text), quote.attribution]);

test('quotes leave in every format, in report order and with their labels, and are shown in their folder', async ({
  desktop,
  place,
}) => {
  const { app, page } = desktop;
  await watchShown(desktop);
  await goTo(page, 'Quotes');
  const chapters = await ask(page, 'quote.chapters', { filter: {} });
  const sections = chapters.flatMap(chapter => chapter.sections);
  const once = new Map(sections.flatMap(one => one.quotes).map(quote => [quote.id, quote]));
  expect(once.size).toBeGreaterThan(150);
  const inTables = wordsAndLabels([...once.values()]);
  const inDocuments = chapters.flatMap(({ outcome, sections: under }) => [
    ...(outcome ? [`${outcome.number}. ${outcome.title}`] : []),
    ...under.flatMap(({ theme, quotes }) => [...(theme ? [theme.name] : []), ...wordsAndLabels(quotes)]),
  ]);
  const formats: readonly (readonly [Printed, string])[] = [
    ['docx', 'Word document'],
    ['xlsx', 'Excel workbook'],
    ['csv', 'CSV table'],
    ['md', 'Markdown text'],
    ['html', 'Web page that needs no network'],
    ['json', 'JSON for other programs'],
  ];
  for (const [format, name] of formats) {
    await test.step(format, async () => {
      const out = studyAt(place, `quotes.${format}`);
      await saveInDialog(app, out);
      if (format !== 'docx') await choose(page, 'Export format', name);
      await bar(page)
        .getByRole('button', { name: /^Export \d+ quotes$/ })
        .click();
      await goOn(page, bar(page).getByText(`Saved ${out}`));
      const lines = linesOf(new Uint8Array(readFileSync(out)), format);
      const wanted = ['xlsx', 'csv', 'json'].includes(format) ? inTables : inDocuments;
      const contents = lines.findIndex(one => one.trim() === 'Contents');
      const from = contents < 0 ? 0 : lines.findLastIndex(one => one.trim() === inDocuments[0]);
      expect(inOrderIn(lines.slice(from), wanted)).toEqual(wanted);
      await bar(page).getByRole('button', { name: 'Show in folder' }).click();
      await expect.poll(() => shown(desktop)).toBe(out);
    });
  }
  rmSync(studyAt(place, 'quotes.json'));
  await bar(page).getByRole('button', { name: 'Show in folder' }).click();
  await expect(messages(page)).toContainText('is no longer there');
});

test('codebook, theme book, findings draft and map leave in every format, and are shown in their folder', async ({
  desktop,
  place,
}) => {
  const { app, page } = desktop;
  await watchShown(desktop);
  const codes = (await ask(page, 'code.list', {})).map(code => code.name);
  const framework = await ask(page, 'framework.get', {});
  const outcomes = framework.outcomes.map(one => `${one.number}. ${one.title}`);
  const draft = await ask(page, 'findings.draft', {});
  const told = draft.recommendations.flatMap(one => one.items.map(item => `${item.number}.`));
  const inBook = draft.chapters.flatMap(one => one.themes.flatMap(theme => (theme.toldUnder ? [] : theme.name)));
  const files: readonly (readonly [string, Printed | 'svg', string, readonly string[]])[] = [
    ['codebook', 'csv', 'Save the codebook as CSV', codes],
    ['codebook', 'docx', 'Save the codebook as Word', codes],
    ['codebook', 'xlsx', 'Save the codebook as Excel', codes],
    ['theme book', 'docx', 'Export the theme book as Word', inBook],
    ['theme book', 'md', 'Export the theme book as Markdown', inBook],
    ['findings', 'docx', 'Export the findings as Word', [...outcomes, 'Recommendations', ...told, 'Sources']],
    ['map', 'svg', 'Save the theme map as SVG', []],
  ];
  for (const [what, format, command, wanted] of files) {
    await test.step(`${what}.${format}`, async () => {
      const out = studyAt(place, `${what}.${format}`);
      await saveInDialog(app, out);
      await goTo(page, what === 'map' ? 'Map' : what === 'codebook' ? 'Code' : 'Report');
      await runByName(page, command);
      const saved = messages(page).getByText(`Saved ${out}`);
      await goOn(page, saved);
      const bytes = new Uint8Array(readFileSync(out));
      if (format === 'svg') expect(new TextDecoder().decode(bytes)).toMatch(/^<svg|<\?xml/);
      else expect(inOrderIn(linesOf(bytes, format), wanted)).toEqual(wanted);
      const message = messages(page)
        .getByRole('alertdialog')
        .filter({ hasText: `Saved ${out}` });
      await message.getByRole('button', { name: 'Show in folder' }).click();
      await expect.poll(() => shown(desktop)).toBe(out);
    });
  }
});

test('a long report, made aside, is attributed in the style that is chosen before it leaves', async ({
  desktop,
  place,
}) => {
  const { app, page } = desktop;
  const chapters = await ask(page, 'quote.chapters', { filter: {} });
  const keys = chapters.flatMap(one => one.sections.flatMap(section => section.quotes.map(quote => quote.key)));
  await ask(page, 'quote.prepare', { extracts: [...new Set(keys)], state: 'chosen' });
  await goTo(page, 'Report');
  for (const [what, command] of [
    ['findings', 'Export the findings as Word'],
    ['theme book', 'Export the theme book as Word'],
  ] as const) {
    const out = studyAt(place, `${what}.docx`);
    await saveInDialog(app, out);
    await runByName(page, command);
    if (what === 'findings') {
      await choose(page, 'Attribution', 'A style of your own …');
      await before(page)
        .getByRole('textbox', { name: 'Written as' })
        .fill('Said by {participant|group}[ in {phase}], {source}');
    }
    await before(page)
      .getByRole('button', { name: /^Export/ })
      .click();
    await expect(messages(page).getByText(`Saved ${out}`)).toBeVisible();
    const lines = linesOf(new Uint8Array(readFileSync(out)), 'docx');
    expect(lines.filter(line => line.startsWith('Said by CYP1')).length).toBeGreaterThan(what === 'findings' ? 20 : 0);
  }
});

test('what blocks stops the file; accepted with a reason lets it go, and History keeps the reason', async ({
  desktop,
  place,
}) => {
  const { app, page } = desktop;
  const out = studyAt(place, 'quotes.docx');
  await saveInDialog(app, out);
  await goTo(page, 'Quotes');
  const panel = page.getByRole('region', { name: 'Chosen quote' });
  await panel.getByRole('button', { name: 'Mark as sensitive' }).click();
  await page.getByRole('menuitem', { name: 'Violence' }).click();
  await expect(panel).toContainText('Sensitive: violence.');
  await page.keyboard.press('Control+e');
  const blocking = before(page).getByRole('region', { name: 'Blocking' });
  await expect(blocking).toContainText('marked as sensitive (violence)');
  await expect(before(page).getByRole('region', { name: 'Advice' })).toBeVisible();
  await expect(before(page).getByRole('button', { name: /^Export/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
  expect(existsSync(out)).toBe(false);
  expect(await ask(page, 'quote.export', { filter: {}, format: 'docx', out })).toBeUndefined();
  expect(existsSync(out)).toBe(false);

  await page.keyboard.press('Control+e');
  await blocking.getByRole('button', { name: /^Accept: / }).click();
  await blocking.getByLabel('Why it can be printed').fill('Told in public before.');
  await blocking.getByRole('button', { name: 'Accept the finding' }).click();
  await before(page).getByRole('button', { name: 'Export anyway' }).click();
  await expect(bar(page)).toContainText(`Saved ${out}`);
  expect(linesOf(new Uint8Array(readFileSync(out)), 'docx').length).toBeGreaterThan(100);
  const [entry] = await ask(page, 'history.list', { limit: 1 });
  expect(entry).toMatchObject({ command: 'disclosure.accept' });
  await goTo(page, 'History');
  const acts = page.getByRole('region', { name: 'Acts' });
  await expect(acts.getByRole('listitem').first()).toContainText(/Accepted .*finding/);
  const accepted = await ask(page, 'disclosure.check', {});
  expect(accepted.findings.find(one => one.accepted !== null)?.accepted?.reason).toBe('Told in public before.');
});
