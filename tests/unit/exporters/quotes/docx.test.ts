import { describe, expect, it } from 'vitest';
import { quotesDocx as bundleDocx } from '../../../../shared/exporters/quotes/docx.ts';
import type { BundleQuote, Narrowed, QuoteChapter } from '../../../../shared/model/quotes.ts';
import { partsOf } from '../../../builders/printed.ts';
import { bundle, bundleQuote } from '../../../builders/quotes.ts';

const quote = (id: string, text: string, attribution = 'Interview CYP1') => bundleQuote({ id, text, attribution });
const theme = (name: string, quotes: readonly BundleQuote[], concept = '', definition = '') => ({
  theme: { name, concept, definition },
  quotes,
});
const all: Narrowed = {};
const chapters: readonly QuoteChapter[] = [
  {
    outcome: { number: 2, title: 'Reasons & ways', statement: 'Why people come' },
    sections: [
      theme(
        'Someone to row with',
        [quote('a', 'I trust Sal.\nShe waits.'), quote('b', 'It was dry.', 'Staff Email')],
        'In a line',
        'In full',
      ),
      theme('Dry', [quote('b', 'It was dry.', 'Staff Email')]),
    ],
  },
  { outcome: { number: 7, title: 'Costs', statement: '' }, sections: [] },
  { outcome: null, sections: [{ theme: null, quotes: [quote('c', 'Nobody asked.')] }] },
];

/** Paragraphs as [style, words]; a line break is a newline, a tab a tab. */
function paragraphs(xml: string): readonly (readonly [string, string])[] {
  return (xml.match(/<w:p>.*?<\/w:p>/gs) ?? []).map(one => {
    const words = [...one.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>|<w:(br|tab)\/>/g)].map(([, text, mark]) =>
      mark === 'br' ? '\n' : mark === 'tab' ? '\t' : (text ?? ''),
    );
    return [/<w:pStyle w:val="([^"]+)"/.exec(one)?.[1] ?? '', words.join('').replaceAll('&amp;', '&')] as const;
  });
}

/** The bundle of these chapters, with nothing left out. */
const quotesDocx = (title: string, narrowed: Narrowed, given: readonly QuoteChapter[]) =>
  bundleDocx(bundle({ title, narrowed, chapters: given }));
const documentOf = async (...given: Parameters<typeof quotesDocx>) =>
  partsOf(await quotesDocx(...given))['word/document.xml'] ?? '';

describe('quotes as a Word document', () => {
  it('has quotes straight under an outcome before its themes, without a heading of their own', async () => {
    const straight = { theme: null, quotes: [quote('d', 'It rains.')] };
    const given = chapters.map((chapter, at) =>
      at > 1 ? chapter : { ...chapter, sections: [straight, ...chapter.sections] },
    );
    const found = paragraphs(await documentOf('Boat shed', all, given));
    const from = found.findIndex(([style]) => style === 'Heading1');
    expect(found.slice(from, from + 5).map(([style, words]) => [style, words])).toEqual([
      ['Heading1', '2. Reasons & ways'],
      ['Statement', 'Why people come'],
      ['NinefoldQuote', 'It rains.'],
      ['NinefoldAttribution', 'Interview CYP1'],
      ['Heading2', 'Someone to row with'],
    ]);
    const costs = found.findLastIndex(([, words]) => words === '7. Costs');
    expect(found[costs + 1]).toEqual(['NinefoldQuote', 'It rains.']);
    expect(found.slice(0, from)).toContainEqual(['ContentsOutcome', '7. Costs\t1 quote']);
    expect(found.filter(([, words]) => words.startsWith('Codes in no theme'))).toHaveLength(2);
  });

  it('has outcome as heading 1, theme as heading 2, and each quote with its attribution', async () => {
    const found = paragraphs(await documentOf('Boat shed', all, chapters));
    const from = found.findIndex(([style]) => style === 'Heading1');
    expect(found.slice(from)).toEqual([
      ['Heading1', '2. Reasons & ways'],
      ['Statement', 'Why people come'],
      ['Heading2', 'Someone to row with'],
      ['Concept', 'In a line'],
      ['Definition', 'In full'],
      ['NinefoldQuote', 'I trust Sal.\nShe waits.'],
      ['NinefoldAttribution', 'Interview CYP1'],
      ['NinefoldQuote', 'It was dry.'],
      ['NinefoldAttribution', 'Staff Email'],
      ['Heading2', 'Dry'],
      ['NinefoldQuote', 'It was dry.'],
      ['NinefoldAttribution', 'Staff Email'],
      ['Heading1', '7. Costs'],
      ['Remark', 'No theme answers this outcome yet.'],
      ['Heading1', 'Under no outcome'],
      ['Heading2', 'Codes in no theme'],
      ['NinefoldQuote', 'Nobody asked.'],
      ['NinefoldAttribution', 'Interview CYP1'],
    ]);
  });

  it('begins with what is in it: each line leads to its heading', async () => {
    const xml = await documentOf('Boat shed', all, chapters);
    const lines = paragraphs(xml).filter(([style]) => style.startsWith('Contents'));
    expect(lines).toEqual([
      ['ContentsHeading', 'Contents'],
      ['ContentsOutcome', '2. Reasons & ways\t'],
      ['ContentsTheme', 'Someone to row with\t2 quotes'],
      ['ContentsTheme', 'Dry\t1 quote'],
      ['ContentsOutcome', '7. Costs\tno theme'],
      ['ContentsOutcome', 'Under no outcome\t'],
      ['ContentsTheme', 'Codes in no theme\t1 quote'],
    ]);
    const anchors = [...xml.matchAll(/w:anchor="([^"]+)"/g)].map(match => match[1]);
    const marks = [...xml.matchAll(/<w:bookmarkStart[^>]*w:name="([^"]+)"/g)].map(match => match[1]);
    expect(anchors).toHaveLength(6);
    expect(marks).toEqual(anchors);
    expect(new Set(marks).size).toBe(marks.length);
  });

  it('has no contents where there is one theme', async () => {
    const one = [{ outcome: null, sections: [theme('Dry', [quote('b', 'It was dry.')])] }];
    const styles = paragraphs(await documentOf('Boat shed', all, one)).map(([style]) => style);
    expect(styles).toEqual([
      'Title',
      'Subtitle',
      'Notice',
      'Heading1',
      'Heading2',
      'NinefoldQuote',
      'NinefoldAttribution',
    ]);
  });

  it('counts a quote of two themes once, and says what it was narrowed to', async () => {
    const subtitle = async (narrowed: Narrowed) =>
      paragraphs(await documentOf('Boat shed', narrowed, chapters)).find(([style]) => style === 'Subtitle')?.[1];
    expect(await subtitle(all)).toBe('3 quotes in report order');
    expect(await subtitle({ group: 'Parent/Carer', phase: 2 })).toBe(
      '3 quotes in report order: only Parent/Carer, phase 2',
    );
  });

  it('styles all it uses, so that an author can restyle every quote at once', async () => {
    const files = partsOf(await quotesDocx('Boat shed', all, chapters));
    const defined = [...(files['word/styles.xml'] ?? '').matchAll(/w:styleId="([^"]+)"/g)].map(match => match[1]);
    const used = new Set(paragraphs(files['word/document.xml'] ?? '').map(([style]) => style));
    expect([...used].filter(style => !defined.includes(style))).toEqual([]);
  });

  it('numbers its pages', async () => {
    const files = partsOf(await quotesDocx('Boat shed', all, chapters));
    const feet = Object.entries(files).filter(([name]) => /^word\/footer\d*\.xml$/.test(name));
    expect(feet.map(([, xml]) => xml.match(/>(?:PAGE|NUMPAGES)</g))).toEqual([['>PAGE<', '>NUMPAGES<']]);
  });

  it('is the same bytes each time, also in one run of the program', async () => {
    const first = await quotesDocx('Boat shed', all, chapters);
    expect(await quotesDocx('Boat shed', all, structuredClone(chapters))).toEqual(first);
  });

  it('holds any words that a source can hold, less what XML cannot', async () => {
    const text = 'a\u0000b\u000bc \uD800d <w:t> & "é" 🚣 \u200f\tx';
    const odd = [{ outcome: null, sections: [theme('<b>&', [quote('a', text, 'A & <B>')])] }];
    const xml = await documentOf('T <&> "x"', all, odd);
    expect(xml).toContain('abc d &lt;w:t&gt; &amp; &quot;é&quot; 🚣 \u200f');
    expect(xml).not.toContain('<b>');
  });
});
