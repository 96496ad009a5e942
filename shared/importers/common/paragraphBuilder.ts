import type { Cell, Paragraph } from './paragraphs.ts';

type Open = { text: string[]; bold: string; leading: boolean; role: Paragraph['role'] };

/** Puts paragraphs together from runs as a reader meets them. A paragraph within another (a text box) comes out before the one around it, and neither loses words. */
export type ParagraphBuilder = {
  readonly open: (role?: Paragraph['role']) => void;
  readonly setRole: (role: Paragraph['role']) => void;
  readonly add: (words: string, bold: boolean) => void;
  readonly close: (cell: Cell | null) => void;
  readonly paragraphs: readonly Paragraph[];
};

export function createParagraphs(): ParagraphBuilder {
  const paragraphs: Paragraph[] = [];
  const stack: Open[] = [];
  return {
    paragraphs,
    open: (role = null) => void stack.push({ text: [], bold: '', leading: true, role }),
    setRole: role => {
      const top = stack.at(-1);
      if (top) top.role = role;
    },
    add: (words, bold) => {
      const top = stack.at(-1);
      if (!top) return;
      top.text.push(words);
      if (bold && top.leading) top.bold += words;
      else if (words.trim() !== '') top.leading = false;
    },
    close: cell => {
      const top = stack.pop();
      if (top) paragraphs.push({ text: top.text.join(''), bold: top.bold, role: top.role, cell });
    },
  };
}
