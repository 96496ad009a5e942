import { notifyManager, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { StudyInfo } from '../../shared/model/entities.ts';
import type { Client } from './client.ts';
import { takeInCodings } from './codingDelta.ts';
import { isStale } from './keys.ts';

const ClientContext = createContext<Client | null>(null);
const StudyContext = createContext<StudyInfo | null>(null);

/** A coding is painted first; counts and lists are read again when a frame has passed, ms. */
const afterPaint = 24;
notifyManager.setScheduler(queueMicrotask);

const newQueries = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        refetchOnWindowFocus: false,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });

/** Gives the app its client, and reads again whatever a change anywhere has made stale. */
export function ClientProvider({ client, children }: { readonly client: Client; readonly children: ReactNode }) {
  const [queries] = useState(newQueries);
  useEffect(
    () =>
      client.subscribe(
        event => {
          if (event.type !== 'changed') return;
          const { study, tables, codings } = event;
          const readAgain = (known: readonly string[]) =>
            void queries.invalidateQueries({ predicate: query => isStale(query.queryKey, study, tables, known) });
          if (!codings) return readAgain([]);
          takeInCodings(queries, study, codings);
          setTimeout(() => readAgain(['transcript']), afterPaint);
        },
        () => void queries.invalidateQueries(),
      ),
    [client, queries],
  );
  return (
    <ClientContext value={client}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </ClientContext>
  );
}

export function useClient(): Client {
  const client = useContext(ClientContext);
  if (!client) throw new Error('useClient is used outside ClientProvider');
  return client;
}

export const StudyProvider = StudyContext.Provider;

/** The open study. Only inside the frame, where there is one. */
export function useStudy(): StudyInfo {
  const study = useContext(StudyContext);
  if (!study) throw new Error('useStudy is used without an open study');
  return study;
}
