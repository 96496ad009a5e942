import { SaxesParser } from 'saxes';

/** A paragraph's lines; `bold` is the bold stretch it begins with, if any. A table cell's paragraphs know their place. */
export type Paragraph = {
  readonly text: string;
  readonly bold: string;
  readonly style: string;
  /** Row and column of a table, from 0, with the table's number of columns. */
  readonly cell: { readonly row: number; readonly column: number } | null;
};

/** Reads the paragraphs of `word/document.xml`: text, tabs and breaks; deleted, hidden and field text is left out. @throws for XML that is not well formed. */
export function readParagraphs(xml: string): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const stack: string[] = [];
  let text = '';
  let bold = '';
  let style = '';
  let runBold = false;
  let runHidden = false;
  let leading = true;
  let row = -1;
  let column = -1;
  let tables = 0;
  const within = (name: string) => stack.includes(name);
  const add = (words: string) => {
    if (runHidden || within('w:del') || within('w:moveFrom')) return;
    text += words;
    if (runBold && leading) bold += words;
    else if (words.trim() !== '') leading = false;
  };
  const parser = new SaxesParser();
  parser.on('error', error => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('A Word document has no document type declaration.');
  });
  parser.on('opentag', ({ name, attributes }) => {
    stack.push(name);
    const value = String(attributes['w:val'] ?? '');
    const on = value !== '0' && value !== 'false' && value !== 'none';
    if (name === 'w:p') {
      text = '';
      bold = '';
      style = '';
      leading = true;
    } else if (name === 'w:r') {
      runBold = false;
      runHidden = false;
    } else if (name === 'w:b' && within('w:r')) runBold = on;
    else if (name === 'w:vanish' && within('w:r')) runHidden = on;
    else if (name === 'w:pStyle') style = value;
    else if (name === 'w:tab' && within('w:r')) add('\t');
    else if (name === 'w:br' || name === 'w:cr') add('\n');
    else if (name === 'w:noBreakHyphen') add('\u2011');
    else if (name === 'w:tbl') {
      tables++;
      row = -1;
    } else if (name === 'w:tr' && tables === 1) {
      row++;
      column = -1;
    } else if (name === 'w:tc' && tables === 1) column++;
  });
  parser.on('text', words => {
    if (stack.at(-1) === 'w:t') add(words);
  });
  parser.on('closetag', ({ name }) => {
    stack.pop();
    if (name === 'w:tbl') tables--;
    if (name === 'w:p') paragraphs.push({ text, bold, style, cell: tables > 0 ? { row, column } : null });
  });
  parser.write(xml).close();
  return paragraphs;
}
