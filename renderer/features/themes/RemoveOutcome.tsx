import { useState } from 'react';
import type { Outcome } from '../../../shared/model/entities.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { Note } from '../../ui/signs.tsx';
import { counted, listed, wordsOf } from '../../ui/words.ts';
import { useDesk, useDoing } from './desk.tsx';

const nowhere = 'nowhere';

/** Removes an outcome. Where themes or quotes hang on it, it asks where they go. */
export function RemoveOutcome({ outcome, onClose }: { readonly outcome: Outcome; readonly onClose: () => void }) {
  const { themes, frameworks } = useDesk();
  const { acts } = useDoing();
  const [to, setTo] = useState('');
  const [refused, setRefused] = useState<unknown>(null);
  const entries = frameworks.find(one => one.outcomes.some(entry => entry.id === outcome.id))?.outcomes ?? [];
  const under = themes.filter(theme => theme.links.some(link => link.outcome === outcome.id));
  const hanging = [
    ...(under.length > 0 ? [listed(under.map(theme => `“${theme.name}”`))] : []),
    ...(outcome.quotes > 0 ? [counted(outcome.quotes, 'quote')] : []),
  ];
  const asks = hanging.length > 0;
  const remove = async () => {
    const target = entries.find(one => one.id === to);
    try {
      await acts.removeEntry(outcome, asks ? (target?.id ?? null) : undefined);
      onClose();
    } catch (thrown) {
      setRefused(thrown);
    }
  };
  return (
    <Dialog
      title={`Remove outcome ${outcome.number}, ${outcome.title}`}
      width={480}
      onClose={onClose}
      onSubmit={() => (!asks || to !== '') && void remove()}
      foot={
        <>
          <Button large onPress={onClose}>
            Cancel
          </Button>
          <Button large look="danger" type="submit" disabled={asks && to === ''}>
            Remove the outcome
          </Button>
        </>
      }
    >
      {asks ? (
        <>
          <p>
            {listed(hanging)} {under.length + outcome.quotes === 1 ? 'stands' : 'stand'} under it.
          </p>
          <Select
            label="Where they go"
            value={to}
            choices={[
              ...entries
                .filter(one => one.id !== outcome.id)
                .map(one => ({ id: one.id as string, name: `${one.number} ${one.title}` })),
              { id: nowhere, name: 'Nowhere: they lose this place' },
            ]}
            onChange={setTo}
          />
        </>
      ) : (
        <p>Nothing stands under it. You can undo it.</p>
      )}
      {refused !== null && <Note block>{wordsOf(refused)}</Note>}
    </Dialog>
  );
}
