import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { PreparedQuote } from '../../../shared/model/preparedQuotes.ts';
import type { BundleQuote } from '../../../shared/model/quotes.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { keys } from '../../client/keys.ts';
import { toastError } from '../../ui/toast.tsx';
import type { Section } from './choice.ts';
import { whileOrdered } from './orders.ts';
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
  prepare(quote: BundleQuote, change: ReadyChange): Promise<boolean>;
  /** Puts all quotes of a section into this order, or (null) gives the section back to report order. */
  order(section: Section, quotes: readonly BundleQuote[] | null): Promise<boolean>;
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
    const chapters = keys.quotes(study, { chapters: true });
    const act = (call: () => Promise<unknown>): Promise<boolean> => {
      const mine = last.then(async () => {
        try {
          await call();
          return true;
        } catch (thrown) {
          toastError(thrown);
          return false;
        }
      });
      last = mine;
      return mine;
    };
    return {
      prepare: (quote, change) => {
        void queries.cancelQueries({ queryKey: key });
        queries.setQueryData<readonly PreparedQuote[]>(key, now => now && withChange(now, [quote], change));
        return act(() => client.call('quote.prepare', { study, extracts: [quote.key], ...change })).finally(
          () => void queries.invalidateQueries({ queryKey: key }),
        );
      },
      order: (section, quotes) => {
        const under = section.theme ? { theme: section.theme.id } : section.outcome && { outcome: section.outcome.id };
        const extracts = (quotes ?? []).map(quote => quote.key);
        const work = async () => {
          const done = await act(() =>
            client.call('quote.order', { study, ...under, extracts, ordered: quotes !== null }),
          );
          await queries.invalidateQueries({ queryKey: chapters });
          return done;
        };
        return quotes ? whileOrdered({ study, section, quotes }, work) : work();
      },
    };
  }, [client, queries, study]);
}
