import { basename } from 'node:path';
import type { FileInput } from '../../shared/api/inputs.ts';
import { NinefoldError } from '../../shared/model/errors.ts';
import type { Caller } from './core.ts';
import { readFileSafely } from './files.ts';

/** The bytes of a file that a caller names or brings. A page in a browser brings bytes; it can't name paths of this machine. @throws `refused` and what reading throws. */
export function readInput(input: FileInput, caller: Caller): { readonly name: string; readonly bytes: Uint8Array } {
  if ('bytes' in input) return { name: basename(input.name), bytes: input.bytes };
  refusePathsFromBrowser(caller);
  return { name: basename(input.path), bytes: readFileSafely(input.path) };
}

/** @throws `refused` where a browser page gives a path to read from or write to. */
export function refusePathsFromBrowser(caller: Caller): void {
  if (caller.host === 'browser') {
    throw new NinefoldError(
      'refused',
      'A page in the browser can bring and take files, but not name paths on this computer.',
    );
  }
}
