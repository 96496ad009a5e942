import { unzipSync } from 'fflate';

/** Most that a document's text part may unpack to, in bytes: far above any transcript, far below what would fill the memory. */
const largestPart = 200 * 1024 * 1024;
/** A part that shrinks more than this is a trap, not a document. */
const largestRatio = 400;

export type Opened =
  | { readonly ok: true; readonly part: (name: string) => Uint8Array | undefined }
  | { readonly ok: false; readonly why: 'not-a-zip' | 'bomb' };

/** Unpacks the named parts of a zipped document and nothing else of it. Never throws. */
export function openParts(bytes: Uint8Array, names: readonly string[]): Opened {
  let bomb = false;
  try {
    const files = unzipSync(bytes, {
      filter: file => {
        if (!names.includes(file.name)) return false;
        const suspicious =
          file.originalSize > largestPart || file.originalSize > Math.max(file.size, 2048) * largestRatio;
        bomb ||= suspicious;
        return !suspicious;
      },
    });
    if (bomb || Object.values(files).some(part => part.length > largestPart)) return { ok: false, why: 'bomb' };
    return { ok: true, part: name => files[name] };
  } catch {
    return { ok: false, why: bomb ? 'bomb' : 'not-a-zip' };
  }
}
