import { useState } from 'react';
import type { Framework } from '../../../shared/model/entities.ts';
import type { OutcomeId } from '../../../shared/model/ids.ts';
import { CallError } from '../../client/client.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { Dialog, FormFoot } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { Note } from '../../ui/signs.tsx';
import { wordsOf } from '../../ui/words.ts';
import { type EditedOutcome, OutcomesEditor } from './OutcomesEditor.tsx';

const nowhere = 'nowhere';

/** Changes the outcomes of the open study. Where themes or quotes stand under one that goes, it asks where they go. */
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
  /** Where what hangs on outcomes that go is to stand, as it was asked for one after the other; '' while it is not answered. */
  const [moves, setMoves] = useState<ReadonlyMap<OutcomeId, string>>(new Map());
  const staying = outcomes.flatMap(one =>
    one.id ? [{ id: one.id as string, name: `${one.number} ${one.title}` }] : [],
  );
  const gone = framework.outcomes.filter(one => moves.has(one.id) && !outcomes.some(other => other.id === one.id));
  const ready =
    gone.every(one => moves.get(one.id) !== '') &&
    title.trim() !== '' &&
    outcomes.every(one => one.title.trim() !== '');
  const save = async () => {
    try {
      await client.call('framework.update', {
        study,
        framework: framework.id,
        title,
        outcomes: outcomes.map(({ id, ...rest }) => (id ? { id, ...rest } : rest)),
        moveTo: gone.map(one => ({
          outcome: one.id,
          to: framework.outcomes.find(other => other.id === moves.get(one.id))?.id ?? null,
        })),
      });
      onClose();
    } catch (thrown) {
      setError(wordsOf(thrown));
      const hanging = thrown instanceof CallError ? thrown.details.outcome : null;
      const outcome = framework.outcomes.find(one => one.id === hanging);
      if (outcome) setMoves(new Map(moves).set(outcome.id, ''));
    }
  };
  return (
    <Dialog
      title="Outcomes"
      width={620}
      onClose={onClose}
      onSubmit={() => ready && void save()}
      foot={<FormFoot submit="Save outcomes" disabled={!ready} onClose={onClose} />}
    >
      <TextField label="Name of the framework" value={title} onChange={setTitle} />
      <OutcomesEditor outcomes={outcomes} onChange={setOutcomes} />
      {gone.map(one => (
        <Select
          key={one.id}
          label={`Where what stands under outcome ${one.number}, ${one.title}, goes`}
          value={moves.get(one.id) ?? ''}
          choices={[...staying, { id: nowhere, name: 'Nowhere: it loses this place' }]}
          onChange={to => {
            setMoves(new Map(moves).set(one.id, to));
            setError(null);
          }}
        />
      ))}
      {error && <Note block>{error}</Note>}
    </Dialog>
  );
}
