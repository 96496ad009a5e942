import { BorderStyle, type INumberingOptions, type IStylesOptions, LevelFormat } from 'docx';
import { quoteStyles } from '../quotes/docxStyles.ts';

const serif = 'Georgia';
const ink = '2B2723';
const quiet = '5E5851';
const rule = 'CFC9C1';
const boxed = 'F6F3EE';

const line = { style: BorderStyle.SINGLE, size: 6, color: rule };
/** Edges and ground of a box. */
export const boxLook = { borders: { top: line, bottom: line, left: line, right: line }, ground: boxed };

type ParagraphStyle = NonNullable<IStylesOptions['paragraphStyles']>[number];

const style = (
  id: string,
  name: string,
  run: ParagraphStyle['run'],
  paragraph: ParagraphStyle['paragraph'],
): ParagraphStyle => ({
  id,
  name,
  basedOn: 'Normal',
  quickFormat: true,
  ...(run && { run }),
  ...(paragraph && { paragraph }),
});

/** Styles of reports, besides those of quote bundles: all named, so that an author can restyle each kind of paragraph at once. Sizes in half-points, spacing in twentieths of a point. */
export const reportStyles: IStylesOptions = {
  ...quoteStyles,
  default: {
    ...quoteStyles.default,
    heading3: {
      run: { font: serif, size: 23, bold: true, color: ink },
      paragraph: { spacing: { before: 320, after: 60 }, keepNext: true, keepLines: true },
    },
    heading4: {
      run: { size: 21, bold: true, color: quiet },
      paragraph: { spacing: { before: 260, after: 60 }, keepNext: true, keepLines: true },
    },
    listParagraph: { paragraph: { spacing: { after: 80, line: 288 } } },
  },
  paragraphStyles: [
    ...(quoteStyles.paragraphStyles ?? []),
    style('ReportBody', 'Report body', {}, { spacing: { after: 160, line: 300 } }),
    style(
      'ReportQuotation',
      'Report quotation',
      { italics: true, color: quiet },
      { indent: { left: 400, right: 400 }, spacing: { after: 160, line: 288 } },
    ),
    style('Meaning', 'Code definition', {}, { spacing: { after: 120, line: 288 }, keepNext: true, keepLines: true }),
    style('LeadIn', 'Quote lead-in', {}, { spacing: { before: 160, after: 0 }, keepNext: true, keepLines: true }),
    style(
      'Fact',
      'Theme fact',
      { size: 20 },
      { spacing: { after: 60, line: 264 }, indent: { left: 1700, hanging: 1700 } },
    ),
    style(
      'BoxTitle',
      'Box title',
      { font: serif, size: 24, bold: true },
      { spacing: { before: 80, after: 100 }, keepNext: true },
    ),
    style('More', 'More quotes', { italics: true, color: quiet, size: 20 }, { spacing: { before: 200, after: 140 } }),
    style('BoxBody', 'Box body', { size: 21 }, { spacing: { after: 120, line: 288 } }),
    style(
      'BoxDisclaimer',
      'Box disclaimer',
      { size: 18, italics: true, color: quiet },
      { spacing: { before: 60, after: 80 } },
    ),
    style('AfterBox', 'After a box', { size: 12 }, { spacing: { before: 0, after: 160 } }),
    style(
      'RecommendationNumber',
      'Recommendation',
      {},
      // What it rests on, or its first paragraph, is never alone on the next page.
      {
        spacing: { before: 160, after: 60, line: 300 },
        keepLines: true,
        keepNext: true,
        indent: { left: 520, hanging: 520 },
      },
    ),
    style(
      'RestsOn',
      'Rests on',
      { size: 19, color: quiet },
      { spacing: { after: 120 }, indent: { left: 520 }, keepLines: true },
    ),
    style(
      'Unsupported',
      'Unsupported',
      { size: 19, bold: true },
      { spacing: { after: 120 }, indent: { left: 520 }, keepLines: true },
    ),
    style(
      'TableHead',
      'Table head',
      { size: 18, bold: true, color: quiet },
      { spacing: { before: 40, after: 40 }, keepNext: true },
    ),
    style('TableCell', 'Table cell', { size: 19 }, { spacing: { before: 30, after: 30 } }),
    {
      id: 'TOC1',
      name: 'toc 1',
      basedOn: 'Normal',
      run: { size: 21, bold: true },
      paragraph: { spacing: { before: 100, after: 20 } },
    },
    {
      id: 'TOC2',
      name: 'toc 2',
      basedOn: 'Normal',
      run: { font: serif, size: 20 },
      paragraph: { spacing: { after: 20 }, indent: { left: 300 } },
    },
    {
      id: 'TOC3',
      name: 'toc 3',
      basedOn: 'Normal',
      run: { font: serif, size: 20 },
      paragraph: { spacing: { after: 20 }, indent: { left: 600 } },
    },
  ],
};

/** Bullets and numbers of lists, to three levels. */
export const reportNumbering: INumberingOptions = {
  config: [
    { reference: 'bullets', levels: levels(LevelFormat.BULLET, () => '•') },
    { reference: 'numbers', levels: levels(LevelFormat.DECIMAL, level => `%${level + 1}.`) },
  ],
};

function levels(format: (typeof LevelFormat)[keyof typeof LevelFormat], text: (level: number) => string) {
  return [0, 1, 2, 3].map(level => ({
    level,
    format,
    text: text(level),
    style: { paragraph: { indent: { left: 420 + level * 360, hanging: 300 } } },
  }));
}
