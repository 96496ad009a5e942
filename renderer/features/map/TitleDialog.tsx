import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextArea } from '../../ui/Field.tsx';

/** The sentence over a view: the researcher's own, or the draft again. */
export function TitleDialog({
  title,
  draft,
  onSave,
  onClose,
}: {
  readonly title: string;
  readonly draft: string;
  /** Null goes back to the draft. */
  readonly onSave: (title: string | null) => void;
  readonly onClose: () => void;
}) {
  const [words, setWords] = useState(title);
  const line = words.replace(/\s+/g, ' ').trim();
  const save = () => {
    onSave(line === '' || line === draft ? null : line);
    onClose();
  };
  return (
    <Dialog
      title="Title of the picture"
      onClose={onClose}
      onSubmit={save}
      foot={
        <>
          <Button large onPress={() => setWords(draft)} disabled={line === draft}>
            Use the draft
          </Button>
          <Button large look="primary" type="submit" disabled={line.length > 500}>
            Save title
          </Button>
        </>
      }
    >
      <TextArea
        label="What the picture shows, as one sentence of yours"
        value={words}
        onChange={setWords}
        autoFocus
        hint={`Draft, from the evidence alone: ${draft}`}
        error={line.length > 500 ? 'At most 500 characters.' : null}
      />
    </Dialog>
  );
}
