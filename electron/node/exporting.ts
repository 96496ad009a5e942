import type { Exported } from '../../shared/api/outputs.ts';
import { NinefoldError } from '../../shared/model/errors.ts';
import type { Caller } from './core.ts';
import { writeFileSafely } from './files.ts';
import { refusePathsFromBrowser } from './inputFiles.ts';

export { exportName } from '../../shared/text/exportName.ts';

/** Gives an export to its caller: written whole to `out`, or as bytes. @throws `nothing-to-export`, `cannot-write`, `disk-full`, `refused`. */
export function deliver(
  made: { readonly fileName: string; readonly mediaType: string; readonly bytes: Uint8Array; readonly items: number },
  out: string | undefined,
  caller: Caller,
): Exported {
  const { fileName, mediaType, bytes, items } = made;
  if (out === undefined) return { fileName, mediaType, path: null, bytes, items };
  refusePathsFromBrowser(caller);
  return { fileName, mediaType, path: writeFileSafely(out, bytes), bytes: null, items };
}

/** @throws `nothing-to-export` saying why. */
export function refuseEmpty(items: number, why: string): void {
  if (items === 0) throw new NinefoldError('nothing-to-export', `${why} No file was written.`);
}
