import { AlignmentType, BorderStyle, type IStylesOptions, LeaderType, TabStopType } from 'docx';

const serif = 'Georgia';
const sans = 'Calibri';
const ink = '2B2723';
const quiet = '5E5851';
const rule = 'CFC9C1';
const ochre = '9A7B3C';

/** A4 with side margins of 26 mm, in twentieths of a point. */
export const page = {
  size: { width: 11906, height: 16838 },
  margin: { top: 1360, bottom: 1300, left: 1500, right: 1500, footer: 640 },
};
const measure = page.size.width - page.margin.left - page.margin.right;
/** Where figures stand at the right edge; a style can't hold it, so the paragraphs do. */
export const rightTab = { type: TabStopType.RIGHT, position: measure };
export const dottedTab = { ...rightTab, leader: LeaderType.DOT };

const bar = (color: string, space: number) => ({ left: { style: BorderStyle.SINGLE, size: 12, space, color } });

/** Styles of the bundle, all named, so that an author can restyle every quote at once. Sizes in half-points, spacing in twentieths of a point. */
export const quoteStyles: IStylesOptions = {
  default: {
    document: { run: { font: sans, size: 22, color: ink, language: { value: 'en-GB' } } },
    title: { run: { font: serif, size: 48, color: ink }, paragraph: { spacing: { after: 60 } } },
    heading1: {
      run: { font: sans, size: 30, bold: true, color: ink },
      paragraph: {
        spacing: { before: 600, after: 100 },
        keepNext: true,
        keepLines: true,
        border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 4, color: rule } },
      },
    },
    heading2: {
      run: { font: serif, size: 26, bold: true, color: ink },
      paragraph: { spacing: { before: 400, after: 80 }, keepNext: true, keepLines: true },
    },
    hyperlink: { run: { color: ink } },
  },
  paragraphStyles: [
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      run: { color: quiet, size: 24 },
      paragraph: { spacing: { after: 240 } },
    },
    {
      id: 'Notice',
      name: 'Notice',
      basedOn: 'Normal',
      run: { size: 20 },
      paragraph: { spacing: { after: 240 }, indent: { left: 200 }, border: bar(ochre, 8), keepLines: true },
    },
    {
      id: 'ContentsHeading',
      name: 'Contents heading',
      basedOn: 'Normal',
      run: { bold: true, size: 24 },
      paragraph: { spacing: { before: 360, after: 80 }, keepNext: true },
    },
    {
      id: 'ContentsOutcome',
      name: 'Contents outcome',
      basedOn: 'Normal',
      run: { size: 20, bold: true },
      paragraph: { spacing: { before: 120, after: 20 }, keepNext: true },
    },
    {
      id: 'ContentsTheme',
      name: 'Contents theme',
      basedOn: 'Normal',
      run: { font: serif, size: 20 },
      paragraph: {
        indent: { left: 300 },
        spacing: { after: 20 },
      },
    },
    {
      id: 'Statement',
      name: 'Outcome statement',
      basedOn: 'Normal',
      run: { color: quiet },
      paragraph: { spacing: { after: 160 }, keepNext: true, keepLines: true },
    },
    {
      id: 'Concept',
      name: 'Theme concept',
      basedOn: 'Normal',
      run: { font: serif, italics: true },
      paragraph: { spacing: { after: 100 }, keepNext: true, keepLines: true },
    },
    {
      id: 'Definition',
      name: 'Theme definition',
      basedOn: 'Normal',
      run: { color: quiet, size: 20 },
      paragraph: { spacing: { after: 140, line: 264 }, keepNext: true, keepLines: true },
    },
    {
      id: 'Remark',
      name: 'Remark',
      basedOn: 'Normal',
      run: { color: quiet, italics: true },
      paragraph: { spacing: { after: 140 } },
    },
    {
      id: 'LeadIn',
      name: 'Quote lead-in',
      basedOn: 'Normal',
      next: 'NinefoldQuote',
      quickFormat: true,
      paragraph: { spacing: { before: 260, after: 0, line: 280 }, keepNext: true, keepLines: true },
    },
    {
      id: 'QuoteContext',
      name: 'Quote context',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: 19, color: quiet },
      paragraph: {
        indent: { left: 400, right: 400 },
        spacing: { before: 120, after: 0, line: 264 },
        border: bar(rule, 10),
        keepLines: true,
      },
    },
    {
      id: 'QuoteNote',
      name: 'Quote note',
      basedOn: 'Normal',
      run: { size: 18, color: quiet, italics: true },
      paragraph: { indent: { left: 400, right: 400 }, spacing: { before: 60, after: 0 } },
    },
    {
      id: 'SourceLine',
      name: 'Source line',
      basedOn: 'Normal',
      run: { size: 20 },
      paragraph: { spacing: { after: 40 } },
    },
    {
      id: 'NinefoldQuote',
      name: 'Quote words',
      basedOn: 'Normal',
      next: 'NinefoldAttribution',
      quickFormat: true,
      run: { font: serif, size: 22 },
      paragraph: {
        indent: { left: 400, right: 400 },
        spacing: { before: 260, after: 0, line: 310 },
        border: bar(rule, 10),
        keepNext: true,
        keepLines: true,
      },
    },
    {
      id: 'NinefoldAttribution',
      name: 'Quote attribution',
      basedOn: 'Normal',
      next: 'NinefoldQuote',
      quickFormat: true,
      run: { size: 19, color: quiet, bold: true },
      paragraph: {
        indent: { left: 400, right: 400 },
        spacing: { before: 0, after: 0, line: 300 },
        border: bar(rule, 10),
      },
    },
    {
      id: 'Header',
      name: 'header',
      basedOn: 'Normal',
      run: { size: 18, bold: true, color: ochre },
      paragraph: { alignment: AlignmentType.CENTER },
    },
    {
      id: 'Footer',
      name: 'footer',
      basedOn: 'Normal',
      run: { size: 17, color: quiet },
    },
  ],
};
