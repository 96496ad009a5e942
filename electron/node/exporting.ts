import type { Exported } from '../../shared/api/outputs.ts';
import { NinefoldError } from '../../shared/model/errors.ts';
import { newId } from '../../shared/model/ids.ts';
import type { Caller } from './core.ts';
import { writeFileSafely } from './files.ts';
import { refusePathsFromBrowser } from './inputFiles.ts';
import { isQuick, type PrintRequest, print } from './printing.ts';
import type { Session } from './sessions.ts';

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

/** Makes a document without keeping the core from other calls: in a thread, unless it is soon made. @throws `cancelled` where the job of that name was stopped. */
export async function printed(
  { handle, jobs }: Session,
  request: PrintRequest,
  job: string = newId(),
): Promise<Uint8Array> {
  if (isQuick(request)) return print(request);
  return (await jobs.inThread(handle, job, { kind: 'print', request }, () => undefined)) as Uint8Array;
}

/** @throws `nothing-to-export` saying why. */
export function refuseEmpty(items: number, why: string): void {
  if (items === 0) throw new NinefoldError('nothing-to-export', `${why} No file was written.`);
}
