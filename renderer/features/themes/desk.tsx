import { createContext, type RefObject, useContext } from 'react';
import type { Code, Outcome, Source, Theme } from '../../../shared/model/entities.ts';
import type { ThemeId } from '../../../shared/model/ids.ts';
import type { Asking } from './asking.ts';
import type { ThemeActs } from './mutations.ts';

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
  /** A card that takes the focus as soon as it stands on the board: after it was made, or moved to another column. */
  readonly focusNext: RefObject<ThemeId | null>;
};

const DeskContext = createContext<Desk | null>(null);
export const DeskProvider = DeskContext.Provider;

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('useDesk is used outside the place of themes');
  return desk;
}
