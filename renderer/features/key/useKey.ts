import { useQuery } from '@tanstack/react-query';
import { useClient, useStudy } from '../../client/context.tsx';
import { keys } from '../../client/keys.ts';

/** Whether the study has a key to its original words, and whether it is open. */
export function useKeyState() {
  const client = useClient();
  const { handle: study } = useStudy();
  return useQuery({ queryKey: keys.anonymity(study, 'key'), queryFn: () => client.call('key.state', { study }) });
}
