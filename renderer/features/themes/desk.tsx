import { createContext, useContext } from 'react';
import type { Code, Framework, Outcome, Source, Theme } from '../../../shared/model/entities.ts';
import type { FrameworkId } from '../../../shared/model/ids.ts';
import type { Asking } from './asking.ts';
import type { ThemeActs } from './mutations.ts';

/** What every part of this place reads. */
export type Desk = {
  readonly themes: readonly Theme[];
  readonly codes: readonly Code[];
  /** All frameworks, the main one first. */
  readonly frameworks: readonly Framework[];
  /** The framework that is looked at: its entries stand beside the board and on the cards. */
  readonly framework: Framework;
  /** Its entries. */
  readonly outcomes: readonly Outcome[];
  /** Advice by theme in plain words, without what was set aside. */
  readonly advised: ReadonlyMap<string, string>;
  readonly sources: readonly Source[];
  /** Id of the theme or outcome whose page is open. */
  readonly open: string | null;
  /** Whether an open page lies over the board and hides it. */
  readonly covers: boolean;
};

/** What every part of this place may do. The same object as long as the place is there: to hold it draws nothing anew. */
export type Doing = {
  readonly acts: ThemeActs;
  readonly ask: (question: Asking) => void;
  readonly onOpen: (id: string) => void;
  /** Looks at another framework. */
  readonly onFramework: (id: FrameworkId) => void;
};

const DeskContext = createContext<Desk | null>(null);
const DoingContext = createContext<Doing | null>(null);
export const DeskProvider = DeskContext.Provider;
export const DoingProvider = DoingContext.Provider;

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('useDesk is used outside the place of themes');
  return desk;
}

export function useDoing(): Doing {
  const doing = useContext(DoingContext);
  if (!doing) throw new Error('useDoing is used outside the place of themes');
  return doing;
}
