import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useClient, useStudy } from '../../client/context.tsx';
import { keys } from '../../client/keys.ts';

/** The findings as they will be printed. */
export function useDraft() {
  const client = useClient();
  const { handle: study } = useStudy();
  return useQuery({
    queryKey: keys.report(study, 'draft'),
    queryFn: () => client.call('findings.draft', { study }),
    placeholderData: keepPreviousData,
  });
}

export function useCaseStudies() {
  const client = useClient();
  const { handle: study } = useStudy();
  return useQuery({
    queryKey: keys.report(study, 'boxes'),
    queryFn: () => client.call('caseStudy.list', { study }),
  });
}

export function useRecommendations() {
  const client = useClient();
  const { handle: study } = useStudy();
  return useQuery({
    queryKey: keys.report(study, 'recommendations'),
    queryFn: () => client.call('recommendation.list', { study }),
  });
}

/** Every extract of the study, to choose a quote from; read only while it is asked for. */
export function useAllExtracts(wanted: boolean) {
  const client = useClient();
  const { handle: study } = useStudy();
  return useQuery({
    queryKey: keys.extracts(study, {}),
    queryFn: () => client.call('extract.list', { study }),
    enabled: wanted,
  });
}
