import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { ExtractGroup, ExtractGrouping, ExtractRow } from '../../../shared/api/outputs/coding.ts';
import type { CodeId } from '../../../shared/model/ids.ts';
import { useFilter } from '../../app/filters.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { keys } from '../../client/keys.ts';

const pageSize = 200;

/** The extracts of a code as far as they have been asked for, and the way to ask for more. */
export function useExtractPages(code: CodeId, group: ExtractGrouping) {
  const client = useClient();
  const { handle: study } = useStudy();
  const filter = useFilter();
  const pages = useInfiniteQuery({
    queryKey: keys.extractPages(study, { code, group, filter }),
    queryFn: ({ pageParam }) =>
      client.call('extract.page', { study, code, group, filter, offset: pageParam, limit: pageSize }),
    initialPageParam: 0,
    getNextPageParam: (last, all) => {
      const read = all.reduce((sum, page) => sum + page.rows.length, 0);
      return last.rows.length > 0 && read < last.total ? read : undefined;
    },
    placeholderData: keepPreviousData,
  });
  return {
    total: pages.data?.pages[0]?.total ?? 0,
    groups: pages.data?.pages[0]?.groups ?? noGroups,
    rows: pages.data?.pages.flatMap(page => page.rows) ?? noRows,
    loading: pages.isLoading || pages.isFetchingNextPage,
    error: pages.error,
    more: () => {
      if (pages.hasNextPage && !pages.isFetchingNextPage) void pages.fetchNextPage();
    },
  };
}

const noGroups: readonly ExtractGroup[] = [];
const noRows: readonly ExtractRow[] = [];

export type ListItem =
  | { readonly kind: 'group'; readonly id: string; readonly group: ExtractGroup }
  | { readonly kind: 'extract'; readonly id: string; readonly row: ExtractRow };

/** Extracts with a heading before the first of each group. Rows come in the order of the groups. */
export function withHeadings(rows: readonly ExtractRow[], groups: readonly ExtractGroup[]): readonly ListItem[] {
  const byKey = new Map(groups.map(group => [group.key, group]));
  const items: ListItem[] = [];
  let current: string | null = null;
  for (const row of rows) {
    const group = byKey.get(row.group);
    if (groups.length > 0 && group && row.group !== current) {
      items.push({ kind: 'group', id: `group ${row.group}`, group });
      current = row.group;
    }
    items.push({ kind: 'extract', id: row.key, row });
  }
  return items;
}
