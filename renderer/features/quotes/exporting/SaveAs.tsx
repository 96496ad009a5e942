import { useState } from 'react';
import type { InputOf } from '../../../../shared/api/methods.ts';
import type { PrintStyleId } from '../../../../shared/model/printStyles.ts';
import { useClient, useStudy } from '../../../client/context.tsx';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextField } from '../../../ui/Field.tsx';
import css from './Export.module.css';

type Saving = InputOf<'style.save'>;
type Fields = Saving extends infer One ? (One extends Saving ? Omit<One, 'study' | 'style'> : never) : never;

/** Keeps a style or a choice of what is printed in the study, under a name. */
export function SaveAs({
  kind,
  disabled,
  fields,
  onSaved,
}: {
  readonly kind: Saving['kind'];
  readonly disabled: boolean;
  readonly fields: (name: string) => Fields;
  readonly onSaved: (id: PrintStyleId) => void;
}) {
  const client = useClient();
  const { handle: study } = useStudy();
  const [name, setName] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const what = kind === 'attribution' ? 'style' : 'template';
  const save = async () => {
    try {
      const style = await client.call('style.save', { study, ...fields((name ?? '').trim()) } as Saving);
      announce(`Saved “${style.name}”.`);
      setName(null);
      onSaved(style.id);
    } catch (thrown) {
      setError(thrown instanceof Error ? thrown.message : String(thrown));
    }
  };
  if (name === null) {
    return (
      <div>
        <Button disabled={disabled} onPress={() => setName('')}>
          Save as {what} …
        </Button>
      </div>
    );
  }
  return (
    <div className={css.saveAs}>
      <TextField
        label={`Name of the ${what}`}
        value={name}
        autoFocus
        error={error}
        onChange={value => {
          setName(value);
          setError(null);
        }}
        onKeyDown={event => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          if (name.trim() !== '') void save();
        }}
      />
      <Button disabled={disabled || name.trim() === ''} onPress={() => void save()}>
        Save
      </Button>
      <Button look="quiet" onPress={() => setName(null)}>
        Don’t
      </Button>
    </div>
  );
}
