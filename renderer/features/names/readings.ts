import { keepPreviousData, skipToken, useIsFetching, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Bracket, Replacement } from '../../../shared/model/anonymity.ts';
import type { Source } from '../../../shared/model/entities.ts';
import type { ReplacementId, SourceId } from '../../../shared/model/ids.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { keys } from '../../client/keys.ts';
import { useSources } from '../../client/queries.ts';
import { useJob } from '../explore/useJob.ts';
import { useKeyState } from '../key/useKey.ts';
import { keyed, type Ticked } from './draft.ts';
import { sourceName } from './names.ts';

/** The table of replacements. What was read with an open key is let go as soon as it is closed. */
export function useTable() {
  const client = useClient();
  const { handle: study } = useStudy();
  const key = useKeyState().data?.state;
  return useQuery({
    queryKey: keys.anonymity(study, 'table', key ?? 'closed'),
    queryFn: key ? () => client.call('replacement.list', { study }) : skipToken,
    placeholderData: (before: readonly Replacement[] | undefined) => before?.map(withoutTerms),
    gcTime: 0,
  });
}

const withoutTerms = (one: Replacement): Replacement => ({ ...one, terms: null });

export function useChecks() {
  const client = useClient();
  const { handle: study } = useStudy();
  return useQuery({
    queryKey: keys.anonymity(study, 'checks'),
    queryFn: () => client.call('name.checks', { study }),
  });
}

/** Words that may identify somebody. `wanted`: whether they are looked for now; a search that is left is stopped. */
export function useSuggestions(wanted: boolean) {
  const client = useClient();
  const { handle: study } = useStudy();
  const queryKey = keys.anonymity(study, 'suggestions');
  const job = useJob('names', useIsFetching({ queryKey }) > 0);
  const read = useQuery({
    queryKey,
    queryFn: wanted ? () => client.call('name.suggest', { study, job: job.job }) : skipToken,
  });
  return { ...read, progress: read.isFetching ? job.progress : null, stop: job.stop };
}

const none: readonly Ticked[] = [];

/** Where words stand, near spellings too. They are held no longer than they are shown. */
export function useFoundWords(terms: readonly string[]) {
  const client = useClient();
  const { handle: study } = useStudy();
  const read = useQuery({
    queryKey: keys.anonymity(study, 'found', ...terms),
    queryFn:
      terms.length > 0 ? () => client.call('replacement.find', { study, terms: [...terms], near: true }) : skipToken,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const found = terms.length > 0 ? read.data : undefined;
  const sources = useSources().data;
  const places = useMemo(() => {
    const titles = new Map(sources?.map(source => [source.id, sourceName(source)]));
    const named = found?.places.map(place => ({ ...place, title: titles.get(place.source) ?? place.title }));
    return named ? keyed(named) : none;
  }, [found, sources]);
  return {
    places,
    notes: found?.notes ?? [],
    doubtful: found?.doubtful ?? [],
    looking: read.isFetching,
    found: found !== undefined,
    error: read.error,
  };
}

export function useBrackets(source: SourceId) {
  const client = useClient();
  const { handle: study } = useStudy();
  return useQuery({
    queryKey: keys.anonymity(study, 'brackets', source),
    queryFn: () => client.call('bracket.list', { study, source }),
  });
}

/** A place where a label stands, in what stands around it. */
export type Standing = Bracket & {
  readonly source: SourceId;
  readonly title: string;
  readonly before: string;
  readonly after: string;
  /** What it stands for; null while the key is closed, or where it is in no key. */
  readonly original: string | null;
};

const nowhere: readonly Standing[] = [];

/** Where a replacement's label stands, in all sources. With the open key, what was said there; that is let go when it is closed. */
export function useStanding(replacement: ReplacementId) {
  const client = useClient();
  const { handle: study } = useStudy();
  const key = useKeyState().data?.state;
  const sources = useSources().data;
  const standingIn = async (source: Source): Promise<readonly Standing[]> => {
    const of = { study, source: source.id };
    const brackets = (await client.call('bracket.list', of)).filter(one => one.replacement === replacement);
    if (brackets.length === 0) return [];
    const { text } = await client.call('source.get', of);
    const spoken = key === 'open' ? (await client.call('source.spoken', of)).redactions : [];
    const words = new Map(spoken.map(one => [one.start, one.words]));
    return brackets.map(bracket => ({
      ...bracket,
      source: source.id,
      title: sourceName(source),
      before: text.slice(Math.max(0, bracket.start - contextLength), bracket.start),
      after: text.slice(bracket.end, bracket.end + contextLength),
      original: words.get(bracket.start) ?? null,
    }));
  };
  const read = useQuery({
    queryKey: keys.anonymity(study, 'standing', replacement, key ?? 'closed', sources?.map(sourceName)),
    queryFn: key && sources ? async () => (await Promise.all(sources.map(standingIn))).flat() : skipToken,
    gcTime: 0,
  });
  return { places: read.data ?? nowhere, reading: read.isLoading, error: read.error };
}

/** Characters of a text shown on each side of words. */
export const contextLength = 60;
