import Fuse from 'fuse.js';
import { useMemo, useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Input,
  ListBox,
  ListBoxItem,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import { Kbd } from '../ui/signs.tsx';
import css from './CommandPalette.module.css';
import { runCommand, shownKey, useAllCommands, useCommands } from './commands.ts';

/** Every act by its name, with its key. Ctrl+K opens it. */
export function CommandPalette() {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const all = useAllCommands();
  useCommands([
    {
      id: 'app.commands',
      name: 'Find a command',
      group: 'Everywhere',
      keys: ['Ctrl+K'],
      inFields: true,
      run: () => {
        setText('');
        setOpen(true);
      },
    },
  ]);
  const offered = useMemo(() => {
    const unique = all.filter(
      (command, index) => command.id !== 'app.commands' && all.findIndex(other => other.id === command.id) === index,
    );
    if (text.trim() === '') return unique;
    return new Fuse(unique, { keys: ['name', 'group'], threshold: 0.4, ignoreLocation: true })
      .search(text)
      .map(hit => hit.item);
  }, [all, text]);
  if (!open) return null;
  return (
    <ModalOverlay className={css.overlay ?? ''} isOpen isDismissable onOpenChange={setOpen}>
      <Modal className={css.modal ?? ''}>
        <Dialog aria-label="Find a command" className={css.dialog ?? ''}>
          <Autocomplete inputValue={text} onInputChange={setText}>
            <SearchField aria-label="Command" autoFocus className={css.field ?? ''}>
              <Input role="combobox" aria-expanded placeholder="What do you want to do?" className={css.input ?? ''} />
            </SearchField>
            <ListBox
              aria-label="Commands"
              className={css.list ?? ''}
              items={offered}
              onAction={key => {
                setOpen(false);
                requestAnimationFrame(() => runCommand(String(key)));
              }}
              renderEmptyState={() => <p className={css.none}>No command of that name. Try another word.</p>}
            >
              {command => (
                <ListBoxItem id={command.id} textValue={command.name} className={css.item ?? ''}>
                  <span>{command.name}</span>
                  <small>{command.group}</small>
                  {command.keys?.[0] && <Kbd>{shownKey(command.keys[0])}</Kbd>}
                </ListBoxItem>
              )}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
