import {
  Bookmark,
  Document,
  Footer,
  Header,
  HeadingLevel,
  InternalHyperlink,
  type IParagraphOptions,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Tab,
  TextRun,
} from 'docx';
import type { BundleQuote, ContextTurn, QuoteChapter, QuoteSection } from '../../model/quotes.ts';
import { withoutControls as clean } from '../office/xml.ts';
import {
  type Bundle,
  counted,
  detailOf,
  headingOf,
  isStraight,
  nameOf,
  noticeOn,
  sourceList,
  spokenMark,
  summaryOf,
  wordsOf,
} from './bundle.ts';
import { dottedTab, page, quoteStyles, rightTab } from './docxStyles.ts';
import { settled } from './settled.ts';

/**
 * A quote bundle as a Word document: contents, then outcome as heading 1, theme as heading 2, each quote in the style "Quote words" with its
 * attribution in "Quote attribution", and the sources last. The same bundle gives the same bytes.
 */
export async function quotesDocx(bundle: Bundle): Promise<Uint8Array> {
  const { title, parts, spoken } = bundle;
  const marked = withMarks(bundle.chapters);
  const sections = marked.reduce((sum, one) => sum + one.sections.length, 0);
  const document = new Document({
    title: `${clean(title)}: quotes`,
    creator: 'Ninefold',
    lastModifiedBy: 'Ninefold',
    styles: quoteStyles,
    sections: [
      {
        properties: { page },
        ...(spoken && { headers: { default: head() } }),
        footers: { default: foot(title) },
        children: [
          styled('Title', title),
          styled('Subtitle', summaryOf(bundle)),
          styled('Notice', noticeOn(bundle)),
          ...(sections > 1 && parts.has('contents') ? contents(marked) : []),
          ...marked.flatMap(one => chapter(bundle, one)),
          ...(parts.has('sources') ? sources(bundle) : []),
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

function chapter(bundle: Bundle, one: MarkedChapter): readonly Paragraph[] {
  const { outcome, sections } = one;
  return [
    heading(HeadingLevel.HEADING_1, headingOf(one), one.mark),
    ...(outcome?.statement && bundle.parts.has('statements') ? [styled('Statement', outcome.statement)] : []),
    ...(sections.length === 0
      ? [styled('Remark', 'No theme answers this outcome yet.')]
      : sections.flatMap(under => section(bundle, under, isStraight(one, under)))),
  ];
}

function section(bundle: Bundle, one: Marked<QuoteSection>, straight: boolean): readonly Paragraph[] {
  const { theme, quotes, mark } = one;
  const defined = bundle.parts.has('definitions');
  return [
    ...(straight ? [] : [heading(HeadingLevel.HEADING_2, nameOf(one), mark)]),
    ...(theme?.concept && defined ? [styled('Concept', theme.concept)] : []),
    ...(theme?.definition && defined ? [styled('Definition', theme.definition)] : []),
    ...(quotes.length === 0 ? [styled('Remark', 'No quote under this theme.')] : []),
    ...quotes.flatMap(quote => printed(bundle, quote)),
  ];
}

function printed({ parts, extra }: Bundle, quote: BundleQuote): readonly Paragraph[] {
  const { before, after, notes } = detailOf(extra, quote);
  return [
    ...(quote.leadIn && parts.has('leadIns') ? [styled('LeadIn', quote.leadIn)] : []),
    ...before.map((turn, at) => around(turn, { keepNext: true, ...(at === 0 && { spacing: { before: 260 } }) })),
    styled('NinefoldQuote', wordsOf(quote), before.length > 0 ? { spacing: { before: 120 } } : {}),
    styled('NinefoldAttribution', quote.attribution),
    ...after.map(turn => around(turn, {})),
    ...(parts.has('notes') ? notes.map(note => styled('QuoteNote', note)) : []),
  ];
}

const around = ({ who, words }: ContextTurn, layout: IParagraphOptions): Paragraph =>
  styled('QuoteContext', who === '' ? words : `${who}: ${words}`, layout);

function sources(bundle: Bundle): readonly Paragraph[] {
  const lines = sourceList(bundle);
  if (lines.length === 0) return [];
  return [
    heading(HeadingLevel.HEADING_1, 'Sources', 'sources'),
    ...lines.map(
      ({ attribution, sources: number, quotes }) =>
        new Paragraph({
          style: 'SourceLine',
          tabStops: [dottedTab],
          children: [
            new TextRun(clean(number === 1 ? attribution : `${attribution} (${number} sources)`)),
            new TextRun({ children: [new Tab(), counted(quotes)] }),
          ],
        }),
    ),
  ];
}

function noteOn(one: MarkedChapter): string {
  const straight = one.sections.find(section => isStraight(one, section));
  return straight ? counted(straight.quotes.length) : one.sections.length === 0 ? 'no theme' : '';
}

const heading = (level: (typeof HeadingLevel)[keyof typeof HeadingLevel], words: string, mark: string) =>
  new Paragraph({
    heading: level,
    children: [new Bookmark({ id: mark, children: [new TextRun(clean(words))] })],
  });

/** A paragraph of one style; line breaks in the words stay line breaks. */
function styled(style: string, words: string, layout: IParagraphOptions = {}): Paragraph {
  const lines = clean(words).split('\n');
  const children: readonly ParagraphChild[] = lines.map(
    (line, index) => new TextRun(index === 0 ? { text: line } : { text: line, break: 1 }),
  );
  return new Paragraph({ ...layout, style, children });
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

/** Stands at the top of every page of a bundle as spoken. */
const head = () => new Header({ children: [styled('Header', spokenMark)] });
