import { skipToken, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { SearchHit } from '../../../shared/api/outputs/search.ts';
import type { SourceId } from '../../../shared/model/ids.ts';
import type { Sought } from '../../app/route.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { keys } from '../../client/keys.ts';

/** More than these in one transcript are not highlighted. */
const most = 2_000;

/** Where the words that the address asks for stand in one transcript, in the order of the text. */
export function useHits(source: SourceId, sought: Sought | null): readonly SearchHit[] {
  const client = useClient();
  const { handle: study } = useStudy();
  const { data } = useQuery({
    queryKey: keys.found(study, { source, ...sought }),
    queryFn: sought
      ? () => client.call('search.find', { study, ...sought, typing: true, source, limit: most })
      : skipToken,
    gcTime: 60_000,
  });
  return useMemo(() => (sought && data ? data.hits : none), [sought, data]);
}

const none: readonly SearchHit[] = [];
