import { useMemo, useSyncExternalStore } from 'react';
import type { BundleQuote } from '../../../shared/model/quotes.ts';
import type { Section } from './choice.ts';

/** An order by hand that the core has not answered yet: what is read meanwhile may still stand in the order before. */
export type PendingOrder = {
  readonly study: string;
  readonly section: Pick<Section, 'outcome' | 'theme'>;
  readonly quotes: readonly BundleQuote[];
};

let pending: readonly PendingOrder[] = [];
const listeners = new Set<() => void>();
function publish(next: readonly PendingOrder[]): void {
  pending = next;
  for (const listener of listeners) listener();
}

/** Shows quotes in an order while the work that makes it theirs is under way. */
export async function whileOrdered<T>(order: PendingOrder, work: () => Promise<T>): Promise<T> {
  publish([...pending, order]);
  try {
    return await work();
  } finally {
    publish(pending.filter(one => one !== order));
  }
}

/** Orders that are under way, the last one last. */
export function usePendingOrders(study: string): readonly PendingOrder[] {
  const all = useSyncExternalStore(
    changed => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => pending,
  );
  return useMemo(() => all.filter(one => one.study === study), [all, study]);
}
