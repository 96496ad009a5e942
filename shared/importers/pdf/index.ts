import type { ImportResult, ImportWarning } from '../../model/draft.ts';
import { clearRunningHeads } from '../common/pages.ts';
import { refused } from '../common/result.ts';
import { fromBlocks } from '../common/transcript.ts';
import { type Line, linesToBlocks, toLines } from './lines.ts';
import { readPages } from './read.ts';

/** A PDF that holds text. Lines are read by their place on the page; heads, feet and printed numbers are left out. */
export async function importPdf(name: string, bytes: Uint8Array): Promise<ImportResult> {
  const read = await readPages(bytes);
  if (!read.ok) {
    switch (read.why) {
      case 'password':
        return refused(
          name,
          'file-encrypted',
          'this PDF has a password. Open it, save or print it as a PDF without a password, and import that.',
        );
      case 'too-long':
        return refused(name, 'file-too-large', 'it has more than 3,000 pages. Split it, and import the parts.');
      case 'broken':
        return refused(
          name,
          'file-broken',
          'it is not a whole PDF. Open it in a PDF reader, save it anew, and import that.',
        );
    }
  }
  const blank = read.pages.filter(page => page.every(piece => piece.text.trim() === '')).length;
  if (blank === read.pages.length) {
    return refused(
      name,
      'no-words',
      'it holds pictures of pages and no text: it is a scan. Ask for the file it was printed from, or have its text recognised (OCR) and import the result.',
    );
  }
  const left = Math.min(
    ...read.pages.flatMap(page => page.flatMap(piece => (piece.text.trim() === '' ? [] : piece.x))),
  );
  const lines = read.pages.map(page => toLines(page, left));
  const { pages, leftOut } = clearRunningHeads<Line>(lines);
  const warnings: readonly ImportWarning[] =
    blank === 0
      ? []
      : [
          {
            code: 'pages-without-text',
            message: `${blank === 1 ? '1 page holds' : `${blank} pages hold`} no text (of ${read.pages.length}). What is printed there as a picture was not read.`,
          },
        ];
  return fromBlocks({
    name,
    format: 'pdf',
    encoding: null,
    warnings,
    blocks: linesToBlocks(pages),
    leftOut,
    laidOut: true,
  });
}
