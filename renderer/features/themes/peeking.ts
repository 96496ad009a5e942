import { useSyncExternalStore } from 'react';
import type { ThemeId } from '../../../shared/model/ids.ts';

/** The card whose best extracts are shown beside it. `pinned`: asked for by a key, and read out. */
export type Peek = { readonly theme: string; readonly card: HTMLElement; readonly pinned: boolean };

let peek: Peek | null = null;
const listeners = new Set<() => void>();

function publish(next: Peek | null): void {
  peek = next;
  for (const listener of listeners) listener();
}

/** Shows what stands in the card around `target`; by a key the second time puts it away. */
export function showPeek(theme: ThemeId | string, target: EventTarget | null, pinned = true): void {
  const card = target instanceof Element ? target.closest<HTMLElement>('[data-key]') : null;
  const again = pinned && peek?.theme === theme;
  publish(card && !again ? { theme, card, pinned } : null);
}

export function hidePeek(): void {
  if (peek) publish(null);
}

export function usePeek(): Peek | null {
  return useSyncExternalStore(
    changed => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => peek,
  );
}
