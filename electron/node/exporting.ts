import type { Exported } from '../../shared/api/outputs.ts';
import { NinefoldError } from '../../shared/model/errors.ts';
import type { Caller } from './core.ts';
import { writeFileSafely } from './files.ts';
import { refusePathsFromBrowser } from './inputFiles.ts';

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

/** A file name made of a title and an ending, without what file systems refuse. */
export function exportName(title: string, what: string, ending: string): string {
  const stem = title
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 60)
    .trim();
  return `${stem || 'Study'} - ${what}.${ending}`;
}

/** @throws `nothing-to-export` saying why. */
export function refuseEmpty(items: number, why: string): void {
  if (items === 0) throw new NinefoldError('nothing-to-export', `${why} No file was written.`);
}
