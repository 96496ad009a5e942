import { useState } from 'react';
import type { Code } from '../../../shared/model/entities.ts';
import type { CodeId } from '../../../shared/model/ids.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { Dialog, FormFoot } from '../../ui/Dialog.tsx';
import { TextArea, TextField } from '../../ui/Field.tsx';
import { Segmented } from '../../ui/Select.tsx';
import { Note } from '../../ui/signs.tsx';
import { wordsOf } from '../../ui/words.ts';
import css from './Codebook.module.css';
import { HueChoice } from './HueChoice.tsx';

/** What a code is: name, kind, definition, when to use it and when not, an example, its hue. `under` is the parent of a new one. */
export function CodeDialog({
  code,
  under,
  onClose,
}: {
  readonly code: Code | null;
  readonly under: CodeId | null;
  readonly onClose: () => void;
}) {
  const client = useClient();
  const { handle: study } = useStudy();
  const [name, setName] = useState(code?.name ?? '');
  const [definition, setDefinition] = useState(code?.definition ?? '');
  const [inclusion, setInclusion] = useState(code?.inclusion ?? '');
  const [exclusion, setExclusion] = useState(code?.exclusion ?? '');
  const [example, setExample] = useState(code?.example ?? '');
  const [kind, setKind] = useState<'semantic' | 'latent' | 'none'>(code?.kind ?? 'none');
  const [hue, setHue] = useState(code?.hue ?? null);
  const [error, setError] = useState<string | null>(null);
  const save = async () => {
    const fields = { name, definition, inclusion, exclusion, example, kind: kind === 'none' ? null : kind };
    const colour = hue === null ? {} : { hue };
    try {
      if (code) await client.call('code.update', { study, code: code.id, ...fields, ...colour });
      else await client.call('code.create', { study, parent: under, ...fields, ...colour });
      onClose();
    } catch (thrown) {
      setError(wordsOf(thrown));
    }
  };
  return (
    <Dialog
      title={code ? 'Edit code' : 'New code'}
      onClose={onClose}
      onSubmit={() => void save()}
      foot={<FormFoot submit={code ? 'Save code' : 'Make code'} disabled={name.trim() === ''} onClose={onClose} />}
    >
      <TextField label="Name" value={name} onChange={setName} autoFocus required />
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
      <TextArea
        label="Definition"
        value={definition}
        onChange={setDefinition}
        hint="What it means, in a sentence or two."
      />
      <div className={css.two}>
        <TextArea label="Use it when" value={inclusion} onChange={setInclusion} />
        <TextArea label="Not when" value={exclusion} onChange={setExclusion} />
      </div>
      <TextArea
        label="Example"
        value={example}
        onChange={setExample}
        hint="Words from a transcript that show it well."
      />
      <HueChoice value={hue} sigil={code?.sigil ?? ''} onChange={setHue} />
      {error && <Note block>{error}</Note>}
    </Dialog>
  );
}
