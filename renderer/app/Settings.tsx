import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Segmented } from '../ui/Select.tsx';
import { type Appearance, readAppearance, readingSizes, saveAppearance } from './appearance.ts';
import { runCommand, useCommands } from './commands.ts';
import css from './Settings.module.css';

const themes: readonly { readonly id: Appearance['theme']; readonly name: string }[] = [
  { id: 'system', name: 'As the system' },
  { id: 'light', name: 'Light' },
  { id: 'dark', name: 'Dark' },
  { id: 'contrast', name: 'High contrast' },
];

export const showSettings = (): void => {
  runCommand('app.settings');
};

/** How Ninefold looks on this machine. Changes show at once. */
export function Settings() {
  const [open, setOpen] = useState(false);
  const [appearance, setAppearance] = useState(readAppearance);
  useCommands([
    {
      id: 'app.settings',
      name: 'Settings',
      group: 'Everywhere',
      keys: ['Ctrl+,'],
      inFields: true,
      run: () => setOpen(true),
    },
  ]);
  if (!open) return null;
  const change = (next: Appearance) => {
    saveAppearance(next);
    setAppearance(next);
  };
  return (
    <Dialog
      title="Settings"
      onClose={() => setOpen(false)}
      foot={
        <Button large look="primary" onPress={() => setOpen(false)}>
          Done
        </Button>
      }
    >
      <div className={css.row}>
        <span>Appearance</span>
        <Segmented
          label="Appearance"
          value={appearance.theme}
          choices={themes}
          onChange={theme => change({ ...appearance, theme })}
        />
      </div>
      <div className={css.row}>
        <span>Reading size</span>
        <Segmented
          label="Reading size"
          value={String(appearance.reading)}
          choices={readingSizes.map(size => ({ id: String(size), name: `${size} px` }))}
          onChange={value =>
            change({ ...appearance, reading: readingSizes.find(size => String(size) === value) ?? 17 })
          }
        />
      </div>
      <p className={css.sample}>He said come on Thursday, so I did.</p>
    </Dialog>
  );
}
