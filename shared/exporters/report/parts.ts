import {
  Bookmark,
  Document,
  type FileChild,
  Footer,
  HeadingLevel,
  InternalHyperlink,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableOfContents,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import { assertNever } from '../../model/errors.ts';
import type { DraftBlock, DraftBox } from '../../model/findings.ts';
import type { ProseRun } from '../../model/prose.ts';
import type { PrintedQuote } from '../../model/report.ts';
import { withoutControls } from '../office/xml.ts';
import { page, rightTab } from '../quotes/docxStyles.ts';
import { settled } from '../quotes/settled.ts';
import { boxLook, reportNumbering, reportStyles } from './styles.ts';

const pages = estimatePageNumbersWith({ guess: true });
/** With more paragraphs than this the pages of the contents are left to Word, which fills them in on opening: telling them takes some two seconds for each thousand. */
const mostToPage = 1_500;
/** Width between the margins, in twentieths of a point. */
export const measure = page.size.width - page.margin.left - page.margin.right;

/** A report as a Word file: A4, the report's styles, the number of the page at its foot. The same parts give the same bytes. */
export async function reportDocument(title: string, children: readonly FileChild[]): Promise<Uint8Array> {
  const document = new Document({
    title: withoutControls(title),
    creator: 'Ninefold',
    lastModifiedBy: 'Ninefold',
    styles: reportStyles,
    numbering: reportNumbering,
    ...(children.length <= mostToPage && { pageNumbers: pages }),
    sections: [{ properties: { page }, footers: { default: foot(title) }, children }],
  });
  return settled(new Uint8Array(await Packer.toArrayBuffer(document)));
}

const foot = (title: string) =>
  new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        tabStops: [rightTab],
        children: [
          new TextRun(withoutControls(title)),
          new TextRun({ children: [new Tab(), PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });

/** The contents, from the headings down to `depth`, with the pages they are on as far as can be told without Word. */
export const contents = (depth: 1 | 2 | 3): readonly FileChild[] => [
  styled('ContentsHeading', 'Contents'),
  new TableOfContents('Contents', { hyperlink: true, headingStyleRange: `1-${depth}` }),
];

const levels = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
};
export type Level = keyof typeof levels;

/** `mark`: a name of its own in the document, which links go to. */
export const heading = (level: Level, words: string, mark?: string, pageBreakBefore = false): Paragraph =>
  new Paragraph({
    heading: levels[level],
    pageBreakBefore,
    children: mark ? [new Bookmark({ id: mark, children: [run(words)] })] : [run(words)],
  });

const run = (words: string) => new TextRun(withoutControls(words));

/** Runs of one hand; line breaks in the words stay line breaks. */
function inked({ text, bold, italic }: ProseRun): readonly TextRun[] {
  const hand = { ...(bold && { bold }), ...(italic && { italics: true }) };
  return withoutControls(text)
    .split('\n')
    .map((line, index) => new TextRun({ ...hand, text: line, ...(index > 0 && { break: 1 }) }));
}

const plainRuns = (words: string): readonly ProseRun[] => [{ text: words, bold: false, italic: false }];

/** A paragraph of one style. `label` stands before it, in its margin. */
export const styled = (style: string, words: string | readonly ProseRun[], label?: string): Paragraph =>
  new Paragraph({
    style,
    children: [
      ...(label === undefined
        ? []
        : [new TextRun({ text: label, bold: true }), new TextRun({ children: [new Tab()] })]),
      ...(typeof words === 'string' ? plainRuns(words) : words).flatMap(inked),
    ],
  });

/** Facts under one another, each with its label before it: "Is not", then what it is not. One without words is left out. They stay on one page. */
export const facts = (list: readonly (readonly [label: string, words: string])[]): readonly Paragraph[] =>
  list
    .filter(([, words]) => words !== '')
    .map(
      ([label, words], index, all) =>
        new Paragraph({
          style: 'Fact',
          keepNext: index < all.length - 1,
          tabStops: [{ type: 'left', position: 1700 }],
          children: [
            new TextRun({ text: label, bold: true }),
            new TextRun({ children: [new Tab()] }),
            ...plainRuns(words).flatMap(inked),
          ],
        }),
    );

/** Words that lead to a mark of the document. */
export const linkTo = (mark: string, words: string): InternalHyperlink =>
  new InternalHyperlink({ anchor: mark, children: [run(words)] });

/** Several children with a comma between them. */
export const joined = (children: readonly ParagraphChild[]): readonly ParagraphChild[] =>
  children.flatMap((child, index) => (index === 0 ? [child] : [new TextRun('; '), child]));

/** A quote with its lead-in before it and its attribution under it. */
export const quoted = ({ leadIn, words, attribution }: PrintedQuote): readonly Paragraph[] => [
  ...(leadIn === '' ? [] : [styled('LeadIn', leadIn)]),
  styled('NinefoldQuote', words),
  styled('NinefoldAttribution', attribution),
];

/** Prose with its quotes in their places. `headings`: the level that the first level of its own headings takes. `lists` counts numbered lists through the document. */
export function prose(
  blocks: readonly DraftBlock[],
  headings: Level,
  lists: { next: number },
  body = 'ReportBody',
): readonly Paragraph[] {
  return blocks.flatMap((block, index): readonly Paragraph[] => {
    const before = blocks[index - 1];
    if (before?.kind === 'quote' && block.kind !== 'quote')
      return [new Paragraph({ style: 'AfterBox' }), ...blockOf(block, before)];
    return blockOf(block, before);
  });

  function blockOf(block: DraftBlock, before: DraftBlock | undefined): readonly Paragraph[] {
    switch (block.kind) {
      case 'paragraph':
        return [styled(body, block.runs)];
      case 'quotation':
        return [styled('ReportQuotation', block.runs)];
      case 'heading':
        return [
          new Paragraph({
            heading: levels[Math.min(4, headings + Math.max(0, Math.min(block.level, 3) - 1)) as Level],
            children: block.runs.flatMap(inked),
          }),
        ];
      case 'item': {
        if (block.number !== null && !(before?.kind === 'item' && before.number !== null)) lists.next += 1;
        const reference = block.number === null ? 'bullets' : 'numbers';
        return [
          new Paragraph({
            style: 'ListParagraph',
            numbering: { reference, level: block.depth, ...(block.number !== null && { instance: lists.next }) },
            children: block.runs.flatMap(inked),
          }),
        ];
      }
      case 'quote':
        return quoted(block.quote);
      case 'missing':
        return [
          styled(
            'Remark',
            block.why === 'held'
              ? '[A quote stands here that is held back.]'
              : '[A quote stood here whose words are no longer in the study.]',
          ),
        ];
      default:
        return assertNever(block);
    }
  }
}

/** A titled box: one cell with an edge. */
export const box = ({ title, blocks, disclaimer }: DraftBox, lists: { next: number }): readonly FileChild[] => [
  new Table({
    width: { size: measure, type: WidthType.DXA },
    columnWidths: [measure],
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({
        children: [
          new TableCell({
            width: { size: measure, type: WidthType.DXA },
            borders: boxLook.borders,
            shading: { type: ShadingType.CLEAR, color: 'auto', fill: boxLook.ground },
            margins: { top: 140, bottom: 140, left: 280, right: 280 },
            children: [
              styled('BoxTitle', title),
              ...prose(blocks, 4, lists, 'BoxBody'),
              ...(disclaimer === '' ? [] : [styled('BoxDisclaimer', disclaimer)]),
            ],
          }),
        ],
      }),
    ],
  }),
  new Paragraph({ style: 'AfterBox' }),
];

/** A table with a head that is repeated on each page. `widths` are shares of the measure. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], widths: readonly number[]): Table {
  const whole = widths.reduce((sum, one) => sum + one, 0);
  const columnWidths = widths.map(one => Math.round((one / whole) * measure));
  const cells = (words: readonly string[], style: string) =>
    words.map(
      (one, at) =>
        new TableCell({
          width: { size: columnWidths[at] ?? 0, type: WidthType.DXA },
          borders: { ...none, bottom: boxLook.borders.bottom },
          children: [styled(style, one)],
        }),
    );
  return new Table({
    width: { size: measure, type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({ tableHeader: true, children: cells(head, 'TableHead') }),
      ...rows.map(row => new TableRow({ cantSplit: true, children: cells(row, 'TableCell') })),
    ],
  });
}

const nothing = { style: 'none', size: 0, color: 'auto' } as const;
const none = { top: nothing, left: nothing, right: nothing };
