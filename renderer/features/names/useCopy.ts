import { useEffect, useState } from 'react';
import type { LeftInCopy } from '../../../shared/api/outputs/anonymity.ts';
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
  /** What is not sure in the copy that was made, for people to look at; empty before and after. */
  readonly left: readonly LeftInCopy[];
  /** Whether a copy that nobody could search is wanted; null while that is not asked. */
  readonly asking: {
    readonly message: string;
    readonly again: () => void;
    readonly unchecked: () => void;
    readonly leave: () => void;
  } | null;
};

/** Saves a copy without the key where the person chooses; only on the desktop. `onTold`: it was refused, or has something to look at. */
export function useCopy(onTold: () => void): Copying {
  const client = useClient();
  const { handle: study, title } = useStudy();
  const key = useKeyState().data?.state;
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Copying['refused']>(null);
  const [left, setLeft] = useState<Copying['left']>([]);
  const [asking, setAsking] = useState<Copying['asking']>(null);
  const forget = () => {
    setRefused(null);
    setLeft([]);
    setAsking(null);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: words that are left over must not show once the key is closed
  useEffect(() => {
    setRefused(null);
    setLeft([]);
  }, [key]);
  const saveAt = async (path: string, unchecked: boolean) => {
    forget();
    setBusy(true);
    try {
      const made = await client.call('study.copy', { study, path, unchecked });
      setLeft(made.left);
      if (made.left.length > 0) onTold();
      tell(made.path, made.checkedFor, made.left.length);
    } catch (thrown) {
      const { code, details } = thrown instanceof CallError ? thrown : { code: null, details: {} };
      if (code === 'key-needed') {
        const save = (anyhow: boolean) => () => void saveAt(path, anyhow);
        setAsking({ message: wordsOf(thrown), again: save(false), unchecked: save(true), leave: forget });
        return;
      }
      setRefused({ message: wordsOf(thrown), left: leftOverIn(details) });
      onTold();
    } finally {
      setBusy(false);
    }
  };
  const save = async () => {
    if (busy || !isDesktop()) return;
    forget();
    const chosen = await chooseSave(exportName(title, 'without key', 'ninefold'));
    if (chosen !== null) await saveAt(chosen, false);
  };
  useCommands(
    isDesktop()
      ? [{ id: 'names.copy', name: 'Save a copy without the key', group: 'Key', run: () => void save() }]
      : [],
  );
  return { save: () => void save(), busy, refused, left, asking };
}

function tell(path: string, checkedFor: number | null, left: number): void {
  if (checkedFor === null)
    toastPart(
      `Saved ${path}. No key was open, so the copy was not searched for words of the table that may be left over.`,
    );
  else if (left > 0)
    toastPart(
      `Saved ${path}. It was searched for ${counted(checkedFor, 'word')} of the table. ${counted(left, 'place')} in it may still name somebody; they are told under “Key and copies”.`,
    );
  else toast(`Saved ${path}. It was searched for ${counted(checkedFor, 'word')} of the table: none is in it.`);
}
