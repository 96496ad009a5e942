import { go } from '../../app/route.ts';
import type { Brought } from './files.ts';

type Waiting = Promise<readonly Brought[]>;

let pending: Waiting | null = null;
let taker: ((files: Waiting) => void) | null = null;

/** Takes files dropped elsewhere in the app to the import preview, which opens for them. */
export function bringToImport(files: Waiting): void {
  if (taker) taker(files);
  else pending = files;
  go('sources', 'import');
}

/** Hands over what waits, and what comes while the preview is there. Returns its own clean-up. */
export function takePending(take: (files: Waiting) => void): () => void {
  taker = take;
  const waiting = pending;
  pending = null;
  if (waiting) take(waiting);
  return () => {
    if (taker === take) taker = null;
  };
}
