import type { ImportResult } from '../../model/draft.ts';
import { refused } from '../common/result.ts';
import { importZipped } from '../common/zippedText.ts';
import { readParagraphs } from './paragraphs.ts';

/** A Word document: paragraphs with labels as text or in bold, a bold name on its own line, or a table of label and words. */
export function importDocx(name: string, bytes: Uint8Array): ImportResult {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
    return refused(
      name,
      'file-encrypted',
      'this Word file has a password, or is of the old kind. Open it in Word and save it as .docx without a password.',
    );
  }
  return importZipped(name, bytes, {
    format: 'docx',
    body: 'word/document.xml',
    called: 'Word document',
    program: 'Word',
    readParagraphs,
  });
}
