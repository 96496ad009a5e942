import { widths } from './widths.ts';

export type Face = keyof typeof widths;

const marks = [0x2013, 0x2014, 0x2018, 0x2019, 0x201c, 0x201d, 0x2026];

/** Width of a text in pixels, without kerning. Characters outside the table (other scripts, emoji) count as one em, which errs on the wide side. */
export function textWidth(text: string, face: Face, size: number): number {
  let total = 0;
  for (const character of text) total += advance(character.codePointAt(0) ?? 0, widths[face]);
  return (total * size) / 1000;
}

function advance(point: number, table: readonly number[]): number {
  if (point >= 32 && point <= 126) return table[point - 32] ?? 1000;
  if (point >= 160 && point <= 255) return table[point - 160 + 95] ?? 1000;
  const mark = marks.indexOf(point);
  return mark < 0 ? 1000 : (table[191 + mark] ?? 1000);
}

/** Breaks a text into lines no wider than `width` pixels, at spaces, inside a word only where it is too long; past `most` lines it ends in an ellipsis. */
export function wrapText(text: string, face: Face, size: number, width: number, most: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).flatMap(one => pieces(one, face, size, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, face, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  lines.push(line);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), ellipsis(lines.slice(most - 1).join(' '), face, size, width)];
}

/** The text, or as much of its beginning as fits with an ellipsis. */
export function ellipsis(text: string, face: Face, size: number, width: number): string {
  if (textWidth(text, face, size) <= width) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(`${characters.join('')}…`, face, size) > width) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

function pieces(word: string, face: Face, size: number, width: number): readonly string[] {
  if (textWidth(word, face, size) <= width) return [word];
  const parts: string[] = [''];
  for (const character of word) {
    const last = parts.at(-1) ?? '';
    if (last !== '' && textWidth(last + character, face, size) > width) parts.push(character);
    else parts[parts.length - 1] = last + character;
  }
  return parts;
}
