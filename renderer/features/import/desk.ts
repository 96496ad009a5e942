import { useSyncExternalStore } from 'react';
import type { Decided } from './decisions.ts';

/** The import that a person has begun: files as read, and all that was corrected. It stands outside its screen, so that looking elsewhere in the study loses nothing. */
export type ImportDesk = {
  readonly files: readonly Decided[];
  /** Index of the file whose details show. */
  readonly selected: number;
  /** What is under way, in words. */
  readonly busy: string | null;
};

const empty: ImportDesk = { files: [], selected: 0, busy: null };
const desks = new Map<string, ImportDesk>();
const listeners = new Set<() => void>();

/** The import begun in this window for a study, by the study's handle. */
export function useImportDesk(study: string): ImportDesk {
  return useSyncExternalStore(
    changed => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => desks.get(study) ?? empty,
  );
}

export function changeDesk(study: string, change: (now: ImportDesk) => Partial<ImportDesk>): void {
  const now = desks.get(study) ?? empty;
  desks.set(study, { ...now, ...change(now) });
  for (const listener of listeners) listener();
}

export function clearDesk(study: string): void {
  desks.delete(study);
  for (const listener of listeners) listener();
}
