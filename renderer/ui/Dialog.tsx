import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button, IconButton } from './Button.tsx';
import css from './Dialog.module.css';

type DialogProps = {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly foot?: ReactNode;
  /** Pixels; the window may make it less. */
  readonly width?: number;
  readonly role?: 'dialog' | 'alertdialog';
  /** Runs on Enter in a field, as a form does. A press outside then leaves the dialog open, so that nothing typed is lost. */
  readonly onSubmit?: () => void;
};

/** A dialog over the page; Escape closes it. Mount it to open it. */
export function Dialog({ title, onClose, children, foot, width = 520, role = 'dialog', onSubmit }: DialogProps) {
  const inside = (
    <>
      <header className={css.head}>
        <Heading slot="title">{title}</Heading>
        {role === 'dialog' && <IconButton icon="close" label="Close" onPress={onClose} />}
      </header>
      <div className={css.body}>{children}</div>
      {foot && <div className={css.foot}>{foot}</div>}
    </>
  );
  return (
    <ModalOverlay
      className={css.overlay ?? ''}
      isOpen
      isDismissable={role === 'dialog' && !onSubmit}
      onOpenChange={open => !open && onClose()}
    >
      <Modal className={css.modal ?? ''} style={{ width }}>
        <AriaDialog className={css.dialog ?? ''} role={role}>
          {onSubmit ? (
            <form
              className={css.dialog}
              onSubmit={event => {
                event.preventDefault();
                onSubmit();
              }}
            >
              {inside}
            </form>
          ) : (
            inside
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

type FormFootProps = {
  /** What the dialog does, as a verb and its object. */
  readonly submit: string;
  readonly disabled: boolean;
  readonly onClose: () => void;
};

/** The foot of a dialog that is a form: cancel, and submit. */
export function FormFoot({ submit, disabled, onClose }: FormFootProps) {
  return (
    <>
      <Button large onPress={onClose}>
        Cancel
      </Button>
      <Button large look="primary" type="submit" disabled={disabled}>
        {submit}
      </Button>
    </>
  );
}

/** Asks before something that reaches further than it looks. `confirm` is a verb. */
export function ConfirmDialog({
  title,
  children,
  confirm,
  onConfirm,
  onClose,
  danger,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly danger?: boolean;
}) {
  return (
    <Dialog
      title={title}
      role="alertdialog"
      onClose={onClose}
      width={440}
      foot={
        <>
          <Button large onPress={onClose} autoFocus>
            Cancel
          </Button>
          <Button large look={danger ? 'danger' : 'primary'} onPress={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
