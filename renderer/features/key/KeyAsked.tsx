import { useSyncExternalStore } from 'react';
import { CallError } from '../../client/client.ts';
import { toastError } from '../../ui/toast.tsx';
import { OpenKeyDialog } from './OpenKeyDialog.tsx';

let again: (() => void) | null = null;
const listeners = new Set<() => void>();
function publish(next: typeof again): void {
  again = next;
  for (const listener of listeners) listener();
}

/** Says what was refused; where that was for want of the key, asks for its passphrase and tries again. */
export function toastOrAskKey(thrown: unknown, retry: () => void): void {
  if (thrown instanceof CallError && thrown.code === 'key-needed') publish(retry);
  else toastError(thrown);
}

/** The dialog that `toastOrAskKey` opens. Mounted once, within an open study. */
export function KeyAsked() {
  const retry = useSyncExternalStore(
    changed => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => again,
  );
  return retry && <OpenKeyDialog onClose={() => publish(null)} onOpened={retry} />;
}
