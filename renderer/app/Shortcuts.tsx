import { useState } from 'react';
import { Dialog } from '../ui/Dialog.tsx';
import { Kbd } from '../ui/signs.tsx';
import { type Command, shownKey, useAllCommands, useCommands } from './commands.ts';
import css from './Shortcuts.module.css';

/** All keys that work where you are, by group. The question mark opens it. */
export function Shortcuts() {
  const [open, setOpen] = useState(false);
  const all = useAllCommands();
  useCommands([
    {
      id: 'app.shortcuts',
      name: 'Show keyboard shortcuts',
      group: 'Everywhere',
      keys: ['?'],
      run: () => setOpen(true),
    },
  ]);
  if (!open) return null;
  const keyed = all.filter(
    (command, index) => command.keys && all.findIndex(other => other.id === command.id) === index,
  );
  const groups = new Map<string, Command[]>();
  for (const command of keyed) groups.set(command.group, [...(groups.get(command.group) ?? []), command]);
  return (
    <Dialog title="Keyboard shortcuts" width={760} onClose={() => setOpen(false)}>
      <div className={css.groups}>
        {[...groups].map(([group, commands]) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {commands.map(command => (
                <div key={command.id}>
                  <dt>{command.name}</dt>
                  <dd>
                    {command.keys?.map(key => (
                      <Kbd key={key}>{shownKey(key)}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
