import type { ImportResult } from '../../model/draft.ts';
import { type Paragraph, paragraphsToBlocks } from '../common/paragraphs.ts';
import { refused } from '../common/result.ts';
import { fromBlocks } from '../common/transcript.ts';
import { openParts } from '../common/zipPart.ts';
import { readParagraphs } from './paragraphs.ts';

const body = 'word/document.xml';

/** A Word document: paragraphs with labels as text or in bold, a bold name on its own line, or a table of label and words. */
export function importDocx(name: string, bytes: Uint8Array): ImportResult {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
    return refused(
      name,
      'file-encrypted',
      'this Word file has a password, or is of the old kind. Open it in Word and save it as .docx without a password.',
    );
  }
  const opened = openParts(bytes, [body]);
  if (!opened.ok) {
    const why = {
      'not-a-zip':
        'it is not a whole Word document: the package is broken. Open it in Word, save it anew, and import that.',
      bomb: 'it unpacks to far more than a transcript could hold and was not opened. Save it anew in Word, without pictures.',
    }[opened.why];
    return refused(name, 'file-broken', why);
  }
  const xml = opened.part(body);
  if (!xml)
    return refused(
      name,
      'file-broken',
      'it holds no Word document. Check that it is a .docx and not another file under that name.',
    );
  let paragraphs: readonly Paragraph[];
  try {
    paragraphs = readParagraphs(new TextDecoder('utf-8', { fatal: true }).decode(xml));
  } catch {
    return refused(
      name,
      'file-broken',
      'the text in this Word document is damaged. Open it in Word, save it anew, and import that.',
    );
  }
  return fromBlocks({ name, format: 'docx', encoding: null, warnings: [], ...paragraphsToBlocks(paragraphs) });
}
