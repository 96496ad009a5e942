import type { KeyboardEvent } from 'react';
import type { Theme } from '../../../shared/model/entities.ts';
import type { ThemeStatus } from '../../../shared/model/kinds.ts';
import { announce } from '../../ui/announce.ts';
import { toastError } from '../../ui/toast.tsx';
import { askAbout, newThemeOf, ofSeveral, type ThemeQuestion } from './asking.ts';
import { statusBeside, statusNames } from './board.ts';
import { useDesk, useDoing } from './desk.tsx';
import { type RowKey, rowKeyOf } from './keys.ts';
import { enterPage } from './Page.tsx';
import { showPeek } from './peeking.ts';
import { letGo, together } from './picked.ts';
import { goToReview } from './useOpenPage.ts';
import { useStep } from './useStep.ts';

const questions: Partial<Readonly<Record<RowKey, ThemeQuestion>>> = {
  theme: 'codes of theme',
  outcome: 'outcomes of theme',
  status: 'status of theme',
  parent: 'parent of theme',
  merge: 'merge',
  split: 'split',
  remove: 'discard',
};

/** What the keys do on the cards of a list; `status` is that of a theme begun here. Enter on the card whose page is open goes into the page. */
export function useCardKeys(cards: readonly Theme[], status: ThemeStatus): (event: KeyboardEvent) => void {
  const { themes, open } = useDesk();
  const { acts, ask, onOpen } = useDoing();
  const put = useStep();
  const shift = (theme: Theme, by: -1 | 1) => {
    const next = statusBeside(theme.status, by);
    if (!next) return announce(`${statusNames[theme.status]} is the ${by < 0 ? 'first' : 'last'} status`);
    put(together(themes, [theme.id]), { status: next, follow: !theme.parked });
  };
  return event => {
    const card =
      event.target instanceof HTMLElement && event.target.role === 'row' ? event.target.dataset.key : undefined;
    // Enter opens whatever is picked: the list alone would pick with it, too.
    const opens = event.key === 'Enter' && card !== undefined && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (opens && !(card === open && enterPage(card))) onOpen(card);
    if (opens || (event.key === 'Escape' && card !== undefined && letGo())) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const pressed = rowKeyOf(event);
    if (!pressed) return;
    const { key } = pressed;
    const theme = cards.find(one => one.id === pressed.row);
    const question = questions[key];
    if (key === 'new') ask(newThemeOf([], status));
    else if (!theme) return;
    else if (key === 'split' && theme.codes.length < 2) announce('A theme of one code can’t be split');
    else if (question) ask(askAbout(question, theme, ofSeveral.has(question) ? together(themes, [theme.id]) : []));
    else if (key === 'park') put(together(themes, [theme.id]), { parked: !theme.parked });
    else if (key === 'review') goToReview(theme.id);
    else if (key === 'peek') showPeek(theme.id, event.target);
    else if (key === 'up' || key === 'down') acts.step(theme, key === 'up' ? -1 : 1).catch(toastError);
    else shift(theme, key === 'left' ? -1 : 1);
    event.preventDefault();
    event.stopPropagation();
  };
}
