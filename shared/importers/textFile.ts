import type { ImportWarning } from '../model/draft.ts';

/** A decoded and normalised text file. */
export type TextFile = {
  readonly name: string;
  readonly text: string;
  readonly encoding: string | null;
  readonly warnings: readonly ImportWarning[];
};
