import { useState } from 'react';
import { CallError } from '../../client/client.ts';
import { Dialog, FormFoot } from '../../ui/Dialog.tsx';
import { TextArea, TextField } from '../../ui/Field.tsx';
import { CodeSign, Note } from '../../ui/signs.tsx';
import { counted, wordsOf } from '../../ui/words.ts';
import type { Asking } from './asking.ts';
import { awaitCard } from './awaited.ts';
import { useDesk, useDoing } from './desk.tsx';
import css from './NewThemeDialog.module.css';

/** Asks for the name of a new theme, and shows the codes it will gather. Nothing typed is lost when the name is refused. */
export function NewThemeDialog({
  asking: { codes, status, from },
  onClose,
}: {
  readonly asking: Extract<Asking, { readonly kind: 'new theme' }>;
  readonly onClose: () => void;
}) {
  const { covers } = useDesk();
  const { acts, onOpen } = useDoing();
  const [name, setName] = useState('');
  const [concept, setConcept] = useState('');
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const make = async () => {
    if (name.trim() === '' || busy) return;
    setBusy(true);
    setRefused(null);
    try {
      const made = await acts.create({ name, concept: concept.trim(), status, codes, from });
      if (made) {
        awaitCard(made);
        if (!covers) onOpen(made.id);
      }
      onClose();
    } catch (thrown) {
      setRefused(thrown);
      setBusy(false);
    }
  };
  const aboutName = refused instanceof CallError && ['name-taken', 'invalid-input'].includes(refused.code);
  return (
    <Dialog
      title={codes.length > 0 ? `New theme of ${counted(codes.length, 'code')}` : 'New theme'}
      onClose={onClose}
      onSubmit={() => void make()}
      width={480}
      foot={<FormFoot submit="Make the theme" disabled={name.trim() === '' || busy} onClose={onClose} />}
    >
      <TextField
        label="Name"
        value={name}
        onChange={next => {
          setName(next);
          setRefused(null);
        }}
        hint="An idea in a few words, not a topic."
        error={aboutName ? wordsOf(refused) : null}
        autoFocus
        required
      />
      <TextArea
        label="Central organising concept"
        value={concept}
        onChange={setConcept}
        rows={2}
        hint="One sentence that holds the theme together. It can wait."
        onKeyDown={event => {
          if (event.key !== 'Enter' || event.shiftKey) return;
          event.preventDefault();
          void make();
        }}
      />
      {codes.length > 0 && (
        <ul className={css.codes} aria-label="Codes in the new theme">
          {codes.map(code => (
            <li key={code.id}>
              <CodeSign sigil={code.sigil} hue={code.hue} />
              {code.name}
            </li>
          ))}
        </ul>
      )}
      {refused !== null && !aboutName && <Note block>{wordsOf(refused)}</Note>}
    </Dialog>
  );
}
