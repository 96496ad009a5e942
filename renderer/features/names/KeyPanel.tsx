import { useState } from 'react';
import type { KeyState } from '../../../shared/model/anonymity.ts';
import { useCommands } from '../../app/commands.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { isDesktop } from '../../client/desktop.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Note, PaneHead } from '../../ui/signs.tsx';
import { toast, toastError } from '../../ui/toast.tsx';
import { counted } from '../../ui/words.ts';
import { OpenKeyDialog } from '../key/OpenKeyDialog.tsx';
import { useKeyState } from '../key/useKey.ts';
import { CopyWithoutKey } from './CopyWithoutKey.tsx';
import { ChangePassphraseDialog, MakeKeyDialog } from './MakeKeyDialog.tsx';
import css from './Names.module.css';
import { useTable } from './readings.ts';

const states: Readonly<Record<KeyState['state'] | 'missing', { readonly title: string; readonly words: string }>> = {
  none: {
    title: 'There is no key yet',
    words:
      'The key holds the original words, encrypted, in a file of its own beside the study. It is made when the first words are replaced, or now.',
  },
  missing: {
    title: 'The key is not beside the study',
    words:
      'Words were replaced before. Their key may be in another place, or they were redacted for good and are in none.',
  },
  closed: {
    title: 'The key is closed',
    words:
      'Labels show; the words they stand for can’t be seen. Replacing, putting words back and undoing it need the key open.',
  },
  open: {
    title: 'The key is open',
    words: 'The original words can be seen here and in transcripts as spoken. Close it when you are done.',
  },
};

type Asking = 'make' | 'open' | 'change' | 'backups' | null;

/** The key to the original words: whether it is there and open, where it is, what still holds the words of before, and a copy to hand on. */
export function KeyPanel() {
  const client = useClient();
  const { handle: study } = useStudy();
  const key = useKeyState().data;
  const replaced = useTable().data?.length ?? 0;
  const [asking, setAsking] = useState<Asking>(null);
  const stop = () => setAsking(null);
  const close = () => client.call('key.close', { study }).then(() => announce('The key is closed'), toastError);
  const group = 'Key';
  useCommands([
    ...(key?.state === 'none'
      ? [{ id: 'names.key', name: 'Make the key', group, keys: ['Alt+K'], run: () => setAsking('make') }]
      : []),
    ...(key?.state === 'closed'
      ? [{ id: 'names.key', name: 'Open the key', group, keys: ['Alt+K'], run: () => setAsking('open') }]
      : []),
    ...(key?.state === 'open'
      ? [
          { id: 'names.key', name: 'Close the key', group, keys: ['Alt+K'], run: () => void close() },
          { id: 'names.passphrase', name: 'Change the key’s passphrase', group, run: () => setAsking('change') },
        ]
      : []),
  ]);
  const removeBackups = async () => {
    stop();
    try {
      await client.call('key.removeBackups', { study });
      toast('Deleted the backups beside the study.');
    } catch (thrown) {
      toastError(thrown);
    }
  };
  if (!key) return <PaneHead title="Key and copies" />;
  const missing = key.state === 'none' && replaced > 0;
  const { title, words } = states[missing ? 'missing' : key.state];
  return (
    <>
      <PaneHead title="Key and copies" />
      <div className={css.panel}>
        <section aria-label="Key">
          <div role="status">
            <h3 className={css.state} data-state={key.state}>
              <Icon name={key.state === 'open' ? 'keyOpen' : 'key'} />
              {title}
            </h3>
          </div>
          <p>{words}</p>
          <div className={css.acts}>
            {key.state === 'none' && (
              <Button onPress={() => setAsking('make')}>{missing ? 'Make a new key …' : 'Make the key …'}</Button>
            )}
            {key.state === 'none' && isDesktop() && (
              <Button look="quiet" onPress={() => setAsking('open')}>
                It is in another place …
              </Button>
            )}
            {key.state === 'closed' && <Button onPress={() => setAsking('open')}>Open the key …</Button>}
            {key.state === 'open' && (
              <>
                <Button onPress={() => void close()}>Close the key</Button>
                <Button look="quiet" onPress={() => setAsking('change')}>
                  Change the passphrase …
                </Button>
              </>
            )}
          </div>
          <p className={css.path}>
            {missing ? 'Looked for at ' : key.state === 'none' ? 'It will be at ' : 'It is at '}
            <span>{key.path}</span>
          </p>
        </section>
        {key.backups.length > 0 && (
          <Note
            title={`${counted(key.backups.length, 'backup')} with the words of before`}
            action={
              <Button look="danger" onPress={() => setAsking('backups')}>
                Delete {key.backups.length === 1 ? 'it' : 'them'} …
              </Button>
            }
          >
            Ninefold made {key.backups.length === 1 ? 'it' : 'them'} beside the study before a newer version of it was
            written. Words that you replace still stand there.
            <ul className={css.files}>
              {key.backups.map(path => (
                <li key={path}>{path.split(/[\\/]/).at(-1)}</li>
              ))}
            </ul>
          </Note>
        )}
        <CopyWithoutKey keyState={key.state} onOpenKey={() => setAsking('open')} />
      </div>
      {asking === 'make' && <MakeKeyDialog onClose={stop} onMade={() => announce('The key is made and open')} />}
      {asking === 'open' && <OpenKeyDialog onClose={stop} onOpened={() => announce('The key is open')} />}
      {asking === 'change' && (
        <ChangePassphraseDialog onClose={stop} onChanged={() => toast('The key has a new passphrase.')} />
      )}
      {asking === 'backups' && (
        <ConfirmDialog
          title={`Delete ${counted(key.backups.length, 'backup')}?`}
          confirm={key.backups.length === 1 ? 'Delete the backup' : 'Delete the backups'}
          danger
          onConfirm={() => void removeBackups()}
          onClose={stop}
        >
          <p>
            They are the study as it was before it was brought to a newer version. The study itself stays. Deleted files
            can’t be brought back by Ninefold.
          </p>
        </ConfirmDialog>
      )}
    </>
  );
}
