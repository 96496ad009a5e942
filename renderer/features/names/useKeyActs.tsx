import { type ReactNode, useState } from 'react';
import { useCommands } from '../../app/commands.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { announce } from '../../ui/announce.ts';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { toast, toastError } from '../../ui/toast.tsx';
import { counted } from '../../ui/words.ts';
import { OpenKeyDialog } from '../key/OpenKeyDialog.tsx';
import { useKeyState } from '../key/useKey.ts';
import { ChangePassphraseDialog, MakeKeyDialog } from './MakeKeyDialog.tsx';

type Asking = 'make' | 'open' | 'change' | 'backups';
export type KeyActs = { readonly ask: (what: Asking) => void; readonly close: () => void; readonly dialog: ReactNode };

/** What can be done with the key, by button and by name, whether its pane shows or not. */
export function useKeyActs(): KeyActs {
  const client = useClient();
  const { handle: study } = useStudy();
  const key = useKeyState().data;
  const [asking, ask] = useState<Asking | null>(null);
  const stop = () => ask(null);
  const close = () => void client.call('key.close', { study }).then(() => announce('The key is closed'), toastError);
  const removeBackups = async () => {
    stop();
    try {
      await client.call('key.removeBackups', { study });
      toast('Deleted the backups beside the study.');
    } catch (thrown) {
      toastError(thrown);
    }
  };
  const group = 'Key';
  const turn = { id: 'names.key', group, keys: ['Alt+K'] } as const;
  useCommands([
    ...(key?.state === 'none' ? [{ ...turn, name: 'Make the key', run: () => ask('make') }] : []),
    ...(key?.state === 'closed' ? [{ ...turn, name: 'Open the key', run: () => ask('open') }] : []),
    ...(key?.state === 'open'
      ? [
          { ...turn, name: 'Close the key', run: close },
          { id: 'names.passphrase', name: 'Change the key’s passphrase', group, run: () => ask('change') },
        ]
      : []),
  ]);
  const backups = key?.backups.length ?? 0;
  const dialogs: Readonly<Record<Asking, ReactNode>> = {
    make: <MakeKeyDialog onClose={stop} onMade={() => announce('The key is made and open')} />,
    open: <OpenKeyDialog onClose={stop} onOpened={() => announce('The key is open')} />,
    change: <ChangePassphraseDialog onClose={stop} onChanged={() => toast('The key has a new passphrase.')} />,
    backups: (
      <ConfirmDialog
        title={`Delete ${counted(backups, 'backup')}?`}
        confirm={backups === 1 ? 'Delete the backup' : 'Delete the backups'}
        danger
        onConfirm={() => void removeBackups()}
        onClose={stop}
      >
        <p>
          They are the study as it was before it was brought to a newer version. The study itself stays. Deleted files
          can’t be brought back by Ninefold.
        </p>
      </ConfirmDialog>
    ),
  };
  return { ask, close, dialog: asking === null ? null : dialogs[asking] };
}
