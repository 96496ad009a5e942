import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { OpenKeyDialog } from '../key/OpenKeyDialog.tsx';
import type { Copying } from './useCopy.ts';

/** Asks what to do with a copy that nobody could search: open the key first, save it as it is, or leave it. */
export function UncheckedCopy({ asking }: { readonly asking: NonNullable<Copying['asking']> }) {
  const [opening, setOpening] = useState(false);
  const { message, again, unchecked, leave } = asking;
  if (opening) return <OpenKeyDialog onClose={leave} onOpened={again} />;
  return (
    <Dialog
      title="Save the copy unchecked?"
      role="alertdialog"
      onClose={leave}
      width={480}
      foot={
        <>
          <Button large onPress={leave}>
            Cancel
          </Button>
          <Button large look="danger" onPress={unchecked}>
            Save it unchecked
          </Button>
          <Button large look="primary" onPress={() => setOpening(true)} autoFocus>
            Open the key …
          </Button>
        </>
      }
    >
      <p>{message}</p>
    </Dialog>
  );
}
