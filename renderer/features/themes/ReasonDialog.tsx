import { type ReactNode, useState } from 'react';
import { Dialog, FormFoot } from '../../ui/Dialog.tsx';
import { TextArea } from '../../ui/Field.tsx';
import { Note } from '../../ui/signs.tsx';
import { wordsOf } from '../../ui/words.ts';

/** Asks for the reason of an act, with what else it needs. What is refused is said here, and nothing typed is lost. */
export function ReasonDialog({
  title,
  confirm,
  children,
  ready = true,
  hint = 'Kept with the theme and in the history of the study.',
  autoFocus = true,
  onConfirm,
  onClose,
}: {
  readonly title: string;
  /** What the button does. */
  readonly confirm: string;
  readonly children?: ReactNode;
  /** Whether all else is given. */
  readonly ready?: boolean;
  readonly hint?: string;
  /** Whether the reason takes the focus. */
  readonly autoFocus?: boolean;
  readonly onConfirm: (reason: string) => Promise<unknown>;
  readonly onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const complete = ready && reason.trim() !== '' && !busy;
  const act = async () => {
    if (!complete) return;
    setBusy(true);
    setRefused(null);
    try {
      await onConfirm(reason.trim());
      onClose();
    } catch (thrown) {
      setRefused(thrown);
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={title}
      width={480}
      onClose={onClose}
      onSubmit={() => void act()}
      foot={<FormFoot submit={confirm} disabled={!complete} onClose={onClose} />}
    >
      {children}
      <TextArea
        label="Reason"
        rows={2}
        value={reason}
        onChange={setReason}
        hint={hint}
        autoFocus={autoFocus}
        required
        onKeyDown={event => {
          if (event.key !== 'Enter' || event.shiftKey) return;
          event.preventDefault();
          void act();
        }}
      />
      {refused !== null && <Note block>{wordsOf(refused)}</Note>}
    </Dialog>
  );
}
