import { type ReactNode, useState } from 'react';
import type { InputOf } from '../../../shared/api/methods.ts';
import type { Applied } from '../../../shared/api/outputs/anonymity.ts';
import { useOfferUndo } from '../../app/undo.ts';
import { CallError } from '../../client/client.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { announce } from '../../ui/announce.ts';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { toast } from '../../ui/toast.tsx';
import { counted, wordsOf } from '../../ui/words.ts';
import { OpenKeyDialog } from '../key/OpenKeyDialog.tsx';
import { useKeyState } from '../key/useKey.ts';
import { MakeKeyDialog } from './MakeKeyDialog.tsx';

type Entries = InputOf<'replacement.apply'>['entries'];
export type Applying = {
  readonly entries: Entries;
  readonly notes: boolean;
  readonly keep: 'key' | 'nothing';
  readonly onDone: (applied: Applied) => void;
};

type Asking = { readonly what: 'make' | 'open' | 'sure'; readonly applying: Applying };

/**
 * Puts labels in the place of words, in one act: asks first for a key where there is none or it is closed, or whether words shall be gone for good.
 * `error` is what was refused, in words, until the next try.
 */
export function useApply(): {
  readonly apply: (applying: Applying) => void;
  readonly busy: boolean;
  readonly error: string | null;
  readonly dialog: ReactNode;
} {
  const client = useClient();
  const { handle: study } = useStudy();
  const key = useKeyState().data;
  const offerUndo = useOfferUndo();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const run = async (applying: Applying) => {
    const { entries, notes, keep, onDone } = applying;
    setAsking(null);
    setBusy(true);
    setError(null);
    try {
      const applied = await client.call('replacement.apply', { study, entries, notes, keep });
      const said = doneWords(applied, entries, keep);
      announce(said);
      onDone(applied);
      if (keep === 'key') await offerUndo(said);
      else toast(said);
    } catch (thrown) {
      if (thrown instanceof CallError && thrown.code === 'key-needed') setAsking({ what: 'open', applying });
      else setError(wordsOf(thrown));
    } finally {
      setBusy(false);
    }
  };
  const apply = (applying: Applying) => {
    if (busy || !key) return;
    if (applying.keep === 'nothing') setAsking({ what: 'sure', applying });
    else if (key.state === 'open') void run(applying);
    else setAsking({ what: key.state === 'none' ? 'make' : 'open', applying });
  };
  const close = () => setAsking(null);
  const go = () => asking && void run(asking.applying);
  const places = asking?.applying.entries.reduce((sum, entry) => sum + (entry.places?.length ?? 0), 0) ?? 0;
  const dialog =
    asking === null ? null : asking.what === 'make' ? (
      <MakeKeyDialog first submit="Make the key and replace" onClose={close} onMade={go} />
    ) : asking.what === 'open' ? (
      <OpenKeyDialog onClose={close} onOpened={go} />
    ) : (
      <ConfirmDialog
        title={`Redact ${counted(places, 'place')} for good?`}
        confirm="Redact for good"
        danger
        onConfirm={go}
        onClose={close}
      >
        <p>
          The original words will be kept nowhere. Nobody can bring them back, and this act can’t be undone, nor
          anything that was done before it.
        </p>
        <p>The labels stand, codings stay on their places, and the study goes on as before.</p>
        {key && key.backups.length > 0 && (
          <p>
            {counted(key.backups.length, 'backup')} beside the study still {key.backups.length === 1 ? 'holds' : 'hold'}{' '}
            the words. Delete them under “Key and copies”.
          </p>
        )}
      </ConfirmDialog>
    );
  return { apply, busy, error, dialog };
}

function doneWords(
  { places, sources, changed, merged, notes }: Applied,
  entries: Entries,
  keep: 'key' | 'nothing',
): string {
  const labels = [...new Set(entries.map(entry => entry.label))];
  const by = labels.length === 1 ? labels[0] : counted(labels.length, 'label');
  const also = notes > 0 ? ` and in ${counted(notes, 'note')}` : '';
  const look = changed.length > 0 ? ` ${counted(changed.length, 'coding')} to look at again.` : '';
  const joined =
    merged.length > 0
      ? ` ${counted(merged.length, 'coding')} joined with another of the same code on the same label.`
      : '';
  return `Replaced ${counted(places, 'place')} in ${counted(sources, 'source')}${also} by ${by}${keep === 'key' ? '' : ', for good'}.${look}${joined}`;
}
