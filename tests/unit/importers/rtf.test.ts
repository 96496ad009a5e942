import { expect, test } from 'vitest';
import { rtfOf } from '../../builders/documents.ts';
import { drafted, refusal, spoken } from '../../builders/imported.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const said = async (body: string) => (await spoken('a.rtf', rtfOf(`P3: ${body}\\par`)))[0]?.[1];

test.each([
  ["caf\\'e9 \\'93so\\'94", 'café “so”'],
  ['a \\u8211? and \\u8211 ?b', 'a – and –b'],
  ["\\uc2\\u8211\\'96\\'96x", '–x'],
  ['\\uc0\\u8211x', '–x'],
  ['so \\u-10179?\\u-8704?', 'so 😀'],
  ["{\\f1 \\'cf\\'f0} \\'e9", 'Пр é'],
  ['a\\~b\\_c\\-d', 'a\u00A0b\u2011c\u00ADd'],
  ['\\lquote a\\rquote  \\ldblquote b\\rdblquote\\emdash c\\bullet', '‘a’ “b”—c•'],
  ['one\\line two\\tab three', 'one\ntwo\tthree'],
  ['\\{braces\\} and \\\\', '{braces} and \\'],
  ['so\r\n me words', 'so me words'],
])('%s', async (body, want) => {
  expect(await said(body)).toBe(want);
});

test('a code page for two bytes to a character, also where the second is a letter', async () => {
  const bytes = encode("{\\rtf1\\ansi\\ansicpg932 P3: \\'83A\\'83\\'42 \\par}");
  expect(await spoken('a.rtf', bytes)).toEqual([['P3', 'アィ']]);
});

test('fonts, styles, pictures, fields, heads, notes, hidden and deleted text are not speech', async () => {
  const extras =
    '{\\stylesheet{\\s1 Heading;}}{\\header Head}{\\*\\unknown words{\\b more}}{\\pict\\wmetafile8 0102AB}{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt a link}}{\\footnote A note}{\\v hidden}{\\deleted gone}{\\listtext 1.}{\\*\\bkmkstart b}';
  expect(await said(`So ${extras} on.`)).toBe('So a link on.');
});

test('bytes of a picture are jumped over, whatever stands in them', async () => {
  expect(await said('a{\\pict\\bin5 }{\\\\}}b')).toBe('ab');
  expect(await said('a{\\pict\\bin999999999 x}}')).toBe('a');
});

test('a title is taken from the file’s name, not from what programs write about it', async () => {
  expect((await drafted('Interview CYP3.rtf', rtfOf('CYP3: Hi.\\par'))).title).toBe('Interview CYP3');
});

test('a file that stops half-way gives what is there', async () => {
  expect(await spoken('a.rtf', encode('{\\rtf1\\ansi P3: Cold{\\b  day'))).toEqual([['P3', 'Cold day']]);
});

test('what is no RTF, or nested without end, is refused', async () => {
  expect(await refusal('a.rtf', encode('P3: words'))).toMatchObject({ code: 'file-broken' });
  const deep = encode(`{\\rtf1 ${'{'.repeat(1_000_000)}`);
  expect(await refusal('a.rtf', deep)).toMatchObject({
    code: 'file-broken',
    message: expect.stringContaining('nested'),
  });
  expect(await refusal('a.rtf', encode('{\\rtf1 }'))).toMatchObject({ code: 'no-words' });
});
