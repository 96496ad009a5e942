import { useEffect, useSyncExternalStore } from 'react';
import type { Theme } from '../../../shared/model/entities.ts';
import type { ThemeId } from '../../../shared/model/ids.ts';

/** A card by its theme and the column it will stand in. */
type AwaitedCard = Pick<Theme, 'id' | 'status'>;

/** The card that takes the focus as soon as it stands on the board and no dialog has it: after it was made, or moved to another column. */
let awaited: AwaitedCard | null = null;
let held = false;
const listeners = new Set<() => void>();

function publish(): void {
  for (const listener of listeners) listener();
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

export function awaitCard(card: AwaitedCard | null): void {
  awaited = card;
  publish();
}

/** Whether this theme's card is awaited, as of now and not as of the last drawing. */
export const isAwaited = (id: ThemeId): boolean => awaited?.id === id;

/** Whether this card may take the focus now. */
export function useAwaited({ id, status }: AwaitedCard): boolean {
  return useSyncExternalStore(subscribe, () => !held && awaited?.id === id && awaited.status === status);
}

/** Keeps the focus where it is while the calling dialog is there. */
export function useHoldFocus(): void {
  useEffect(() => {
    held = true;
    publish();
    return () => {
      held = false;
      publish();
    };
  }, []);
}
