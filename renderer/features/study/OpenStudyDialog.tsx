import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useClient } from '../../client/context.tsx';
import { Dialog, FormFoot } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Note } from '../../ui/signs.tsx';
import css from './study.module.css';

/** Chooses a study by looking through this computer's folders, or by its path: the browser has no dialog for that. */
export function OpenStudyDialog({
  onClose,
  onChoose,
}: {
  readonly onClose: () => void;
  readonly onChoose: (path: string) => void;
}) {
  const client = useClient();
  const [folder, setFolder] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const listing = useQuery({
    queryKey: ['files', folder],
    queryFn: () => client.call('files.list', folder === null ? {} : { folder }),
    staleTime: 0,
  });
  const choose = (path: string) => {
    onClose();
    onChoose(path);
  };
  const entries = listing.data?.entries ?? [];
  return (
    <Dialog
      title="Open a study"
      width={600}
      onClose={onClose}
      onSubmit={() => typed.trim() !== '' && choose(typed.trim())}
      foot={<FormFoot submit="Open" disabled={typed.trim() === ''} onClose={onClose} />}
    >
      <div className={css.quiet}>{listing.data?.folder}</div>
      {listing.error && <Note block>{listing.error.message}</Note>}
      <ul className={css.listing} aria-label="Folders and studies">
        {listing.data?.parent && (
          <li>
            <button type="button" onClick={() => setFolder(listing.data.parent)}>
              <Icon name="up" />
              The folder above
            </button>
          </li>
        )}
        {entries.map(entry => (
          <li key={entry.path}>
            <button
              type="button"
              onClick={() => (entry.kind === 'folder' ? setFolder(entry.path) : choose(entry.path))}
            >
              <Icon name={entry.kind === 'folder' ? 'folder' : 'sources'} />
              {entry.name}
              {entry.kind === 'study' && <small>{new Date(entry.modifiedAt).toLocaleDateString('en-GB')}</small>}
            </button>
          </li>
        ))}
        {listing.isSuccess && entries.every(entry => entry.kind !== 'study') && (
          <li className={css.quiet}>There is no study in this folder.</li>
        )}
      </ul>
      <TextField
        label="Or the study’s full path"
        value={typed}
        onChange={setTyped}
        placeholder="/home/…/study.ninefold"
      />
    </Dialog>
  );
}
