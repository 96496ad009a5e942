import { useSyncExternalStore } from 'react';
import type { CodeId } from '../../../shared/model/ids.ts';

const most = 12;
const byStudy = new Map<string, readonly CodeId[]>();
const none: readonly CodeId[] = [];
const listeners = new Set<() => void>();

/** Puts codes at the head of those used last in this window. */
export function noteUsed(study: string, codes: readonly CodeId[]): void {
  const before = byStudy.get(study) ?? none;
  byStudy.set(study, [...codes, ...before.filter(one => !codes.includes(one))].slice(0, most));
  for (const listener of listeners) listener();
}

/** Codes used in this window, the last one first. */
export function useRecentCodes(study: string): readonly CodeId[] {
  return useSyncExternalStore(
    changed => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => byStudy.get(study) ?? none,
  );
}
