import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { MemoId, SourceId } from '../../../shared/model/ids.ts';
import type { Memo, MemoAbout } from '../../../shared/model/memos.ts';
import { useOfferUndo } from '../../app/undo.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { keys } from '../../client/keys.ts';
import { toastError } from '../../ui/toast.tsx';
import { nameOfMemo } from './about.ts';

/** All memos, or those of one source with its turns and extracts; changed last first. */
export function useMemos(source?: SourceId) {
  const client = useClient();
  const { handle: study } = useStudy();
  const of = source === undefined ? {} : { source };
  return useQuery({ queryKey: keys.memos(study, of), queryFn: () => client.call('memo.list', { study, ...of }) });
}

/** Making, changing and removing memos; a refusal is said and changes nothing. */
export function useMemoActs() {
  const client = useClient();
  const { handle: study } = useStudy();
  const offerUndo = useOfferUndo();
  return useMemo(
    () => ({
      create: async (about: MemoAbout, title: string, body = ''): Promise<Memo | null> => {
        try {
          return await client.call('memo.create', { study, about, title, body });
        } catch (thrown) {
          toastError(thrown);
          return null;
        }
      },
      update: async (memo: MemoId, change: { readonly title?: string; readonly body?: string }): Promise<void> => {
        try {
          await client.call('memo.update', { study, memo, ...change });
        } catch (thrown) {
          toastError(thrown);
        }
      },
      remove: async (memo: Memo): Promise<void> => {
        try {
          await client.call('memo.remove', { study, memo: memo.id });
          await offerUndo(`Removed the memo “${nameOfMemo(memo)}”.`);
        } catch (thrown) {
          toastError(thrown);
        }
      },
    }),
    [client, study, offerUndo],
  );
}
