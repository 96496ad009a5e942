import type { ImportResult } from '../../model/draft.ts';
import { normaliseText } from '../../text/normalise.ts';
import type { Block } from '../common/block.ts';
import { readLabel } from '../common/labels.ts';
import { refused } from '../common/result.ts';
import { fromBlocks } from '../txt/index.ts';
import { openPackage } from './package.ts';
import { type Paragraph, readParagraphs } from './paragraphs.ts';

/** A Word document: paragraphs with labels as text or in bold, a bold name on its own line, or a table of label and words. */
export function importDocx(name: string, bytes: Uint8Array): ImportResult {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
    return refused(
      name,
      'file-encrypted',
      'this Word file has a password, or is of the old kind. Open it in Word and save it as .docx without a password.',
    );
  }
  const opened = openPackage(bytes);
  if (!opened.ok) {
    const why = {
      'not-a-zip':
        'it is not a whole Word document: the package is broken. Open it in Word, save it anew, and import that.',
      'no-document': 'it holds no Word document. Check that it is a .docx and not another file under that name.',
      bomb: 'it unpacks to far more than a transcript could hold and was not opened. Save it anew in Word, without pictures.',
    }[opened.why];
    return refused(name, 'file-broken', why);
  }
  let paragraphs: readonly Paragraph[];
  try {
    paragraphs = readParagraphs(new TextDecoder('utf-8', { fatal: true }).decode(opened.xml));
  } catch {
    return refused(
      name,
      'file-broken',
      'the text in this Word document is damaged. Open it in Word, save it anew, and import that.',
    );
  }
  const title = paragraphs.find(one => one.style === 'Title' && one.text.trim() !== '')?.text.trim() ?? null;
  const speech = paragraphs.filter(one => one.style !== 'Title' && one.style !== 'Subtitle');
  return fromBlocks({ name, encoding: null, warnings: [] }, toBlocks(speech), 'docx', title);
}

function toBlocks(paragraphs: readonly Paragraph[]): readonly Block[] {
  const blocks: Block[] = [];
  let gap = true;
  for (const [index, paragraph] of paragraphs.entries()) {
    const text = normaliseText(paragraph.text);
    if (text.trim() === '') {
      gap = true;
      continue;
    }
    const { label, rest } = labelOf(paragraph, text, paragraphs[index - 1]);
    if (label === null) blocks.push(...lines(rest, gap, /^Heading/.test(paragraph.style)));
    else if (rest !== null) blocks.push({ text: rest, label, gap: true });
    gap = false;
  }
  return blocks;
}

/** A label by the paragraph's make-up: a row's first cell, or bold words that end in a colon or stand alone. `rest` null: the label's own paragraph, taken up by the next. */
function labelOf(
  paragraph: Paragraph,
  text: string,
  before: Paragraph | undefined,
): { readonly label: string | null; readonly rest: string | null } {
  const { cell, bold } = paragraph;
  if (cell?.column === 0) return isShort(text) ? { label: null, rest: null } : { label: null, rest: text };
  if (cell?.column === 1 && before?.cell?.column === 0 && isShort(before.text))
    return { label: before.text.replace(/[:：]\s*$/u, '').trim(), rest: text };
  if (before && !cell && isBoldName(before) && !isBoldName(paragraph))
    return { label: before.text.trim().replace(/[:：]$/u, ''), rest: text };
  if (isBoldName(paragraph)) return { label: null, rest: null };
  const inBold = /^\s*(.{1,40}?)\s*[:：]\s*$/su.exec(bold);
  if (inBold?.[1] && text.startsWith(bold)) return { label: inBold[1].trim(), rest: text.slice(bold.length) };
  return { label: null, rest: text };
}

const isShort = (text: string) => text.trim().length > 0 && text.trim().length <= 40;

/** A name in bold alone on its line, without a time code: some agencies set labels so. */
function isBoldName({ text, bold, style }: Paragraph): boolean {
  const name = text.trim();
  return (
    bold.trim() === name &&
    isShort(name) &&
    !/^Heading/.test(style) &&
    !/[.!?,]$/.test(name) &&
    name.split(/\s+/).length <= 3 &&
    readLabel(name) === null &&
    /^\p{L}/u.test(name) &&
    name !== name.toUpperCase()
  );
}

/** A paragraph's lines as blocks: the first may hold the label, as in Teams transcripts. */
function lines(text: string | null, gap: boolean, heading: boolean): readonly Block[] {
  if (text === null) return [];
  return text
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [{ text: line, gap: index === 0 ? gap : false, heading }]));
}
