import { useState } from 'react';
import { useClient, useStudy } from '../../client/context.tsx';
import { Dialog, FormFoot } from '../../ui/Dialog.tsx';
import { Note } from '../../ui/signs.tsx';
import { wordsOf } from '../../ui/words.ts';
import { useKeyState } from '../key/useKey.ts';
import css from './Panel.module.css';
import { isReady, noPassphrase, PassphraseFields } from './PassphraseFields.tsx';
import { useTable } from './readings.ts';

/** Makes the study's key and leaves it open. `first`: words are about to be replaced, and need it. */
export function MakeKeyDialog({
  first,
  submit = 'Make the key',
  onClose,
  onMade,
}: {
  readonly first?: boolean;
  readonly submit?: string;
  readonly onClose: () => void;
  readonly onMade: () => void;
}) {
  const replaced = useTable().data?.length ?? 0;
  return (
    <NewPassphrase
      title={first ? 'Make a key first' : 'Make the key'}
      submit={submit}
      busy="Making the key …"
      method="key.make"
      onClose={onClose}
      onDone={onMade}
    >
      <p>
        The original words go to the key: a file of its own beside the study, encrypted. The study holds labels alone,
        and can be handed on without it. With the key open, words can be put back and replacing can be undone.
      </p>
      {replaced > 0 && (
        <Note>
          Words were replaced before, and their key is not beside the study. If it is in another place, bring it back or
          open it there: a new key does not hold its words.
        </Note>
      )}
    </NewPassphrase>
  );
}

/** Gives the open key another passphrase. */
export function ChangePassphraseDialog({
  onClose,
  onChanged,
}: {
  readonly onClose: () => void;
  readonly onChanged: () => void;
}) {
  return (
    <NewPassphrase
      title="Change the passphrase"
      submit="Change the passphrase"
      busy="Changing …"
      method="key.change"
      onClose={onClose}
      onDone={onChanged}
    >
      <p>The key is written anew with the new passphrase. Copies of its file that you made keep the old one.</p>
    </NewPassphrase>
  );
}

function NewPassphrase({
  title,
  submit,
  busy,
  method,
  children,
  onClose,
  onDone,
}: {
  readonly title: string;
  readonly submit: string;
  readonly busy: string;
  readonly method: 'key.make' | 'key.change';
  readonly children: React.ReactNode;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const client = useClient();
  const { handle: study } = useStudy();
  const path = useKeyState().data?.path;
  const [passphrase, setPassphrase] = useState(noPassphrase);
  const [working, setWorking] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const run = async () => {
    if (!isReady(passphrase) || working) return;
    setWorking(true);
    setRefused(null);
    try {
      await client.call(method, { study, passphrase: passphrase.words });
      onClose();
      onDone();
    } catch (thrown) {
      setRefused(wordsOf(thrown));
      setWorking(false);
    }
  };
  return (
    <Dialog
      title={title}
      width={500}
      onClose={onClose}
      onSubmit={() => void run()}
      foot={<FormFoot submit={working ? busy : submit} disabled={!isReady(passphrase) || working} onClose={onClose} />}
    >
      {children}
      <PassphraseFields value={passphrase} onChange={setPassphrase} />
      {path && <p className={css.path}>{path}</p>}
      {refused && <Note block>{refused}</Note>}
    </Dialog>
  );
}
