import { useSyncExternalStore } from 'react';
import { kept } from './kept.ts';

/** Which side panes are folded away, by "group/pane"; what a person chose is remembered on this machine. */
const key = 'ninefold.folded';
const listeners = new Set<() => void>();
let folded: ReadonlySet<string> = new Set((kept.getItem(key) ?? '').split(' ').filter(Boolean));
/** A pane brought over the page of a window that is too narrow to hold it; one at a time. */
let over: string | null = null;

function publish(): void {
  for (const listener of listeners) listener();
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

export const useFolded = (): ReadonlySet<string> => useSyncExternalStore(subscribe, () => folded);
export const useOver = (): string | null => useSyncExternalStore(subscribe, () => over);

export function setFolded(pane: string, fold: boolean): void {
  const next = new Set(folded);
  if (fold) next.add(pane);
  else next.delete(pane);
  folded = next;
  kept.setItem(key, [...next].join(' '));
  publish();
}

export function setOver(pane: string | null): void {
  over = pane;
  publish();
}

/** Width of the window in CSS pixels, followed as it changes. */
export function useWindowWidth(): number {
  return useSyncExternalStore(
    changed => {
      addEventListener('resize', changed);
      return () => removeEventListener('resize', changed);
    },
    () => innerWidth,
  );
}
