import { useState } from 'react';
import { useClient, useStudy } from '../../client/context.tsx';
import { chooseKey, isDesktop } from '../../client/desktop.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, FormFoot } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Note } from '../../ui/signs.tsx';

/** Asks for the passphrase of the study's key and opens it. A refusal is said in the dialog, which stays. */
export function OpenKeyDialog({ onClose, onOpened }: { readonly onClose: () => void; readonly onOpened: () => void }) {
  const client = useClient();
  const { handle: study } = useStudy();
  const [passphrase, setPassphrase] = useState('');
  const [path, setPath] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [opening, setOpening] = useState(false);
  const open = async () => {
    setOpening(true);
    setRefused(null);
    try {
      await client.call('key.open', { study, passphrase, ...(path !== null && { path }) });
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
      {isDesktop() && (
        <div>
          <Button look="quiet" onPress={() => void chooseKey().then(chosen => chosen !== null && setPath(chosen))}>
            {path === null ? 'The key is in another place …' : `At ${path}`}
          </Button>
        </div>
      )}
      {refused && <Note block>{refused}</Note>}
    </Dialog>
  );
}
