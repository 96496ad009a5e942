import { go } from '../../app/route.ts';
import type { Brought } from './files.ts';

let pending: Promise<readonly Brought[]> | null = null;

/** Takes files dropped elsewhere in the app to the import preview. */
export function bringToImport(files: Promise<readonly Brought[]>): void {
  pending = files;
  go('sources', 'import');
}

/** The files that wait, once. */
export function takePending(): Promise<readonly Brought[]> | null {
  const waiting = pending;
  pending = null;
  return waiting;
}
