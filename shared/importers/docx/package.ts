import { unzipSync } from 'fflate';

/** Most that a Word document's text part may unpack to, in bytes: far above any transcript, far below what would fill the memory. */
const largestPart = 200 * 1024 * 1024;
/** A part that shrinks more than this is a trap, not a document. */
const largestRatio = 400;

export type Opened =
  | { readonly ok: true; readonly xml: Uint8Array }
  | { readonly ok: false; readonly why: 'not-a-zip' | 'no-document' | 'bomb' };

/** Unpacks the text of a Word document and nothing else of the package. Never throws. */
export function openPackage(bytes: Uint8Array): Opened {
  let bomb = false;
  try {
    const files = unzipSync(bytes, {
      filter: file => {
        if (file.name !== 'word/document.xml') return false;
        const suspicious =
          file.originalSize > largestPart || file.originalSize > Math.max(file.size, 2048) * largestRatio;
        bomb ||= suspicious;
        return !suspicious;
      },
    });
    if (bomb) return { ok: false, why: 'bomb' };
    const xml = files['word/document.xml'];
    if (!xml) return { ok: false, why: 'no-document' };
    return xml.length > largestPart ? { ok: false, why: 'bomb' } : { ok: true, xml };
  } catch {
    return { ok: false, why: bomb ? 'bomb' : 'not-a-zip' };
  }
}
