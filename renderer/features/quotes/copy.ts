import type { Quote } from '../../../shared/model/entities.ts';

type Copied = Pick<Quote, 'text' | 'printed' | 'attribution'>;

/** The words of a quote as they are printed. */
export const printedWords = ({ printed, text }: Pick<Quote, 'text' | 'printed'>): string => printed ?? text;

/** A quote as plain text: the printed words in quotation marks, then the attribution on a line of its own. */
export function plainQuote(quote: Copied): string {
  return `“${printedWords(quote)}”\n${quote.attribution}`;
}

/** The same as a block quotation that a word processor keeps. */
export function richQuote(quote: Copied): string {
  const words = escaped(printedWords(quote)).replaceAll('\n', '<br>');
  return `<blockquote><p>“${words}”</p><p><em>${escaped(quote.attribution)}</em></p></blockquote>`;
}

/** Puts a quote on the clipboard, rich and plain. @throws Error where the browser refuses both ways. */
export async function copyQuote(quote: Copied): Promise<void> {
  const plain = plainQuote(quote);
  const rich = richQuote(quote);
  if (copyByEvent(plain, rich)) return;
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/plain': new Blob([plain], { type: 'text/plain' }),
      'text/html': new Blob([rich], { type: 'text/html' }),
    }),
  ]);
}

/** The copy event needs no permission, so it also works in a page served without one. */
function copyByEvent(plain: string, rich: string): boolean {
  let done = false;
  const fill = (event: ClipboardEvent) => {
    if (!event.clipboardData) return;
    event.clipboardData.setData('text/plain', plain);
    event.clipboardData.setData('text/html', rich);
    event.preventDefault();
    event.stopImmediatePropagation();
    done = true;
  };
  document.addEventListener('copy', fill, { capture: true });
  try {
    document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', fill, { capture: true });
  }
  return done;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
