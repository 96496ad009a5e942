import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { inPlace, sampleFile, transcripts } from '../sample.ts';
import { bring, choose, dropOn, goTo, messages } from './acts.ts';
import { expect, test } from './fixtures.ts';

test.use({ opening: 'empty' });

const row = (page: Page, file: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('button', { name: file, exact: true }) });
const sourceRow = (page: Page, printed: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('button', { name: printed, exact: true }) });
const detail = (page: Page, file: string): Locator => page.getByRole('region', { name: `Speakers of ${file}` });

/** Chooses a file of the preview. */
async function look(page: Page, file: string): Promise<Locator> {
  await row(page, file).getByRole('button', { name: file, exact: true }).click();
  return detail(page, file);
}
async function store(page: Page, count: number): Promise<void> {
  await page.getByRole('button', { name: `Import ${count} transcript${count === 1 ? '' : 's'}`, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sources' })).toBeVisible();
}

test('all five formats by the file chooser: the preview shows what was detected, and that is stored', async ({
  page,
}) => {
  await bring(page, transcripts);
  await expect(page.getByText('13 files, nothing stored yet')).toBeVisible();
  await expect(page.getByRole('contentinfo')).toContainText('0 sources');
  for (const [file, printed, kind, group, turns, speakers] of [
    ['interview-CYP4.txt', 'Interview CYP4 phase 2', 'Interview', 'CYP', '82', '3 speakers'],
    ['interview-CYP5.md', 'Interview CYP5 phase 2', 'Interview', 'CYP', '54', '2 speakers'],
    ['parent-carer-FG-phase-1.docx', 'Parent/Carer FG phase 1', 'Focus group', 'Parent/Carer', '71', '5 speakers'],
    ['professional-FG-phase-2.vtt', 'Professional FG phase 2', 'Focus group', 'Professional', '58', '5 speakers'],
    ['parent-carer-FG-phase-2.srt', 'Parent/Carer FG phase 2', 'Focus group', 'Parent/Carer', '53', '4 speakers'],
    ['staff-email.txt', 'Staff Email', 'E-mail', 'Staff', '7', '1 speaker'],
  ] as const) {
    const here = row(page, file);
    for (const words of [printed, kind, group, turns, speakers]) await expect(here).toContainText(words);
  }
  await expect(row(page, 'interview-CYP4.txt').getByLabel('Participant of interview-CYP4.txt')).toHaveValue('CYP4');
  const side = await look(page, 'interview-CYP4.txt');
  await expect(side.getByLabel('Title')).toHaveValue('Interview CYP4');
  await expect(side.getByRole('row', { name: /^Interviewer/ })).toContainText('Interviewer');
  await expect(side.getByRole('button', { name: 'Role of Mentor (supporting CYP4)' })).toContainText('Second speaker');
  const turns = page.getByRole('region', { name: 'First turns' });
  await expect(turns).toContainText('Is he all right to stop in?');
  await expect(turns).not.toContainText('Method: interview');
  await store(page, 13);
  await expect(messages(page)).toContainText('Imported 13 transcripts.');
  await expect(page.getByText('13 sources, 18,159 words')).toBeVisible();
  await expect(sourceRow(page, 'Parent/Carer FG phase 1')).toContainText('Parent and carer focus group, phase 1');
});

test('everything detected can be corrected before it is stored', async ({ page }) => {
  await bring(page, [sampleFile('parent-carer-FG-phase-2.srt')]);
  const file = 'parent-carer-FG-phase-2.srt';
  await choose(page, `Kind of ${file}`, 'Interview');
  await choose(page, `Group of ${file}`, 'Staff');
  await choose(page, `Phase of ${file}`, '1');
  await expect(row(page, file)).toContainText('Staff Interview phase 1');
  await page.getByLabel(`Participant of ${file}`).fill('Staff 4');
  await expect(row(page, file)).toContainText('Interview Staff 4 phase 1');
  await detail(page, file).getByLabel('Title').fill('Two carers and a kettle');
  await store(page, 1);
  const stored = sourceRow(page, 'Interview Staff 4 phase 1');
  await expect(stored).toContainText('Two carers and a kettle');
  await expect(page.getByRole('rowgroup').filter({ has: stored })).toContainText('Staff');
});

test('speakers are renamed, merged, left out and marked as interviewer', async ({ page, place }) => {
  const path = inPlace(place, 'group.txt');
  writeFileSync(
    path,
    'Facilitator: Shall we begin?\n\nParent 1: The school rang me.\n\nParent2: Mine came home with an oar.\n\nParent 2: He made it himself.\n\nTea lady: Milk or sugar?\n\nParent 1: Neither.\n\nTea lady: Right you are.\n\nFacilitator: What then?\n',
  );
  await bring(page, [path]);
  const side = detail(page, 'group.txt');
  await expect(side.getByText('“Parent2” and “Parent 2” look like one person')).toBeVisible();
  await side.getByLabel('Name of Parent2 in the study').fill('P/C 5');
  await side.getByLabel('Name of Parent 2 in the study').fill('P/C 5');
  await expect(side.getByText('One speaker with Parent 2')).toBeVisible();
  await side.getByLabel('Name of Parent 1 in the study').fill('P/C 4');
  await choose(page, 'Role of Facilitator', 'Interviewer');
  await choose(page, 'Role of Tea lady', 'Not a speaker');
  const turns = page.getByRole('region', { name: 'First turns' });
  await expect(turns).not.toContainText('Milk or sugar?');
  await expect(turns.getByText('P/C 5')).toHaveCount(2);
  await side.getByLabel('Name of Parent 1 in the study').fill('');
  await expect(page.getByText('1 file needs a correction before it can come in.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Import 1 transcript' })).toBeDisabled();
  await side.getByLabel('Name of Parent 1 in the study').fill('P/C 4');
  await store(page, 1);

  const inspector = page.getByRole('region', { name: 'Chosen source' });
  await expect(inspector.getByLabel(/^Name of/)).toHaveCount(3);
  const names = await inspector
    .getByLabel(/^Name of/)
    .evaluateAll(fields => fields.map(one => (one as HTMLInputElement).value));
  expect(names.toSorted()).toEqual(['Facilitator', 'P/C 4', 'P/C 5']);
  await expect(inspector.getByRole('button', { name: 'Role of Facilitator' })).toContainText('Interviewer');
  await inspector.getByRole('button', { name: 'Read and code' }).click();
  const transcript = page.getByRole('document', { name: /^Transcript of/ });
  await expect(transcript).toContainText('Mine came home with an oar.');
  await expect(transcript).not.toContainText('Milk or sugar?');
});

test('of ten files with a bad one, nine come in, and the bad one is named', async ({ page, place }) => {
  const broken = inPlace(place, 'broken.docx');
  writeFileSync(broken, Buffer.from('504b0304aabbccdd', 'hex'));
  await bring(page, [...transcripts.slice(0, 9), broken]);
  await expect(page.getByText('10 files, nothing stored yet')).toBeVisible();
  await expect(row(page, 'broken.docx')).toContainText('Can’t be imported.');
  await expect(page.getByText('1 file can’t be read and will be left out.')).toBeVisible();
  await store(page, 9);
  await expect(messages(page)).toContainText(
    'Imported 9 transcripts. Not imported: broken.docx, which could not be read.',
  );
  await expect(page.getByRole('main').getByText(/^9 sources/)).toBeVisible();
});

test('files that are in the study already are skipped', async ({ page }) => {
  const [first = '', second = ''] = transcripts;
  await bring(page, [first]);
  await store(page, 1);
  await bring(page, [first, second]);
  await expect(row(page, basename(first))).toContainText('In the study already');
  await expect(page.getByLabel(`Import ${basename(first)}`)).toBeDisabled();
  await store(page, 1);
  await expect(page.getByRole('main').getByText(/^2 sources/)).toBeVisible();
  await bring(page, [transcripts[2] ?? '', transcripts[2] ?? '']);
  await store(page, 2);
  await expect(messages(page)).toContainText(`In the study already: ${basename(transcripts[2] ?? '')}.`);
  await expect(page.getByRole('main').getByText(/^3 sources/)).toBeVisible();
});

test('files dropped on Sources come to the preview, folders with all that lies in them', async ({ page, place }) => {
  const folder = inPlace(place, 'from the agency');
  mkdirSync(join(folder, 'phase 1'), { recursive: true });
  copyFileSync(sampleFile('interview-CYP1.txt'), join(folder, 'phase 1', 'interview-CYP1.txt'));
  copyFileSync(sampleFile('interview-CYP3.vtt'), join(folder, 'interview-CYP3.vtt'));
  copyFileSync(sampleFile('sources.csv'), join(folder, 'sources.csv'));
  writeFileSync(join(folder, 'invoice.xlsx'), 'not a transcript');
  await page.getByRole('heading', { name: 'No transcripts yet' }).waitFor();
  await dropOn(page, page.getByRole('main'), [sampleFile('staff-email.txt'), folder]);
  await expect(page.getByText('3 files, nothing stored yet')).toBeVisible();
  await expect(row(page, 'interview-CYP3.vtt')).toContainText('Interview CYP3 phase 2');
  await dropOn(page, page.getByRole('main'), [sampleFile('interview-CYP5.md')]);
  await expect(page.getByText('4 files, nothing stored yet')).toBeVisible();
  await dropOn(page, page.getByRole('navigation', { name: 'Places' }), [sampleFile('interview-CYP2.docx')]);
  await expect(page.getByText('5 files, nothing stored yet')).toBeVisible();
  await store(page, 5);
  await expect(sourceRow(page, 'Interview CYP1 phase 1')).toBeVisible();
});

test('files dropped in any other place come to the preview, too', async ({ page }) => {
  await goTo(page, 'History');
  await page.getByRole('heading', { level: 1, name: 'History' }).waitFor();
  await dropOn(page, page.getByRole('main'), [sampleFile('staff-email.txt')]);
  await expect(page.getByText('1 file, nothing stored yet')).toBeVisible();
});

test('a folder is chosen whole', async ({ page }) => {
  await page.keyboard.press('Control+i');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a folder' }).click();
  await (await chooser).setFiles(sampleFile(''));
  await expect(page.getByText('13 files, nothing stored yet')).toBeVisible();
  await expect(row(page, 'interview-CYP2.docx')).toContainText('Interview CYP2 phase 1');
});

test('what was corrected is kept while looking elsewhere, and let go by Cancel', async ({ page }) => {
  await bring(page, transcripts.slice(0, 2));
  await page
    .getByRole('region', { name: /^Speakers of/ })
    .getByLabel('Title')
    .fill('Kept');
  await goTo(page, 'History');
  await goTo(page, 'Sources');
  await page.getByRole('button', { name: 'Go on with the import of 2 files' }).click();
  await expect(page.getByRole('region', { name: /^Speakers of/ }).getByLabel('Title')).toHaveValue('Kept');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('heading', { name: 'No transcripts yet' })).toBeVisible();
  await page.getByRole('button', { name: 'Import transcripts' }).first().click();
  await expect(page.getByRole('heading', { name: 'Drop transcripts here' })).toBeVisible();
});

test('files without a transcript among them say so', async ({ page }) => {
  await bring(page, [sampleFile('sources.csv')]);
  await expect(messages(page)).toContainText('There is no transcript among these files.');
});
