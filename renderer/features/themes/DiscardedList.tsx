import { useState } from 'react';
import type { Theme } from '../../../shared/model/entities.ts';
import { useCommands } from '../../app/commands.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { toastError } from '../../ui/toast.tsx';
import { said } from '../../ui/words.ts';
import { useDesk, useDoing } from './desk.tsx';
import css from './Parked.module.css';
import { useDiscarded } from './readings.ts';

/** Themes that are no longer used, each with the reason; they can be restored, or removed for good. Nothing where there is none. */
export function DiscardedList() {
  const { data: gone = [] } = useDiscarded();
  const [open, setOpen] = useState(false);
  const [removing, setRemoving] = useState<Theme | null>(null);
  const { acts } = useDoing();
  useCommands(
    gone.length === 0
      ? []
      : [{ id: 'themes.discarded', name: 'Show discarded themes', group: 'Themes', run: () => setOpen(true) }],
  );
  if (gone.length === 0) return null;
  return (
    <section className={css.part} aria-label="Discarded themes">
      <button type="button" className={css.fold} aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name={open ? 'down' : 'right'} size={12} />
        <b>Discarded</b>
        <span>{gone.length}</span>
      </button>
      {open && (
        <ul className={css.gone} aria-label="Discarded themes">
          {gone.map(theme => (
            <li key={theme.id}>
              <p className={css.name}>{theme.name}</p>
              <Reason theme={theme} />
              <div className={css.acts}>
                <Button
                  look="quiet"
                  icon="undo"
                  label={`Restore ${theme.name}`}
                  onPress={() => void acts.restore(theme).catch(toastError)}
                >
                  Restore
                </Button>
                <Menu
                  label={`More on ${theme.name}`}
                  entries={[
                    { id: 'remove', name: 'Remove for good', danger: true, onAction: () => setRemoving(theme) },
                  ]}
                >
                  <Button look="quiet" label={`More on ${theme.name}`}>
                    <Icon name="more" />
                  </Button>
                </Menu>
              </div>
            </li>
          ))}
        </ul>
      )}
      {removing && (
        <ConfirmDialog
          title={`Remove “${removing.name}” for good`}
          confirm="Remove the theme"
          danger
          onConfirm={() => {
            setRemoving(null);
            acts.remove(removing).catch(toastError);
          }}
          onClose={() => setRemoving(null)}
        >
          <p>Its marks, verdicts and relations go with it. Its codes and their extracts stay in the study.</p>
        </ConfirmDialog>
      )}
    </section>
  );
}

function Reason({ theme }: { readonly theme: Theme }) {
  const { themes } = useDesk();
  if (!theme.discarded) return null;
  const { at, reason, into } = theme.discarded;
  const target = themes.find(one => one.id === into);
  return (
    <p className={css.none}>
      {said(at)}
      {target && `, merged into “${target.name}”`}: {reason}
    </p>
  );
}
