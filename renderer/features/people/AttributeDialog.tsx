import { useState } from 'react';
import type { Attribute, AttributeKind } from '../../../shared/model/people.ts';
import { Dialog, FormFoot } from '../../ui/Dialog.tsx';
import { TextArea, TextField } from '../../ui/Field.tsx';
import { Segmented } from '../../ui/Select.tsx';
import type { usePeopleActs } from './usePeople.ts';

const kinds: readonly { readonly id: AttributeKind; readonly name: string }[] = [
  { id: 'text', name: 'Text' },
  { id: 'number', name: 'Number' },
  { id: 'date', name: 'Date' },
  { id: 'choice', name: 'Choice' },
  { id: 'yes-no', name: 'Yes or no' },
];

/** Something to know of each participant. Its kind can't change once it is made: values of one kind are not those of another. */
export function AttributeDialog({
  attribute,
  act,
  onClose,
}: {
  readonly attribute: Attribute | null;
  readonly act: ReturnType<typeof usePeopleActs>['act'];
  readonly onClose: () => void;
}) {
  const [name, setName] = useState(attribute?.name ?? '');
  const [kind, setKind] = useState<AttributeKind>(attribute?.kind ?? 'text');
  const [choices, setChoices] = useState(attribute?.choices.join('\n') ?? '');
  const save = async () => {
    const lines =
      kind === 'choice'
        ? {
            choices: choices
              .split('\n')
              .map(one => one.trim())
              .filter(Boolean),
          }
        : {};
    const done = attribute
      ? await act('attribute.update', { attribute: attribute.id, name, ...lines })
      : await act('attribute.create', { name, kind, ...lines });
    if (done) onClose();
  };
  return (
    <Dialog
      title={attribute ? 'Change the attribute' : 'New attribute'}
      onClose={onClose}
      onSubmit={() => void save()}
      foot={
        <FormFoot
          submit={attribute ? 'Save attribute' : 'Make attribute'}
          disabled={name.trim() === ''}
          onClose={onClose}
        />
      }
    >
      <TextField label="Name" value={name} onChange={setName} placeholder="School status" autoFocus required />
      {!attribute && <Segmented label="Kind of value" value={kind} choices={kinds} onChange={setKind} />}
      {kind === 'choice' && <TextArea label="Choices, one a line" value={choices} onChange={setChoices} rows={5} />}
    </Dialog>
  );
}
