import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { odt, odtOf } from '../../builders/documents.ts';
import { drafted, refusal, spoken, spokenIn } from '../../builders/imported.ts';

test('tabs, breaks and runs of spaces are kept; white space of the file is not', async () => {
  expect(await spoken('a.odt', odt([[{ bold: 'INT:' }, '\tHow   was it?\nTell me.'], ['P3: Cold.']]))).toEqual([
    ['INT', 'How   was it?\nTell me.'],
    ['P3', 'Cold.'],
  ]);
  expect(await spoken('a.odt', odtOf('<text:p>P3: a\n      cold   day</text:p>'))).toEqual([['P3', 'a cold day']]);
});

test('notes, comments, deleted and hidden text is not speech; text in a frame is', async () => {
  const body = `<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>
    <text:p>P3: Cold<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>a note</text:p></text:note-body></text:note>
    <office:annotation><text:p>check this</text:p></office:annotation><text:span text:style-name="T2">secret</text:span> day.</text:p>
    <text:p><text:span><text:span>P4: </text:span>Yes.</text:span></text:p>`;
  const draft = await drafted('a.odt', odtOf(body));
  expect(spokenIn(draft).map(([who, said]) => [who, said.replace(/\s+/g, ' ')])).toEqual([
    ['P3', 'Cold day.'],
    ['P4', 'Yes.'],
  ]);
});

test('a title and headings are not speech', async () => {
  const draft = await drafted(
    'a.odt',
    odt([{ style: 'Title', runs: ['Interview CYP4, phase 2'] }, ['INT: Hello.'], ['CYP4: Hi.']]),
  );
  expect(draft).toMatchObject({ title: 'Interview CYP4, phase 2', participant: 'CYP4', phase: 2, words: 2 });
});

test('a number of spaces, cells or levels that no document has does no harm', async () => {
  const draft = await drafted('a.odt', odtOf('<text:p>P3: a<text:s text:c="2000000000"/>b</text:p>'));
  expect(draft.text.length).toBeLessThan(300);
  const deep = 20_000;
  const nested = `${'<text:span>'.repeat(deep)}words${'</text:span>'.repeat(deep)}`;
  expect(await spoken('a.odt', odtOf(`<text:p>P3: ${nested}</text:p>`))).toEqual([['P3', 'words']]);
});

test('a broken, locked, foreign or explosive package is refused with the way out', async () => {
  const whole = odt([['P3: Cold.']]);
  expect(await refusal('a.odt', whole.subarray(0, whole.length - 40))).toMatchObject({ code: 'file-broken' });
  expect(await refusal('a.odt', odtOf('<text:p>P3: <b></text:p>'))).toMatchObject({ code: 'file-broken' });
  expect(await refusal('a.odt', zipSync({ 'word/document.xml': new Uint8Array(10) }))).toMatchObject({
    code: 'file-broken',
    message: expect.stringContaining('holds no OpenDocument text'),
  });
  const locked = odtOf('<text:p>x</text:p>', '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>');
  expect(await refusal('a.odt', locked)).toMatchObject({ code: 'file-encrypted' });
  const bomb = zipSync({ 'content.xml': new Uint8Array(30 * 1024 * 1024).fill(0x20) });
  expect(bomb.length).toBeLessThan(100_000);
  expect(await refusal('a.odt', bomb)).toMatchObject({
    code: 'file-broken',
    message: expect.stringContaining('unpacks'),
  });
  const entities = odtOf('<text:p>P3: &a;</text:p>');
  expect(await refusal('a.odt', entities)).toMatchObject({ code: 'file-broken' });
});
