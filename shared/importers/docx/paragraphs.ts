import { SaxesParser } from 'saxes';
import { trackCells } from '../common/cells.ts';
import { createParagraphs } from '../common/paragraphBuilder.ts';
import type { Paragraph } from '../common/paragraphs.ts';

/** Parts of a document whose words are not read: deleted or moved away, and what an older Word would show instead of a drawing. */
const unread: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom', 'mc:Fallback']);

/** Reads the paragraphs of `word/document.xml`: text, tabs and breaks; deleted, hidden and field text is left out. @throws for XML that is not well formed. */
export function readParagraphs(xml: string): readonly Paragraph[] {
  const built = createParagraphs();
  const cells = trackCells();
  let unreadDepth = 0;
  let runs = 0;
  let inText = false;
  let runBold = false;
  let runHidden = false;
  const add = (words: string) => {
    if (!runHidden && unreadDepth === 0) built.add(words, runBold);
  };
  const parser = new SaxesParser();
  parser.on('error', error => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('A Word document has no document type declaration.');
  });
  parser.on('opentag', ({ name, attributes }) => {
    const value = String(attributes['w:val'] ?? '');
    const on = value !== '0' && value !== 'false' && value !== 'none' && value !== 'off';
    if (unread.has(name)) unreadDepth++;
    switch (name) {
      case 'w:p':
        if (unreadDepth === 0) built.open();
        runBold = false;
        runHidden = false;
        break;
      case 'w:r':
        runs++;
        runBold = false;
        runHidden = false;
        break;
      case 'w:b':
        if (runs > 0) runBold = on;
        break;
      case 'w:vanish':
        if (runs > 0) runHidden = on;
        break;
      case 'w:pStyle':
        if (unreadDepth === 0) built.setRole(roleOf(value));
        break;
      case 'w:t':
        inText = true;
        break;
      case 'w:tab':
        if (runs > 0) add('\t');
        break;
      case 'w:br':
      case 'w:cr':
        add('\n');
        break;
      case 'w:noBreakHyphen':
        add('\u2011');
        break;
      case 'w:tbl':
        cells.openTable();
        break;
      case 'w:tr':
        cells.nextRow();
        break;
      case 'w:tc':
        cells.nextCell();
        break;
    }
  });
  parser.on('text', words => {
    if (inText) add(words);
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'w:t') inText = false;
    else if (name === 'w:r') runs--;
    else if (name === 'w:p' && unreadDepth === 0) built.close(cells.cell());
    else if (name === 'w:tbl') cells.closeTable();
    if (unread.has(name)) unreadDepth--;
  });
  parser.write(xml).close();
  return built.paragraphs;
}

const roleOf = (style: string): Paragraph['role'] =>
  style === 'Title' || style === 'Subtitle' ? 'title' : /^Heading/.test(style) ? 'heading' : null;
