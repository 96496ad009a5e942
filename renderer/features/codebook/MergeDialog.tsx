import { skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Code } from '../../../shared/model/entities.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { Dialog, FormFoot } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { Note } from '../../ui/signs.tsx';
import { counted, listed } from '../../ui/words.ts';
import css from './Codebook.module.css';
import type { CodebookActs } from './useCodebookActs.ts';

/** Merges codes into one of the codebook, after showing what would stand twice. */
export function MergeDialog({
  codes,
  from,
  acts,
  onClose,
}: {
  readonly codes: readonly Code[];
  /** The codes to merge; if there are several, the last one is proposed to be kept. */
  readonly from: readonly Code[];
  readonly acts: CodebookActs;
  readonly onClose: () => void;
}) {
  const client = useClient();
  const { handle: study } = useStudy();
  const proposed = from.length > 1 ? from.toSorted((a, b) => b.extracts - a.extracts)[0] : undefined;
  const [into, setInto] = useState<string>(proposed?.id ?? '');
  const [reason, setReason] = useState('');
  const target = codes.find(code => code.id === into);
  const merged = from.filter(code => code.id !== into);
  const ids = merged.map(code => code.id);
  const preview = useQuery({
    queryKey: [study, 'codes', 'merge', ids, into],
    queryFn:
      target && ids.length > 0
        ? () => client.call('code.mergePreview', { study, from: ids, into: target.id })
        : skipToken,
  });
  const choices = codes
    .filter(code => from.length > 1 || code.id !== from[0]?.id)
    .map(code => ({ id: code.id, name: code.name }));
  return (
    <Dialog
      title={`Merge ${from.length === 1 ? `“${from[0]?.name}”` : counted(from.length, 'code')}`}
      onClose={onClose}
      onSubmit={() => {
        if (!target || merged.length === 0) return;
        void acts.merge(merged, target, reason).then(onClose);
      }}
      foot={
        <FormFoot
          submit={target ? `Merge into “${target.name}”` : 'Merge'}
          disabled={!target || merged.length === 0}
          onClose={onClose}
        />
      }
    >
      <Select label="Into which code" value={into} choices={choices} onChange={setInto} />
      {preview.data && (
        <p className={css.preview} role="status">
          {counted(preview.data.moved, 'coding')} will move.{' '}
          {preview.data.doubles > 0 &&
            `${counted(preview.data.doubles, 'coding')} would stand twice on the same words and will be one. `}
          {preview.data.themes.length > 0 &&
            `“${target?.name}” joins ${listed(preview.data.themes.map(theme => `“${theme}”`))}. `}
          {listed(merged.map(code => `“${code.name}”`))} will be gone; you can undo it.
        </p>
      )}
      {preview.error && <Note block>{preview.error.message}</Note>}
      <TextField label="Reason" value={reason} onChange={setReason} hint="Kept in the study’s history." />
    </Dialog>
  );
}
