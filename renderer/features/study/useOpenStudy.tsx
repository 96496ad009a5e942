import { type ReactNode, useState } from 'react';
import type { StudyInfo } from '../../../shared/model/entities.ts';
import { CallError } from '../../client/client.ts';
import { useClient } from '../../client/context.tsx';
import { Dialog, FormFoot } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { toastError } from '../../ui/toast.tsx';

/** Opens a study by its path; asks for the passphrase where there is one, as often as it takes. */
export function useOpenStudy(onOpen: (study: StudyInfo) => void): {
  readonly open: (path: string) => void;
  readonly passphraseDialog: ReactNode;
} {
  const client = useClient();
  const [asked, setAsked] = useState<{ readonly path: string; readonly error: string | null } | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const attempt = async (path: string, given?: string) => {
    try {
      onOpen(await client.call('study.open', given === undefined ? { path } : { path, passphrase: given }));
    } catch (thrown) {
      const code = thrown instanceof CallError ? thrown.code : null;
      if (code === 'passphrase-needed') setAsked({ path, error: null });
      else if (code === 'passphrase-wrong' && given !== undefined && thrown instanceof Error)
        setAsked({ path, error: thrown.message });
      else toastError(thrown);
    }
  };
  const close = () => {
    setAsked(null);
    setPassphrase('');
  };
  return {
    open: path => void attempt(path),
    passphraseDialog: asked && (
      <Dialog
        title="Passphrase"
        onClose={close}
        onSubmit={() => void attempt(asked.path, passphrase)}
        width={440}
        foot={<FormFoot submit="Open" disabled={passphrase === ''} onClose={close} />}
      >
        <p>{asked.path.split(/[\\/]/).at(-1)} is encrypted, or it is not a Ninefold study.</p>
        <TextField
          label="Passphrase"
          type="password"
          value={passphrase}
          onChange={setPassphrase}
          error={asked.error}
          autoFocus
        />
      </Dialog>
    ),
  };
}
