import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { SearchHit } from '../../../shared/api/outputs/search.ts';
import { useFilter } from '../../app/filters.ts';
import type { Sought } from '../../app/route.ts';
import { CallError } from '../../client/client.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { keys } from '../../client/keys.ts';
import type { SearchPlace } from './settings.ts';

const usualPage = 200;
/** Most hits that can be gone through and coded in one act. */
export const mostCoded = 5_000;
const codedPage = 2_000;
const everywhere: readonly SearchPlace[] = ['transcripts', 'memos', 'codebook', 'themes'];
/** Names this window to the core, so that two windows don't give up each other's searches. */
const windowName = crypto.randomUUID();

/** What is found as one types, as far as it has been asked for. */
export function useFound(sought: Sought, where: ReadonlySet<SearchPlace>, pageSize = usualPage) {
  const client = useClient();
  const { handle: study } = useStudy();
  const filter = useFilter();
  const places = everywhere.filter(place => where.size === 0 || where.has(place));
  const asked = { ...sought, typing: true, filter } as const;
  const found = useInfiniteQuery({
    queryKey: keys.found(study, { ...asked, places, pageSize }),
    queryFn: ({ pageParam }) => {
      const searcher = `${pageSize} ${windowName}`;
      const later = pageParam > 0;
      const input = { study, ...asked, offset: pageParam, limit: pageSize };
      return client.call('search.find', {
        ...input,
        in: later ? ['transcripts'] : [...places],
        ...(!later && { searcher }),
      });
    },
    initialPageParam: 0,
    getNextPageParam: (last, all) => {
      const read = all.reduce((sum, page) => sum + page.hits.length, 0);
      return last.hits.length > 0 && read < last.total ? read : undefined;
    },
    enabled: sought.text !== '',
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
  const superseded = found.error instanceof CallError && found.error.code === 'superseded';
  const { refetch } = found;
  // Back at words whose search gave way to a newer one: they are looked for again.
  useEffect(() => {
    if (superseded) void refetch();
  }, [superseded, refetch]);
  const first = sought.text === '' ? undefined : found.data?.pages[0];
  return {
    result: first,
    hits: first ? (found.data?.pages.flatMap(page => page.hits) ?? noHits) : noHits,
    /** Whether what is shown is of earlier words. */
    old: found.isPlaceholderData,
    more: found.hasNextPage,
    loading: found.isFetching,
    error: superseded ? null : found.error,
    readMore: () => {
      if (found.hasNextPage && !found.isFetchingNextPage) void found.fetchNextPage();
    },
  };
}

const noHits: readonly SearchHit[] = [];

/** All hits in transcripts, up to `mostCoded`, in one list. `total` counts also those past it. */
export function useAllFound(sought: Sought) {
  const client = useClient();
  const { handle: study } = useStudy();
  const filter = useFilter();
  return useQuery({
    queryKey: keys.found(study, { all: true, ...sought, filter }),
    queryFn: async () => {
      const hits: SearchHit[] = [];
      for (;;) {
        const limit = Math.min(codedPage, mostCoded - hits.length);
        const page = await client.call('search.find', {
          study,
          ...sought,
          typing: true,
          filter,
          in: ['transcripts'],
          offset: hits.length,
          limit,
        });
        hits.push(...page.hits);
        const done = page.hits.length < limit || hits.length >= mostCoded;
        if (done) return { hits, total: Math.max(page.total, hits.length) };
      }
    },
    gcTime: 0,
  });
}
