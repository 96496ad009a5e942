import { existsSync, readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { createStudy, importSample } from './acts.ts';
import { expect, saveInDialog, studyAt, test } from './fixtures.ts';

test('transcripts in, a selection coded, quotes out; after quitting and opening again all is there', async ({
  desktop,
  launch,
  place,
}) => {
  test.setTimeout(120_000);
  const { app, page } = desktop;
  await createStudy(page, 'Yard, again');
  await importSample(desktop);
  await page.getByRole('button', { name: 'Staff Email', exact: true }).click();
  await page.getByRole('button', { name: 'Read and code' }).click();
  const transcript = page.getByRole('document', { name: 'Transcript of Staff Email' });
  const words = transcript.getByText(/^Hi, sorry, I know you wanted this/);
  await words.click({ position: { x: 2, y: 12 } });
  await page.keyboard.press('Home');
  for (const _ of Array(6)) await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.press('c');
  await page.getByRole('combobox', { name: 'Name a code, or choose one' }).fill('Short of hands');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('contentinfo')).toContainText('13 sources, 1 code, 1 coding, 0 themes');

  await page.getByRole('link', { name: 'Quotes' }).click();
  const out = studyAt(place, 'quotes.docx');
  await saveInDialog(app, out);
  await page.getByRole('button', { name: /^Export 1 quote/ }).click();
  await page
    .getByRole('dialog', { name: 'Before this is exported' })
    .getByRole('button', { name: /^Export/ })
    .click();
  await expect(page.getByRole('region', { name: 'Export' })).toContainText(`Saved ${out}`);
  const document = strFromU8(unzipSync(readFileSync(out))['word/document.xml'] ?? new Uint8Array());
  expect(document).toContain('Hi, sorry');
  expect(document).toContain('Staff Email');
  await desktop.quit();
  expect(existsSync(`${studyAt(place, 'Yard, again.ninefold')}.lock`)).toBe(false);

  const again = await launch();
  await again.page.getByRole('button', { name: /^Yard, again/ }).click();
  await expect(again.page.getByRole('contentinfo')).toContainText('13 sources, 1 code, 1 coding, 0 themes');
  await again.page.getByRole('link', { name: 'History' }).click();
  await expect(again.page.getByRole('region', { name: 'Acts' }).getByRole('listitem').first()).toContainText(
    'Short of hands',
  );
  await again.page.keyboard.press('Control+z');
  await expect(again.page.getByRole('contentinfo')).toContainText('0 codings');
});
