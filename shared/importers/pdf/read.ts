import { getDocumentProxy } from 'unpdf';
import type { Piece } from './lines.ts';

/** Most pages that are read: far above any transcript. */
const mostPages = 3000;

export type Pages =
  | { readonly ok: true; readonly pages: readonly (readonly Piece[])[] }
  | { readonly ok: false; readonly why: 'password' | 'broken' | 'too-long' };

/** The text of a PDF, page by page, with its places. Never throws. */
export async function readPages(bytes: Uint8Array): Promise<Pages> {
  try {
    // The reader takes the bytes it is given for itself.
    const document = await getDocumentProxy(bytes.slice(), { verbosity: 0 });
    try {
      if (document.numPages > mostPages) return { ok: false, why: 'too-long' };
      const pages: (readonly Piece[])[] = [];
      for (let number = 1; number <= document.numPages; number++) {
        const page = await document.getPage(number);
        const { transform } = page.getViewport({ scale: 1 });
        const { items } = await page.getTextContent();
        pages.push(upright(items.flatMap(item => ('str' in item ? pieceOf(item, transform) : []))));
        page.cleanup();
      }
      return { ok: true, pages };
    } finally {
      await document.loadingTask.destroy();
    }
  } catch (thrown) {
    const name = thrown instanceof Error ? thrown.name : '';
    return { ok: false, why: name === 'PasswordException' ? 'password' : 'broken' };
  }
}

type Item = {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly dir: string;
};
type Placed = Piece & { readonly turned: boolean };

function pieceOf(item: Item, view: readonly number[]): Placed | readonly [] {
  if (item.str === '') return [];
  const [a = 1, b = 0, , , e = 0, f = 0] = item.transform;
  const [va = 1, vb = 0, vc = 0, vd = -1, ve = 0, vf = 0] = view;
  const along = { x: va * a + vc * b, y: vb * a + vd * b };
  const { width } = item;
  const height = item.height || Math.hypot(a, b) || 10;
  const turned = Math.abs(along.y) > Math.abs(along.x) * 0.1;
  return {
    text: plain(item.str),
    x: va * e + vc * f + ve,
    y: vb * e + vd * f + vf,
    width,
    height,
    rtl: item.dir === 'rtl',
    turned,
  };
}

/** Without text that stands across the page (a watermark, a note in the margin), unless it is most of the text. */
function upright(pieces: readonly Placed[]): readonly Piece[] {
  const straight = pieces.filter(piece => !piece.turned);
  const size = (some: readonly Piece[]) => some.reduce((sum, piece) => sum + piece.text.length, 0);
  return size(straight) * 2 >= size(pieces) ? straight : pieces;
}

/** Letters as people type them: PDFs hold ligatures and joined forms of letters. Characters that no text has are dropped. */
const plain = (text: string) =>
  text
    .replace(/[\uFB00-\uFB4F\uFB50-\uFDFF\uFE70-\uFEFC]+/g, forms => forms.normalize('NFKC'))
    .replace(/(?![\t\n])\p{Cc}/gu, '')
    .toWellFormed();
