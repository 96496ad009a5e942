import { wrapText } from '../../text/measure.ts';
import { text } from './draw.ts';
import type { Shape } from './picture.ts';

/** Pixels on both sides of a picture that stay empty. */
export const margin = 32;

/** The sentence over a picture and the quiet line under it, with the pixels they take from the top. */
export function headingOf(
  title: string,
  note: string,
  width: number,
): { readonly shapes: readonly Shape[]; readonly height: number } {
  const lines = wrapText(title, 'serifBold', 20, width - 2 * margin, 3);
  const notes = wrapText(note, 'sans', 12, width - 2 * margin, 3);
  const first = 44;
  const quiet = first + (lines.length - 1) * 25 + 22;
  return {
    shapes: [
      ...lines.map((line, index) => text(margin, first + index * 25, line, 'serifBold', 20, 'ink')),
      ...notes.map((line, index) => text(margin, quiet + index * 17, line, 'sans', 12, 'ink3')),
    ],
    height: quiet + (notes.length - 1) * 17 + 10,
  };
}
