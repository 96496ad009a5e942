import type { ImportResult } from '../../model/draft.ts';
import { type Paragraph, paragraphsToBlocks } from '../common/paragraphs.ts';
import { refused } from '../common/result.ts';
import { fromBlocks } from '../common/transcript.ts';
import { readParagraphs } from './paragraphs.ts';

/** A Rich Text file, as Word, TextEdit and MAXQDA write it. */
export function importRtf(name: string, bytes: Uint8Array): ImportResult {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const head = String.fromCharCode(...bytes.subarray(start, start + 5));
  if (head !== '{\\rtf') {
    return refused(
      name,
      'file-broken',
      'it is not a Rich Text file, whatever its ending says. Open it in the program that made it, save it as .rtf or .docx, and import that.',
    );
  }
  let paragraphs: readonly Paragraph[];
  try {
    paragraphs = readParagraphs(bytes.subarray(start));
  } catch {
    return refused(
      name,
      'file-broken',
      'it is damaged or made to do harm: its groups are nested without end. Save it anew in Word and import that.',
    );
  }
  const whole = paragraphs.map(one => ({ ...one, text: one.text.toWellFormed(), bold: one.bold.toWellFormed() }));
  return fromBlocks({ name, format: 'rtf', encoding: null, warnings: [], ...paragraphsToBlocks(whole) });
}
