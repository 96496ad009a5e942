import { AlignmentType, Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { unzipSync, zipSync } from 'fflate';
import type { QuoteChapter, QuoteSection } from '../../model/quotes.ts';
import { quoteStyles } from './docxStyles.ts';

/**
 * A quote bundle as a Word document: outcome as heading 1, theme as heading 2, each quote in the style "Quote words" with its attribution in "Quote attribution".
 * The same chapters give the same bytes: the package is laid out anew with fixed times.
 */
export async function quotesDocx(title: string, chapters: readonly QuoteChapter[]): Promise<Uint8Array> {
  const document = new Document({
    title: `${clean(title)}: quotes`,
    creator: 'Ninefold',
    lastModifiedBy: 'Ninefold',
    styles: quoteStyles,
    sections: [
      {
        properties: { page: { margin: { top: 1440, bottom: 1300, left: 1500, right: 1500 } } },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: [styled('Title', title), styled('Subtitle', subtitle(chapters)), ...chapters.flatMap(chapter)],
      },
    ],
  });
  return settled(new Uint8Array(await Packer.toArrayBuffer(document)));
}

function subtitle(chapters: readonly QuoteChapter[]): string {
  const ids = new Set(chapters.flatMap(one => one.sections.flatMap(section => section.quotes.map(quote => quote.id))));
  return `${ids.size} ${ids.size === 1 ? 'quote' : 'quotes'} in report order, as they stand in the sources`;
}

function chapter({ outcome, sections }: QuoteChapter): readonly Paragraph[] {
  const heading = outcome ? `${outcome.number}. ${outcome.title}` : 'Under no outcome';
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, text: clean(heading) }),
    ...(outcome?.statement ? [styled('Statement', outcome.statement)] : []),
    ...(sections.length === 0
      ? [styled('Statement', 'No theme answers this outcome yet.')]
      : sections.flatMap(section)),
  ];
}

function section({ theme, quotes }: QuoteSection): readonly Paragraph[] {
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_2, text: clean(theme?.name ?? 'Codes in no theme') }),
    ...(theme?.concept ? [styled('Concept', theme.concept)] : []),
    ...(theme?.definition ? [styled('Definition', theme.definition)] : []),
    ...(quotes.length === 0 ? [styled('Definition', 'No quote under this theme.')] : []),
    ...quotes.flatMap(quote => [styled('NinefoldQuote', quote.text), styled('NinefoldAttribution', quote.attribution)]),
  ];
}

/** A paragraph of one style; line breaks in the words stay line breaks. */
function styled(style: string, words: string): Paragraph {
  const lines = clean(words).split('\n');
  return new Paragraph({
    style,
    children: lines.map((line, index) => new TextRun(index === 0 ? { text: line } : { text: line, break: 1 })),
  });
}

const pageNumber = () =>
  new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: 18, color: '6B6660' })],
  });

/** Drops what XML 1.0 can't hold: control characters other than tab and line feed, and lone surrogates. */
const clean = (text: string) => text.replace(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');

/** 1 January 2000: Zip files carry a time, and it must not differ from run to run. */
const stillTime = new Date(2000, 0, 1).getTime();

function settled(bytes: Uint8Array): Uint8Array {
  const files = Object.entries(unzipSync(bytes)).sort(([a], [b]) =>
    a === '[Content_Types].xml' ? -1 : b === '[Content_Types].xml' ? 1 : a < b ? -1 : 1,
  );
  const decode = (data: Uint8Array) => new TextDecoder('utf-8').decode(data);
  const still = files.map(([name, data]): [string, Uint8Array] =>
    name === 'docProps/core.xml'
      ? [name, new TextEncoder().encode(decode(data).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '2000-01-01T00:00:00Z'))]
      : [name, data],
  );
  return zipSync(Object.fromEntries(still), { mtime: stillTime, level: 6 });
}
