import Fuse from 'fuse.js';
import { useMemo, useState } from 'react';
import type { Code } from '../../../shared/model/entities.ts';
import type { CodeId } from '../../../shared/model/ids.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { SearchField, TextArea, TextField } from '../../ui/Field.tsx';
import { Segmented } from '../../ui/Select.tsx';
import { CodeSign, Note, PaneHead } from '../../ui/signs.tsx';
import { toastError } from '../../ui/toast.tsx';
import css from './Coding.module.css';

/** The codebook beside the transcript. With words selected, a code is put on them; otherwise its extracts are shown. */
export function Codebook({
  codes,
  chosen,
  selecting,
  onChoose,
}: {
  readonly codes: readonly Code[];
  readonly chosen: CodeId | null;
  readonly selecting: boolean;
  readonly onChoose: (code: Code) => void;
}) {
  const [text, setText] = useState('');
  const [editing, setEditing] = useState<Code | 'new' | null>(null);
  const shown = useMemo(
    () =>
      text.trim() === ''
        ? codes
        : new Fuse(codes, { keys: ['name', 'definition'], threshold: 0.38, ignoreLocation: true })
            .search(text.trim())
            .map(hit => hit.item),
    [codes, text],
  );
  const current = codes.find(code => code.id === chosen);
  return (
    <>
      <PaneHead title="Codebook" note={codes.length}>
        <IconButton icon="plus" label="New code" onPress={() => setEditing('new')} />
        <IconButton
          icon="settings"
          label={current ? `Edit ${current.name}` : 'Edit the chosen code'}
          disabled={!current}
          onPress={() => setEditing(current ?? null)}
        />
      </PaneHead>
      <div className={css['search']}>
        <SearchField label="Find a code" value={text} onChange={setText} />
      </div>
      <div className={css['list']}>
        {codes.length === 0 && (
          <p className={css['quiet']}>Codes you make stand here. Select some words in the transcript and press C.</p>
        )}
        {shown.map(code => (
          <button
            type="button"
            key={code.id}
            className={css['row']}
            aria-pressed={code.id === chosen}
            title={code.definition || code.name}
            onMouseDown={event => selecting && event.preventDefault()}
            onClick={() => onChoose(code)}
          >
            <CodeSign sigil={code.sigil} hue={code.hue} />
            <span className={css['rowName']}>{code.name}</span>
            <span className={css['count']}>{code.extracts}</span>
          </button>
        ))}
      </div>
      {selecting && <p className={css['hint']}>Words are selected: choosing a code here puts it on them.</p>}
      {editing && <CodeDialog code={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </>
  );
}

function CodeDialog({ code, onClose }: { readonly code: Code | null; readonly onClose: () => void }) {
  const client = useClient();
  const { handle: study } = useStudy();
  const [name, setName] = useState(code?.name ?? '');
  const [definition, setDefinition] = useState(code?.definition ?? '');
  const [kind, setKind] = useState<'semantic' | 'latent' | 'none'>(code?.kind ?? 'none');
  const [error, setError] = useState<string | null>(null);
  const save = async () => {
    const fields = { name, definition, kind: kind === 'none' ? null : kind };
    try {
      if (code) await client.call('code.update', { study, code: code.id, ...fields });
      else await client.call('code.create', { study, ...fields });
      onClose();
    } catch (thrown) {
      setError(thrown instanceof Error ? thrown.message : String(thrown));
    }
  };
  const remove = () => {
    if (!code) return;
    client.call('code.remove', { study, code: code.id }).then(onClose, toastError);
  };
  return (
    <Dialog
      title={code ? 'Code' : 'New code'}
      onClose={onClose}
      onSubmit={() => void save()}
      foot={
        <>
          {code && (
            <Button large look="danger" onPress={remove}>
              Remove with {code.extracts} {code.extracts === 1 ? 'extract' : 'extracts'}
            </Button>
          )}
          <Button large onPress={onClose}>
            Cancel
          </Button>
          <Button large look="primary" type="submit" disabled={name.trim() === ''}>
            Save code
          </Button>
        </>
      }
    >
      <TextField label="Name" value={name} onChange={setName} autoFocus required />
      <TextArea
        label="Definition"
        value={definition}
        onChange={setDefinition}
        hint="What belongs to it, and what does not."
      />
      <Segmented
        label="Kind of code"
        value={kind}
        onChange={setKind}
        choices={[
          { id: 'none', name: 'Not said' },
          { id: 'semantic', name: 'Semantic' },
          { id: 'latent', name: 'Latent' },
        ]}
      />
      {code && code.extracts > 0 && (
        <p className={css['quiet']}>Removing the code takes it off its extracts; the words stay. You can undo it.</p>
      )}
      {error && <Note block>{error}</Note>}
    </Dialog>
  );
}
