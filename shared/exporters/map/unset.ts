import type { FontFiles } from './pdf.ts';
import { readFont } from './trueType.ts';

/** Letters of these words that the fonts of a picture do not have, each once, in the order in which they come: a PDF or PNG shows a box for each. */
export function unsetLetters(words: readonly string[], files: Pick<FontFiles, 'sans' | 'serifBold'>): string {
  const fonts = [readFont(files.sans), readFont(files.serifBold)];
  const lacking = (letter: string) => fonts.some(font => font.glyphOf(letter.codePointAt(0) ?? 0) === 0);
  const letters = new Set(words.flatMap(text => [...text]));
  return [...letters].filter(letter => /[\p{L}\p{N}\p{P}\p{S}]/u.test(letter) && lacking(letter)).join('');
}
