import { useSyncExternalStore } from 'react';
import { kept } from '../../ui/kept.ts';

const key = 'ninefold.foldedCodes';
const most = 200;
const listeners = new Set<() => void>();
let folded: ReadonlySet<string> = new Set((kept.getItem(key) ?? '').split(' ').filter(Boolean));

function change(next: ReadonlySet<string>): void {
  folded = next;
  kept.setItem(key, [...next].slice(-most).join(' '));
  for (const listener of listeners) listener();
}

/** The codes whose children are folded away, by id, and the way to change that. */
export function useFolded(): readonly [ReadonlySet<string>, (next: ReadonlySet<string>) => void] {
  const now = useSyncExternalStore(
    changed => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => folded,
  );
  return [now, change];
}
