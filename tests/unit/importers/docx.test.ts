import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { documentXml, docx, paragraph } from '../../builders/docx.ts';
import { draftOf, refusalOf, turnsOf } from '../../builders/drafts.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const speech = [
  paragraph('**Interviewer:** How was it?'),
  paragraph('**Robin:** Good – “very”.'),
  paragraph('And & cold < hot.'),
];

describe('a Word document', () => {
  it('is read paragraph by paragraph, with labels in bold', async () => {
    const draft = await draftOf(
      'interview-CYP2.docx',
      docx([paragraph('Talk with Robin', 'Title'), ...speech].join('')),
    );
    expect(turnsOf(draft)).toEqual([
      ['Interviewer', 'How was it?'],
      ['Robin', expect.stringMatching(/^Good – “very”\.\s+And & cold < hot\.$/)],
    ]);
    expect(draft).toMatchObject({ format: 'docx', encoding: null, title: 'Talk with Robin', participant: 'CYP2' });
  });

  it('keeps tabs and line breaks from fusing words; deleted, hidden and field text is left out', async () => {
    const body = `<w:p><w:r><w:t>Robin: one</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:del><w:r><w:t>gone</w:t></w:r></w:del><w:ins><w:r><w:t> four</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>${paragraph('Interviewer: Five.')}${paragraph('Robin: Six.')}`;
    const [first] = turnsOf(await draftOf('r.docx', docx(body)));
    expect(first![1].split(/\s+/)).toEqual(['one', 'two', 'three', 'four']);
  });

  it('may be a table of labels and words', async () => {
    const row = (label: string, words: string) =>
      `<w:tr><w:tc>${paragraph(label)}</w:tc><w:tc>${paragraph(words)}</w:tc></w:tr>`;
    const body = `<w:tbl>${row('Interviewer', 'How was it?')}${row('Robin', 'Good.')}${row('Interviewer', 'Oh.')}</w:tbl>`;
    expect(turnsOf(await draftOf('r.docx', docx(body)))).toEqual([
      ['Interviewer', 'How was it?'],
      ['Robin', 'Good.'],
      ['Interviewer', 'Oh.'],
    ]);
  });

  it('with a password, or of the old kind, is refused as that', async () => {
    const ole = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(600).fill(0)]);
    expect(await refusalOf('r.docx', ole)).toMatchObject({
      code: 'file-encrypted',
      message: expect.stringContaining('password'),
    });
  });

  it.each([
    ['cut short', docx(speech.join('')).slice(0, 400)],
    ['without its end', docx(speech.join('')).slice(0, -30)],
    ['text under that name', encode('Interviewer: How was it?')],
    ['another package', zipSync({ 'a.txt': encode('hello') })],
    ['an empty package', zipSync({})],
    ['of broken XML', docx('<w:p><w:r></w:p>')],
    ['of XML that ends early', docx('', { 'word/document.xml': encode(documentXml(speech.join('')).slice(0, -40)) })],
    ['not in UTF-8', docx('', { 'word/document.xml': Uint8Array.from([0xc3, 0x28, 0xff]) })],
    [
      'with a document type',
      docx('', {
        'word/document.xml': encode(`<!DOCTYPE d [<!ENTITY a "aaaa">]>${documentXml(paragraph('Robin: &a;'))}`),
      }),
    ],
  ])('that is %s is refused', async (_name, bytes) => {
    expect(await refusalOf('r.docx', bytes)).toMatchObject({
      code: 'file-broken',
      message: expect.stringMatching(/^r\.docx: .+\. .+\.$/),
    });
  });

  it('without words is refused', async () => {
    expect(await refusalOf('r.docx', docx(paragraph(' ')))).toMatchObject({ code: 'no-words' });
    expect(await refusalOf('r.docx', docx(''))).toMatchObject({ code: 'no-words' });
  });

  it('that would unpack to far more than a transcript is refused before it does', async () => {
    const bomb = docx('', { 'word/document.xml': encode(documentXml(`<w:p>${' '.repeat(12_000_000)}</w:p>`)) });
    expect(bomb.length).toBeLessThan(200_000);
    const start = performance.now();
    expect(await refusalOf('r.docx', bomb)).toMatchObject({
      code: 'file-broken',
      message: expect.stringContaining('far more'),
    });
    expect(performance.now() - start).toBeLessThan(3_000);
  });

  it('that lies about its size is refused, too', async () => {
    const bomb = docx('', { 'word/document.xml': encode(documentXml(`<w:p>${' '.repeat(12_000_000)}</w:p>`)) });
    const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.length);
    // The central directory's entry of word/document.xml: its size unpacked stands at offset 24.
    for (let at = 0; at < bomb.length - 46; at++) {
      if (view.getUint32(at, true) !== 0x02014b50) continue;
      const length = view.getUint16(at + 28, true);
      const name = new TextDecoder().decode(bomb.subarray(at + 46, at + 46 + length));
      if (name === 'word/document.xml') view.setUint32(at + 24, 3_000, true);
    }
    expect(await refusalOf('r.docx', bomb)).toMatchObject({ code: 'file-broken' });
  });

  it('may carry large pictures: they are not unpacked', async () => {
    const bytes = docx(speech.join(''), { 'word/media/image1.png': new Uint8Array(30_000_000) });
    expect(turnsOf(await draftOf('r.docx', bytes))).toHaveLength(2);
  });

  it('nested without end is refused, or read, in no time', async () => {
    const deep = docx(
      `${'<w:tbl><w:tr><w:tc>'.repeat(5_000)}${paragraph('Robin: deep')}${'</w:tc></w:tr></w:tbl>'.repeat(5_000)}`,
    );
    const start = performance.now();
    await expect(
      Promise.race(
        [draftOf('r.docx', deep).then(turnsOf), refusalOf('r.docx', deep)].map(one => one.catch(() => null)),
      ),
    ).resolves.toBeDefined();
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});
