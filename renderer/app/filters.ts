import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import { isOpen } from '../../shared/analysis/filter.ts';
import { type FilterNames, filterInWords } from '../../shared/analysis/filterWords.ts';
import type { StudyFilterInput } from '../../shared/api/inputs.ts';
import type { SourceId } from '../../shared/model/ids.ts';
import { useClient, useStudy } from '../client/context.tsx';
import { keys } from '../client/keys.ts';
import { useCoders, usePeople, useSources, useThemes } from '../client/queries.ts';

/** What each open study is narrowed to in this window. It ends with the window: nothing of a study is kept outside its file. */
const held = new Map<string, StudyFilterInput>();
const listeners = new Set<() => void>();
const none: StudyFilterInput = {};

/** Narrows a study, on every screen at once. Fields that let everything through are left out. */
export function setFilter(study: string, filter: StudyFilterInput): void {
  const narrowing = Object.entries(filter).filter(([, value]) => value !== undefined && value.length > 0);
  if (narrowing.length === 0) held.delete(study);
  else held.set(study, Object.fromEntries(narrowing));
  for (const listener of listeners) listener();
}

export const clearFilter = (study: string): void => setFilter(study, none);

/** The filter in force. The same object until it changes. */
export function useFilter(): StudyFilterInput {
  const { handle } = useStudy();
  return useSyncExternalStore(
    changed => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => held.get(handle) ?? none,
  );
}

/** The filter in force, in words for people; null where there is none. */
export function useFilterWords(): string | null {
  const filter = useFilter();
  const people = usePeople().data;
  const coders = useCoders().data;
  const themes = useThemes().data;
  const sources = useSources().data;
  return useMemo(() => {
    const names: FilterNames = {
      participant: id => people?.participants.find(one => one.id === id)?.label,
      attribute: id => people?.attributes.find(one => one.id === id)?.name,
      coder: id => coders?.find(one => one.id === id)?.name,
      theme: id => themes?.find(one => one.id === id)?.name,
      source: id => sources?.find(one => one.id === id)?.attribution,
    };
    return filterInWords(filter, names);
  }, [filter, people, coders, themes, sources]);
}

/** The sources that the filter lets through; null where all are, or while it is not known yet. */
export function useSourcesWithin(): ReadonlySet<SourceId> | null {
  const client = useClient();
  const { handle: study } = useStudy();
  const filter = useFilter();
  const narrowed = !isOpen(filter);
  const { data } = useQuery({
    queryKey: keys.sourcesWithin(study, filter),
    queryFn: () => client.call('source.within', { study, filter }),
    enabled: narrowed,
    placeholderData: keepPreviousData,
  });
  return useMemo(() => (narrowed && data ? new Set(data) : null), [narrowed, data]);
}
