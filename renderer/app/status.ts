import { useEffect, useSyncExternalStore } from 'react';

/** What a place adds to the status line: filters of its own beside that of the study, and where in its matter the person is. */
export type StatusNotes = { readonly filters: string | null; readonly where: string | null };

const empty: StatusNotes = { filters: null, where: null };
let notes = empty;
const listeners = new Set<() => void>();

function publish(next: StatusNotes): void {
  notes = next;
  for (const listener of listeners) listener();
}

/** Shows notes in the status line while the place is there, such as { filters: 'Parents, phase 2', where: 'Turn 44 of 71' }. */
export function useStatus({ filters = null, where = null }: Partial<StatusNotes>): void {
  useEffect(() => {
    publish({ filters, where });
    return () => publish(empty);
  }, [filters, where]);
}

export function useStatusNotes(): StatusNotes {
  return useSyncExternalStore(
    changed => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => notes,
  );
}
