import type { IStylesOptions } from 'docx';

const serif = 'Georgia';
const sans = 'Calibri';
const ink = '2B2723';
const quiet = '5E5851';

/** Styles of the bundle, all named, so that an author can restyle every quote at once. Sizes in half-points, spacing in twentieths of a point. */
export const quoteStyles: IStylesOptions = {
  default: {
    document: { run: { font: sans, size: 22, color: ink, language: { value: 'en-GB' } } },
    title: { run: { font: serif, size: 44, color: ink }, paragraph: { spacing: { after: 80 } } },
    heading1: {
      run: { font: sans, size: 30, bold: true, color: ink },
      paragraph: { spacing: { before: 480, after: 80 }, keepNext: true },
    },
    heading2: {
      run: { font: serif, size: 26, bold: true, color: ink },
      paragraph: { spacing: { before: 320, after: 60 }, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      run: { color: quiet },
      paragraph: { spacing: { after: 320 } },
    },
    {
      id: 'Statement',
      name: 'Outcome statement',
      basedOn: 'Normal',
      run: { color: quiet },
      paragraph: { spacing: { after: 160 } },
    },
    {
      id: 'Concept',
      name: 'Theme concept',
      basedOn: 'Normal',
      run: { font: serif, italics: true },
      paragraph: { spacing: { after: 100 }, keepNext: true },
    },
    {
      id: 'Definition',
      name: 'Theme definition',
      basedOn: 'Normal',
      run: { color: quiet },
      paragraph: { spacing: { after: 140 } },
    },
    {
      id: 'NinefoldQuote',
      name: 'Quote words',
      basedOn: 'Normal',
      quickFormat: true,
      run: { font: serif, size: 22 },
      paragraph: {
        indent: { left: 400, right: 400 },
        spacing: { before: 200, after: 40, line: 300 },
        keepNext: true,
        keepLines: true,
      },
    },
    {
      id: 'NinefoldAttribution',
      name: 'Quote attribution',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: 18, color: quiet },
      paragraph: { indent: { left: 400 }, spacing: { after: 160 } },
    },
  ],
};
