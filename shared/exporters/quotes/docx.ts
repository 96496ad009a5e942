import {
  Bookmark,
  Document,
  Footer,
  HeadingLevel,
  InternalHyperlink,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Tab,
  TextRun,
} from 'docx';
import type { HeardOnly, QuoteChapter, QuoteSection } from '../../model/quotes.ts';
import { dottedTab, page, quoteStyles, rightTab } from './docxStyles.ts';
import { settled } from './settled.ts';

/**
 * A quote bundle as a Word document: contents, then outcome as heading 1, theme as heading 2, each quote in the style "Quote words" with its
 * attribution in "Quote attribution". The same chapters give the same bytes.
 */
export async function quotesDocx(
  title: string,
  heard: HeardOnly,
  chapters: readonly QuoteChapter[],
): Promise<Uint8Array> {
  const marked = withMarks(chapters);
  const sections = marked.reduce((sum, one) => sum + one.sections.length, 0);
  const document = new Document({
    title: `${clean(title)}: quotes`,
    creator: 'Ninefold',
    lastModifiedBy: 'Ninefold',
    styles: quoteStyles,
    sections: [
      {
        properties: { page },
        footers: { default: foot(title) },
        children: [
          styled('Title', title),
          styled('Subtitle', subtitle(heard, chapters)),
          styled(
            'Notice',
            'The words stand exactly as in the sources: names and places are not replaced. Read each quote for what could identify a person before it is shared.',
          ),
          ...(sections > 1 ? contents(marked) : []),
          ...marked.flatMap(chapter),
        ],
      },
    ],
  });
  return settled(new Uint8Array(await Packer.toArrayBuffer(document)));
}

type Marked<T> = T & { readonly mark: string };
type MarkedChapter = Marked<Omit<QuoteChapter, 'sections'>> & { readonly sections: readonly Marked<QuoteSection>[] };

/** Chapters and sections with names for their places in the document. */
const withMarks = (chapters: readonly QuoteChapter[]): readonly MarkedChapter[] =>
  chapters.map((chapter, at) => ({
    ...chapter,
    mark: `outcome_${at + 1}`,
    sections: chapter.sections.map((section, inside) => ({ ...section, mark: `theme_${at + 1}_${inside + 1}` })),
  }));

function subtitle({ group, phase, participant, within = null }: HeardOnly, chapters: readonly QuoteChapter[]): string {
  const ids = new Set(chapters.flatMap(one => one.sections.flatMap(section => section.quotes.map(quote => quote.id))));
  const only = [within, group, phase === null ? null : `phase ${phase}`, participant].filter(part => part !== null);
  return `${counted(ids.size)} in report order${only.length === 0 ? '' : `: only ${only.join(', ')}`}`;
}

/** What is in the document, each line a link to its heading. Numbers of quotes, not of pages: those only the word processor knows. */
function contents(chapters: readonly MarkedChapter[]): readonly Paragraph[] {
  const line = (style: string, words: string, mark: string, note: string) =>
    new Paragraph({
      style,
      tabStops: [style === 'ContentsTheme' ? dottedTab : rightTab],
      children: [
        new InternalHyperlink({ anchor: mark, children: [new TextRun(clean(words))] }),
        new TextRun({ bold: false, children: [new Tab(), note] }),
      ],
    });
  return [
    styled('ContentsHeading', 'Contents'),
    ...chapters.flatMap(one => [
      line('ContentsOutcome', headingOf(one), one.mark, noteOn(one)),
      ...one.sections
        .filter(section => !isStraight(one, section))
        .map(section => line('ContentsTheme', nameOf(section), section.mark, counted(section.quotes.length))),
    ]),
  ];
}

function chapter(one: MarkedChapter): readonly Paragraph[] {
  const { outcome, sections } = one;
  return [
    heading(HeadingLevel.HEADING_1, headingOf(one), one.mark),
    ...(outcome?.statement ? [styled('Statement', outcome.statement)] : []),
    ...(sections.length === 0
      ? [styled('Remark', 'No theme answers this outcome yet.')]
      : sections.flatMap(under => section(under, isStraight(one, under)))),
  ];
}

function section(one: Marked<QuoteSection>, straight: boolean): readonly Paragraph[] {
  const { theme, quotes, mark } = one;
  return [
    ...(straight ? [] : [heading(HeadingLevel.HEADING_2, nameOf(one), mark)]),
    ...(theme?.concept ? [styled('Concept', theme.concept)] : []),
    ...(theme?.definition ? [styled('Definition', theme.definition)] : []),
    ...(quotes.length === 0 ? [styled('Remark', 'No quote under this theme.')] : []),
    ...quotes.flatMap(quote => [styled('NinefoldQuote', quote.text), styled('NinefoldAttribution', quote.attribution)]),
  ];
}

/** Quotes under an outcome that are in none of its themes stand under its own heading. */
const isStraight = ({ outcome }: Pick<QuoteChapter, 'outcome'>, { theme }: QuoteSection): boolean =>
  outcome !== null && theme === null;
function noteOn(one: MarkedChapter): string {
  const straight = one.sections.find(section => isStraight(one, section));
  return straight ? counted(straight.quotes.length) : one.sections.length === 0 ? 'no theme' : '';
}
const headingOf = ({ outcome }: Pick<QuoteChapter, 'outcome'>): string =>
  outcome ? `${outcome.number}. ${outcome.title}` : 'Under no outcome';
const nameOf = ({ theme }: QuoteSection): string => theme?.name ?? 'Codes in no theme';
const counted = (quotes: number): string => `${quotes} ${quotes === 1 ? 'quote' : 'quotes'}`;

const heading = (level: (typeof HeadingLevel)[keyof typeof HeadingLevel], words: string, mark: string) =>
  new Paragraph({
    heading: level,
    children: [new Bookmark({ id: mark, children: [new TextRun(clean(words))] })],
  });

/** A paragraph of one style; line breaks in the words stay line breaks. */
function styled(style: string, words: string): Paragraph {
  const lines = clean(words).split('\n');
  const children: readonly ParagraphChild[] = lines.map(
    (line, index) => new TextRun(index === 0 ? { text: line } : { text: line, break: 1 }),
  );
  return new Paragraph({ style, children });
}

const foot = (title: string) =>
  new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        tabStops: [rightTab],
        children: [
          new TextRun(`${clean(title)}: quotes`),
          new TextRun({ children: [new Tab(), PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });

/** Drops what XML 1.0 can't hold: control characters other than tab and line feed, and lone surrogates. */
const clean = (text: string) => text.replace(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
