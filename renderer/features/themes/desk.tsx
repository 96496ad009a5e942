import { createContext, useContext } from 'react';
import type { Code, Outcome, Source, Theme } from '../../../shared/model/entities.ts';
import type { ThemeId } from '../../../shared/model/ids.ts';
import type { ThemeStatus } from '../../../shared/model/kinds.ts';
import { toastError } from '../../ui/toast.tsx';
import type { Asking } from './asking.ts';
import type { ThemeActs } from './mutations.ts';

/** A card by its theme and the column it will stand in. */
export type AwaitedCard = Pick<Theme, 'id' | 'status'>;

/** What every part of this place reads and may do. */
export type Desk = {
  readonly themes: readonly Theme[];
  readonly codes: readonly Code[];
  readonly outcomes: readonly Outcome[];
  readonly sources: readonly Source[];
  /** Id of the theme or outcome whose page is open. */
  readonly open: string | null;
  readonly onOpen: (id: string) => void;
  readonly acts: ThemeActs;
  readonly ask: (question: Asking) => void;
  /** A card that takes the focus as soon as it stands on the board and no dialog is open: after it was made, or moved to another column. */
  readonly awaited: AwaitedCard | null;
  readonly onAwait: (card: AwaitedCard | null) => void;
  /** Whether this theme's card is awaited, as of now and not as of the last drawing. */
  readonly isAwaited: (id: ThemeId) => boolean;
};

const DeskContext = createContext<Desk | null>(null);
export const DeskProvider = DeskContext.Provider;

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('useDesk is used outside the place of themes');
  return desk;
}

/** Changes a theme's status from its card; the focus goes with the card to its new column. */
export function useStatusChange(): (theme: Theme, status: ThemeStatus) => void {
  const { acts, onAwait } = useDesk();
  return (theme, status) => {
    onAwait({ id: theme.id, status });
    acts.setStatus(theme, status).catch(thrown => {
      onAwait(null);
      toastError(thrown);
    });
  };
}
