import type { Theme } from '../../../shared/model/entities.ts';
import { shownKey } from '../../app/commands.ts';
import type { MenuEntry } from '../../ui/Menu.tsx';
import { toastError } from '../../ui/toast.tsx';
import { askAbout } from './asking.ts';
import { useDoing } from './desk.tsx';

/** What can be done with a theme from its card or its page. */
export function useThemeMenu(theme: Theme): readonly MenuEntry[] {
  const { acts, ask, onOpen } = useDoing();
  const step = (by: -1 | 1) => () => void acts.step(theme, by).catch(toastError);
  return [
    { id: 'open', name: 'Open the theme', key: 'Enter', onAction: () => onOpen(theme.id) },
    { id: 'codes', name: 'Choose its codes', key: 'T', onAction: () => ask(askAbout('codes of theme', theme)) },
    {
      id: 'outcomes',
      name: 'Place under outcomes',
      key: 'O',
      onAction: () => ask(askAbout('outcomes of theme', theme)),
    },
    { id: 'status', name: 'Change its status', key: 'M', onAction: () => ask(askAbout('status of theme', theme)) },
    'separator',
    { id: 'up', name: 'Move up', key: shownKey('Alt+↑'), onAction: step(-1) },
    { id: 'down', name: 'Move down', key: shownKey('Alt+↓'), onAction: step(1) },
    'separator',
    {
      id: 'remove',
      name: 'Remove the theme',
      key: 'Delete',
      danger: true,
      onAction: () => void acts.remove(theme).catch(toastError),
    },
  ];
}
