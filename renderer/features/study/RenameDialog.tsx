import { useState } from 'react';
import { useOfferUndo } from '../../app/undo.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { Dialog, FormFoot } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { wordsOf } from '../../ui/words.ts';

/** Gives the study another title. Its file keeps its name. */
export function RenameDialog({ title: before, onClose }: { readonly title: string; readonly onClose: () => void }) {
  const client = useClient();
  const { handle: study } = useStudy();
  const offerUndo = useOfferUndo();
  const [title, setTitle] = useState(before);
  const [error, setError] = useState<string | null>(null);
  const ready = title.trim() !== '' && title.trim() !== before;
  const save = async () => {
    if (!ready) return;
    try {
      await client.call('study.rename', { study, title });
      onClose();
      await offerUndo(`The study is now “${title.trim()}”.`);
    } catch (thrown) {
      setError(wordsOf(thrown));
    }
  };
  return (
    <Dialog
      title="Rename the study"
      width={480}
      onClose={onClose}
      onSubmit={() => void save()}
      foot={<FormFoot submit="Rename" disabled={!ready} onClose={onClose} />}
    >
      <TextField
        label="Title"
        value={title}
        onChange={setTitle}
        hint="The study’s file keeps its name."
        error={error}
        autoFocus
        required
      />
    </Dialog>
  );
}
