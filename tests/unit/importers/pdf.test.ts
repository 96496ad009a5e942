import { expect, test } from 'vitest';
import { broken, type PdfLine, pdf, pdfOf } from '../../builders/documents.ts';
import { drafted, refusal, spoken, spokenIn } from '../../builders/imported.ts';

const long =
  'I did not know what to expect, and to be honest I just stood there by the gate until somebody came and gave me a brush, “there you go” she said – start at the bow.';
const talk = ['Interviewer: So what was it like?', `P3: ${long}`, 'Interviewer: Who came?', 'P3: A woman with a dog.'];

/** Lines under each other, 14 points apart, from a place on the page. */
const column = (lines: readonly string[], x: number, y: number): readonly PdfLine[] =>
  lines.map((text, index) => ({ text, x, y: y + index * 14 }));

test('labels, and lines of a paragraph joined by their place on the page', async () => {
  expect(await spoken('a.pdf', pdfOf(talk, 70))).toEqual([
    ['Interviewer', 'So what was it like?'],
    ['P3', long],
    ['Interviewer', 'Who came?'],
    ['P3', 'A woman with a dog.'],
  ]);
});

test('a paragraph goes on over the end of a page; heads, feet and page numbers are left out', async () => {
  const lines = broken(`P3: ${Array.from({ length: 6 }, () => long).join(' ')}`, 70);
  const page = (number: number, some: readonly string[]) => [
    { text: 'Boat yard study, confidential', x: 72, y: 40 },
    ...column(some, 72, 80),
    { text: `Page ${number} of 3`, x: 280, y: 800 },
  ];
  const third = Math.ceil(lines.length / 3);
  const draft = await drafted(
    'a.pdf',
    pdf([1, 2, 3].map(number => page(number, lines.slice((number - 1) * third, number * third)))),
  );
  expect(spokenIn(draft)).toEqual([['P3', Array.from({ length: 6 }, () => long).join(' ')]]);
  expect(draft.leftOut).toContain('heads, feet and numbers of pages');
});

test('names in a column at the left, words at the right', async () => {
  const words = broken(long, 60);
  const lines = [
    { text: 'INT', x: 72, y: 72 },
    { text: 'So what was it like?', x: 140, y: 72 },
    { text: 'P3', x: 72, y: 100 },
    ...column(words, 140, 100),
    { text: 'INT', x: 72, y: 110 + words.length * 14 },
    { text: 'Who came?', x: 140, y: 110 + words.length * 14 },
  ];
  expect(await spoken('a.pdf', pdf([lines]))).toEqual([
    ['INT', 'So what was it like?'],
    ['P3', long],
    ['INT', 'Who came?'],
  ]);
});

test('paragraph numbers that MAXQDA prints in the margin are left out', async () => {
  const words = broken(`P3: ${long}`, 60);
  const lines = [
    { text: '1', x: 50, y: 72, size: 7 },
    { text: 'INT: So what was it like?', x: 80, y: 72 },
    { text: '2', x: 50, y: 96, size: 7 },
    ...column(words, 80, 96),
    ...[3, 4, 5].flatMap(number => [
      { text: String(number), x: 50, y: 96 + words.length * 14 + number * 24, size: 7 },
      { text: `${number % 2 ? 'INT' : 'P3'}: Number ${number}?`, x: 80, y: 96 + words.length * 14 + number * 24 },
    ]),
  ];
  const draft = await drafted('a.pdf', pdf([lines]));
  expect(spokenIn(draft)).toEqual([
    ['INT', 'So what was it like?'],
    ['P3', long],
    ['INT', 'Number 3?'],
    ['P3', 'Number 4?'],
    ['INT', 'Number 5?'],
  ]);
  expect(draft.leftOut).toContain('5 printed paragraph numbers');
});

test('the original bytes stay whole', async () => {
  const bytes = pdfOf(talk);
  const copy = bytes.slice();
  await drafted('a.pdf', bytes);
  expect(bytes).toEqual(copy);
});

test('a scan is refused with the way out; single pages without text are told of', async () => {
  expect(await refusal('scan.pdf', pdf([[], []]))).toMatchObject({
    code: 'no-words',
    message: expect.stringContaining('it is a scan'),
  });
  const draft = await drafted('a.pdf', pdf([column(['P3: Cold.', 'P4: Yes.'], 72, 72), []]));
  expect(draft.warnings.map(warning => warning.message)).toContainEqual(
    expect.stringContaining('1 page holds no text'),
  );
});

test('a PDF with a password is refused as such', async () => {
  const zeroes = '00'.repeat(32);
  const locked = pdf(
    [column(['P3: Cold.'], 72, 72)],
    `/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <${zeroes}> /U <${zeroes}> >> /ID [<00><00>]`,
  );
  expect(await refusal('a.pdf', locked)).toMatchObject({ code: 'file-encrypted' });
});

test('a broken PDF, and what is none, is refused', async () => {
  const encode = (text: string) => new TextEncoder().encode(text);
  expect(await refusal('a.pdf', encode('P3: words'))).toMatchObject({ code: 'file-broken' });
  expect(await refusal('a.pdf', encode('%PDF-1.7\n1 0 obj\n<<'))).toMatchObject({ code: 'file-broken' });
  const loop = encode(
    '%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]/Count 9>>endobj\ntrailer<</Root 1 0 R>>',
  );
  expect(['file-broken', 'no-words']).toContain((await refusal('a.pdf', loop)).code);
});
