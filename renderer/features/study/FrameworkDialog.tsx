import { useState } from 'react';
import type { Framework } from '../../../shared/model/entities.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Note } from '../../ui/signs.tsx';
import { wordsOf } from '../../ui/words.ts';
import { type EditedOutcome, OutcomesEditor } from './OutcomesEditor.tsx';

/** Changes the outcomes of the open study. An outcome that themes stand under can't go until they stand elsewhere. */
export function FrameworkDialog({
  framework,
  onClose,
}: {
  readonly framework: Framework;
  readonly onClose: () => void;
}) {
  const client = useClient();
  const { handle: study } = useStudy();
  const [title, setTitle] = useState(framework.title);
  const [outcomes, setOutcomes] = useState<readonly EditedOutcome[]>(
    framework.outcomes.map(({ id, number, title: name, statement }) => ({ id, number, title: name, statement })),
  );
  const [error, setError] = useState<string | null>(null);
  const ready = title.trim() !== '' && outcomes.every(one => one.title.trim() !== '');
  const save = async () => {
    try {
      await client.call('framework.update', {
        study,
        framework: framework.id,
        title,
        outcomes: outcomes.map(({ id, ...rest }) => (id ? { id, ...rest } : rest)),
      });
      onClose();
    } catch (thrown) {
      setError(wordsOf(thrown));
    }
  };
  return (
    <Dialog
      title="Outcomes"
      width={620}
      onClose={onClose}
      onSubmit={() => ready && void save()}
      foot={
        <>
          <Button large onPress={onClose}>
            Cancel
          </Button>
          <Button large look="primary" type="submit" disabled={!ready}>
            Save outcomes
          </Button>
        </>
      }
    >
      <TextField label="Name of the framework" value={title} onChange={setTitle} />
      <OutcomesEditor outcomes={outcomes} onChange={setOutcomes} />
      {error && <Note block>{error}</Note>}
    </Dialog>
  );
}
