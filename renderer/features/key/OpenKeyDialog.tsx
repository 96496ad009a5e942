import { useState } from 'react';
import { useClient, useStudy } from '../../client/context.tsx';
import { Dialog, FormFoot } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Note } from '../../ui/signs.tsx';

/** Asks for the passphrase of the study's key and opens it. A refusal is said in the dialog, which stays. */
export function OpenKeyDialog({ onClose, onOpened }: { readonly onClose: () => void; readonly onOpened: () => void }) {
  const client = useClient();
  const { handle: study } = useStudy();
  const [passphrase, setPassphrase] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const [opening, setOpening] = useState(false);
  const open = async () => {
    setOpening(true);
    setRefused(null);
    try {
      await client.call('key.open', { study, passphrase });
      onClose();
      onOpened();
    } catch (thrown) {
      setRefused(thrown instanceof Error ? thrown.message : String(thrown));
      setOpening(false);
    }
  };
  return (
    <Dialog
      title="Open the key"
      width={440}
      onClose={onClose}
      onSubmit={() => passphrase !== '' && !opening && void open()}
      foot={
        <FormFoot
          submit={opening ? 'Opening …' : 'Open the key'}
          disabled={passphrase === '' || opening}
          onClose={onClose}
        />
      }
    >
      <p>The words as they were spoken are kept in the study’s key, apart from the study.</p>
      <TextField label="Passphrase" type="password" value={passphrase} onChange={setPassphrase} autoFocus />
      {refused && <Note block>{refused}</Note>}
    </Dialog>
  );
}
