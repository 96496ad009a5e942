import type { Theme } from '../../../shared/model/entities.ts';
import { shownKey } from '../../app/commands.ts';
import type { MenuEntry } from '../../ui/Menu.tsx';
import { toastError } from '../../ui/toast.tsx';
import { askAbout, ofSeveral, type ThemeQuestion } from './asking.ts';
import { useDesk, useDoing } from './desk.tsx';
import { together } from './picked.ts';
import { goToReview } from './useOpenPage.ts';
import { useStep } from './useStep.ts';

/** What can be done with a theme from its card or its page. `withPicked`: with all picked cards, where its own is one of them and the act holds for several. */
export function useThemeMenu(theme: Theme, withPicked = false): readonly MenuEntry[] {
  const { themes } = useDesk();
  const { acts, ask, onOpen } = useDoing();
  const put = useStep();
  const these = () => (withPicked ? together(themes, [theme.id]) : [theme]);
  const step = (by: -1 | 1) => () => void acts.step(theme, by).catch(toastError);
  const asking = (kind: ThemeQuestion) => () => ask(askAbout(kind, theme, ofSeveral.has(kind) ? these() : []));
  return [
    { id: 'open', name: 'Open the theme', key: 'Enter', onAction: () => onOpen(theme.id) },
    { id: 'review', name: 'Review its extracts', key: 'R', onAction: () => goToReview(theme.id) },
    'separator',
    { id: 'codes', name: 'Choose its codes', key: 'T', onAction: asking('codes of theme') },
    { id: 'outcomes', name: 'Place under outcomes', key: 'O', onAction: asking('outcomes of theme') },
    { id: 'status', name: 'Change its status', key: 'M', onAction: asking('status of theme') },
    { id: 'parent', name: 'Put under another theme', key: 'U', onAction: asking('parent of theme') },
    { id: 'relation', name: 'Relate to another theme', onAction: asking('relation') },
    { id: 'memo', name: 'Write a memo on it', onAction: asking('memo') },
    'separator',
    { id: 'up', name: 'Move up', key: shownKey('Alt+↑'), onAction: step(-1) },
    { id: 'down', name: 'Move down', key: shownKey('Alt+↓'), onAction: step(1) },
    {
      id: 'park',
      name: theme.parked ? 'Put back on the board' : 'Park the theme',
      key: 'P',
      onAction: () => put(these(), { parked: !theme.parked }),
    },
    'separator',
    { id: 'merge', name: 'Merge into another theme', key: 'J', onAction: asking('merge') },
    {
      id: 'split',
      name: 'Split the theme',
      key: 'X',
      disabled: theme.codes.length < 2,
      onAction: asking('split'),
    },
    { id: 'discard', name: 'Discard the theme', key: 'Delete', danger: true, onAction: asking('discard') },
  ];
}
