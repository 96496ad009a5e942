import { useSyncExternalStore } from 'react';
import type { MatrixColumns } from '../../../shared/api/methods/analysis.ts';
import { useStudy } from '../../client/context.tsx';

export type MatrixAsked = {
  readonly rows: 'codes' | 'themes';
  readonly columns: MatrixColumns;
  readonly count: 'extracts' | 'sources' | 'participants';
};
export type SearchPlace = 'transcripts' | 'memos' | 'codebook' | 'themes';

/** What is looked for and counted, held for each study while the window is open, so that one comes back to it from a transcript. */
export type Settings = {
  readonly tab: Tab;
  readonly text: string;
  readonly mode: 'words' | 'substring';
  /** Empty: everywhere. */
  readonly where: ReadonlySet<SearchPlace>;
  readonly matrix: MatrixAsked;
  /** Whether rows that count nothing are shown. */
  readonly empty: boolean;
  /** Codes with at most so many words between their extracts are near. */
  readonly near: number;
};

export const tabs = ['search', 'matrix', 'together'] as const;
export type Tab = (typeof tabs)[number];

const first: Settings = {
  tab: 'search',
  text: '',
  mode: 'words',
  where: new Set(),
  matrix: { rows: 'codes', columns: 'group', count: 'extracts' },
  empty: true,
  near: 10,
};
const held = new Map<string, Settings>();
const listeners = new Set<() => void>();

/** The settings of the open study, and the way to change some. */
export function useSettings(): readonly [Settings, (patch: Partial<Settings>) => void] {
  const { handle } = useStudy();
  const settings = useSyncExternalStore(
    changed => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => held.get(handle) ?? first,
  );
  return [
    settings,
    patch => {
      held.set(handle, { ...(held.get(handle) ?? first), ...patch });
      for (const listener of listeners) listener();
    },
  ];
}
