import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { PreparedQuote } from '../../../shared/model/preparedQuotes.ts';
import type { BundleQuote } from '../../../shared/model/quotes.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { keys } from '../../client/keys.ts';
import { toastError } from '../../ui/toast.tsx';
import { byKey, type Prepared, type ReadyChange, withChange } from './ready.ts';

/** Every quote that was made ready, by the key of its extract. */
export function usePrepared(): Prepared | undefined {
  const client = useClient();
  const { handle: study } = useStudy();
  const list = useQuery({
    queryKey: keys.ofQuotes(study, 'prepared'),
    queryFn: () => client.call('quote.prepared', { study }),
  }).data;
  return useMemo(() => list && byKey(list), [list]);
}

export type ReadyActs = {
  /** Changes one quote; shown at once. @returns whether it was done: a refusal is said and leaves all as it was. */
  prepare(quote: BundleQuote, change: Omit<ReadyChange, 'position'>): Promise<boolean>;
  /** Puts all quotes of a section into this order, or gives them back to report order. */
  order(quotes: readonly BundleQuote[], ordered: boolean): Promise<boolean>;
};

/** One act after the other: each builds on what the one before has left. */
let last: Promise<unknown> = Promise.resolve();

/** What is done to make quotes ready; the same object as long as the study is open. */
export function useReadyActs(): ReadyActs {
  const client = useClient();
  const queries = useQueryClient();
  const { handle: study } = useStudy();
  return useMemo(() => {
    const key = keys.ofQuotes(study, 'prepared');
    const act = (
      quotes: readonly BundleQuote[],
      change: (quote: BundleQuote, index: number) => ReadyChange,
      call: () => Promise<unknown>,
    ): Promise<boolean> => {
      const show = () => {
        void queries.cancelQueries({ queryKey: key, exact: true });
        queries.setQueryData<readonly PreparedQuote[]>(key, now => now && withChange(now, quotes, change));
      };
      show();
      const mine = last.then(async () => {
        try {
          await call();
          return true;
        } catch (thrown) {
          toastError(thrown);
          return false;
        } finally {
          void queries.invalidateQueries({ queryKey: key, exact: true });
        }
      });
      last = mine;
      return mine;
    };
    return {
      prepare: (quote, change) =>
        act(
          [quote],
          () => change,
          () => client.call('quote.prepare', { study, extracts: [quote.key], ...change }),
        ),
      order: (quotes, ordered) =>
        act(
          quotes,
          (_quote, index) => ({ position: ordered ? index : null }),
          () => client.call('quote.order', { study, extracts: quotes.map(quote => quote.key), ordered }),
        ),
    };
  }, [client, queries, study]);
}
