import { SaxesParser } from 'saxes';
import { trackCells } from '../common/cells.ts';
import { createParagraphs } from '../common/paragraphBuilder.ts';
import type { Paragraph } from '../common/paragraphs.ts';

/** Parts whose words are not speech: notes, comments, deleted text, lists of contents, what stands for a drawing. */
const unread: ReadonlySet<string> = new Set([
  'text:note',
  'office:annotation',
  'text:tracked-changes',
  'text:table-of-content',
  'text:hidden-paragraph',
  'text:ruby-text',
  'svg:title',
  'svg:desc',
]);

type Style = { bold: boolean; hidden: boolean; role: Paragraph['role'] };
const plain: Style = { bold: false, hidden: false, role: null };

/** Most spaces that one tag stands for: a number of spaces is data in the file, and may be any. */
const mostSpaces = 200;

/** Reads the paragraphs of `content.xml`: text, tabs, breaks and spaces; notes, comments, deleted and hidden text is left out. @throws for XML that is not well formed. */
export function readParagraphs(xml: string): readonly Paragraph[] {
  const built = createParagraphs();
  const cells = trackCells();
  const styles = new Map<string, Style>();
  const spans: Style[] = [];
  let defining: Style | null = null;
  let unreadDepth = 0;
  let paragraphs = 0;
  let hiddenDepth = 0;
  const push = (style: Style) => {
    spans.push(style);
    if (style.hidden) hiddenDepth++;
  };
  const pop = () => {
    if (spans.pop()?.hidden) hiddenDepth--;
  };
  const add = (words: string) => {
    if (unreadDepth > 0 || paragraphs === 0 || hiddenDepth > 0) return;
    built.add(words, spans.at(-1)?.bold === true);
  };
  const parser = new SaxesParser();
  parser.on('error', error => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('A text document has no document type declaration.');
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (unread.has(name)) unreadDepth++;
    const styleName = String(attributes['text:style-name'] ?? '');
    const style = styles.get(styleName) ?? plain;
    switch (name) {
      case 'style:style': {
        const parent = String(attributes['style:parent-style-name'] ?? '');
        defining = { ...(styles.get(parent) ?? plain), role: roleOf(parent) };
        styles.set(String(attributes['style:name'] ?? ''), defining);
        break;
      }
      case 'style:text-properties': {
        const weight = attributes['fo:font-weight'];
        if (defining && weight !== undefined) defining.bold = weight === 'bold' || Number(weight) >= 600;
        if (defining && attributes['text:display'] !== undefined)
          defining.hidden = attributes['text:display'] === 'none';
        break;
      }
      case 'text:p':
      case 'text:h':
        if (unreadDepth > 0) break;
        built.open(name === 'text:h' ? 'heading' : (roleOf(styleName) ?? style.role));
        push(style);
        paragraphs++;
        break;
      case 'text:span':
        push({ ...style, bold: styles.has(styleName) ? style.bold : spans.at(-1)?.bold === true });
        break;
      case 'text:tab':
        add('\t');
        break;
      case 'text:line-break':
        add('\n');
        break;
      case 'text:s':
        add(' '.repeat(Math.min(mostSpaces, Math.max(1, Math.trunc(Number(attributes['text:c'] ?? 1)) || 1))));
        break;
      case 'table:table':
        cells.openTable();
        break;
      case 'table:table-row':
        cells.nextRow();
        break;
      case 'table:table-cell':
      case 'table:covered-table-cell':
        cells.nextCell();
        break;
    }
  });
  // White space in the file runs together; spaces that are meant have tags of their own.
  parser.on('text', words => add(words.replace(/[ \t\n\r]+/g, ' ')));
  parser.on('closetag', ({ name }) => {
    if (name === 'style:style') defining = null;
    else if ((name === 'text:p' || name === 'text:h') && unreadDepth === 0) {
      built.close(cells.cell());
      pop();
      paragraphs--;
    } else if (name === 'text:span') pop();
    else if (name === 'table:table') cells.closeTable();
    if (unread.has(name)) unreadDepth--;
  });
  parser.write(xml).close();
  return built.paragraphs;
}

const roleOf = (style: string): Paragraph['role'] =>
  style === 'Title' || style === 'Subtitle' ? 'title' : /^Heading/.test(style) ? 'heading' : null;
