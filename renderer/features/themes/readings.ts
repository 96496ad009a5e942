import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { StudyFilterInput } from '../../../shared/api/inputs.ts';
import type { ExtractGrouping, ExtractRow } from '../../../shared/api/outputs/coding.ts';
import type { FrameworkId, OutcomeId, ThemeId } from '../../../shared/model/ids.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { keys } from '../../client/keys.ts';

/** All frameworks of the study, the main one first. */
export function useFrameworks() {
  const client = useClient();
  const { handle: study } = useStudy();
  return useQuery({ queryKey: keys.frameworks(study), queryFn: () => client.call('framework.list', { study }) });
}

export function useDiscarded() {
  const client = useClient();
  const { handle: study } = useStudy();
  return useQuery({
    queryKey: keys.ofThemes(study, 'discarded'),
    queryFn: () => client.call('theme.list', { study, discarded: true }),
  });
}

/** Advice on all themes, that set aside too. */
export function useAdvice() {
  const client = useClient();
  const { handle: study } = useStudy();
  return useQuery({
    queryKey: keys.ofThemes(study, 'advice'),
    queryFn: () => client.call('advice.list', { study }),
    placeholderData: keepPreviousData,
  });
}

export function useMarks(theme: ThemeId) {
  const client = useClient();
  const { handle: study } = useStudy();
  return useQuery({
    queryKey: keys.ofThemes(study, 'marks', theme),
    queryFn: () => client.call('theme.marks', { study, theme }),
  });
}

export function useReadiness(theme: ThemeId) {
  const client = useClient();
  const { handle: study } = useStudy();
  return useQuery({
    queryKey: keys.ofThemes(study, 'readiness', theme),
    queryFn: () => client.call('theme.readiness', { study, theme }),
  });
}

export function useReview(theme: ThemeId) {
  const client = useClient();
  const { handle: study } = useStudy();
  return useQuery({
    queryKey: keys.ofThemes(study, 'review', theme),
    queryFn: () => client.call('theme.review', { study, theme }),
    // A review begins where the verdicts end, so it never begins with what was read before.
    gcTime: 0,
  });
}

/** Level 2 of a review; `words` '' looks for none. */
export function useAgainst(theme: ThemeId, words: string) {
  const client = useClient();
  const { handle: study } = useStudy();
  return useQuery({
    queryKey: keys.ofThemes(study, 'against', theme, words),
    queryFn: () => client.call('theme.against', { study, theme, ...(words !== '' && { words }), limit: 100 }),
    placeholderData: keepPreviousData,
  });
}

export function useThemeHistory(theme: ThemeId) {
  const client = useClient();
  const { handle: study } = useStudy();
  return useQuery({
    queryKey: keys.ofThemes(study, 'history', theme),
    queryFn: () => client.call('theme.history', { study, theme }),
  });
}

export function useRelations(theme: ThemeId) {
  const client = useClient();
  const { handle: study } = useStudy();
  return useQuery({
    queryKey: keys.ofThemes(study, 'relations', theme),
    queryFn: () => client.call('relation.list', { study, theme }),
  });
}

export function useCoverage(framework: FrameworkId) {
  const client = useClient();
  const { handle: study } = useStudy();
  return useQuery({
    queryKey: keys.ofThemes(study, 'coverage', framework),
    queryFn: () => client.call('outcome.coverage', { study, framework }),
  });
}

export function useOutcomeQuotes(outcome: OutcomeId) {
  const client = useClient();
  const { handle: study } = useStudy();
  return useQuery({
    queryKey: keys.ofThemes(study, 'quotes', outcome),
    queryFn: () => client.call('outcome.quotes', { study, outcome }),
  });
}

const pageSize = 200;

/** A theme's extracts in the order of their groups, as far as they have been asked for; of the whole study unless told. */
export function useThemeExtracts(theme: ThemeId, group: ExtractGrouping, filter: StudyFilterInput = everything) {
  const client = useClient();
  const { handle: study } = useStudy();
  const pages = useInfiniteQuery({
    queryKey: keys.extractPages(study, { theme, group, filter }),
    queryFn: ({ pageParam }) =>
      client.call('extract.page', { study, theme, group, filter, offset: pageParam, limit: pageSize }),
    initialPageParam: 0,
    getNextPageParam: (last, all) => {
      const read = all.reduce((sum, page) => sum + page.rows.length, 0);
      return last.rows.length > 0 && read < last.total ? read : undefined;
    },
    placeholderData: keepPreviousData,
  });
  return {
    ready: pages.data !== undefined,
    error: pages.error,
    total: pages.data?.pages[0]?.total ?? 0,
    groups: pages.data?.pages[0]?.groups ?? [],
    rows: pages.data?.pages.flatMap(page => page.rows) ?? noRows,
    more: pages.hasNextPage ? () => void pages.fetchNextPage() : null,
  };
}

const everything: StudyFilterInput = {};
const noRows: readonly ExtractRow[] = [];
