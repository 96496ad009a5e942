import { useEffect, useState } from 'react';
import { exportName } from '../../../shared/text/exportName.ts';
import { useCommands } from '../../app/commands.ts';
import { CallError } from '../../client/client.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { chooseSave, isDesktop } from '../../client/desktop.ts';
import { toast, toastPart } from '../../ui/toast.tsx';
import { counted, wordsOf } from '../../ui/words.ts';
import { useKeyState } from '../key/useKey.ts';
import { type LeftOver, leftOverIn } from './leftOver.ts';

export type Copying = {
  readonly save: () => void;
  readonly busy: boolean;
  /** Why no copy was made, and words that are left over; null before and after. */
  readonly refused: { readonly message: string; readonly left: readonly LeftOver[] } | null;
};

/** Saves a copy without the key where the person chooses; only on the desktop. `onRefused`: it was refused, and `refused` says why. */
export function useCopy(onRefused: () => void): Copying {
  const client = useClient();
  const { handle: study, title } = useStudy();
  const key = useKeyState().data?.state;
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Copying['refused']>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: words that are left over must not show once the key is closed
  useEffect(() => setRefused(null), [key]);
  const save = async () => {
    if (busy || !isDesktop()) return;
    setRefused(null);
    const chosen = await chooseSave(exportName(title, 'without key', 'ninefold'));
    if (chosen === null) return;
    setBusy(true);
    try {
      const { path, checkedFor } = await client.call('study.copy', { study, path: chosen });
      if (checkedFor === null)
        toastPart(
          `Saved ${path}. The key was closed, so the copy was not searched for words of the table that may be left over.`,
        );
      else toast(`Saved ${path}. It was searched for ${counted(checkedFor, 'word')} of the table: none is in it.`);
    } catch (thrown) {
      setRefused({ message: wordsOf(thrown), left: thrown instanceof CallError ? leftOverIn(thrown.details) : [] });
      onRefused();
    } finally {
      setBusy(false);
    }
  };
  useCommands(
    isDesktop()
      ? [{ id: 'names.copy', name: 'Save a copy without the key', group: 'Key', run: () => void save() }]
      : [],
  );
  return { save: () => void save(), busy, refused };
}
