import { useQuery } from '@tanstack/react-query';
import type { InputOf } from '../../../shared/api/methods.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { keys } from '../../client/keys.ts';

/** What is to be looked over: see `disclosure.check`, without a filter the whole study; or exactly what a bundle of quotes would print. */
export type Looked =
  | Omit<InputOf<'disclosure.check'>, 'study'>
  | { readonly bundle: Omit<InputOf<'quote.check'>, 'study'> };

/** What the disclosure check finds, read anew each time that it is asked for and after each change. */
export function useDisclosure(looked: Looked) {
  const client = useClient();
  const { handle: study } = useStudy();
  return useQuery({
    queryKey: keys.ofQuotes(study, 'disclosure', looked),
    queryFn: () =>
      'bundle' in looked
        ? client.call('quote.check', { study, ...looked.bundle })
        : client.call('disclosure.check', { study, ...looked }),
    staleTime: 0,
    gcTime: 0,
    placeholderData: before => before,
  });
}

/** Accepting a finding, and taking that back. Both reject where they are refused. */
export function useAccepting() {
  const client = useClient();
  const { handle: study } = useStudy();
  return {
    accept: (finding: string, reason: string) =>
      client.call('disclosure.accept', { study, findings: [{ finding, reason }] }),
    unaccept: (finding: string) => client.call('disclosure.unaccept', { study, finding }),
  };
}
