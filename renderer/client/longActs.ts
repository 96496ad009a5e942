import { useSyncExternalStore } from 'react';
import type { InputOf, MethodName } from '../../shared/api/methods.ts';
import type { Client } from './client.ts';

/** Calls that may take long, by what they do. */
const names: Partial<Readonly<Record<MethodName, string>>> = {
  'coding.applyMany': 'Coding',
  'code.merge': 'Merging codes',
  'code.remove': 'Removing the code',
  'replacement.apply': 'Replacing words',
  'replacement.restore': 'Putting the original words back',
  'replacement.update': 'Writing the label anew',
  'study.copy': 'Saving a copy without the key',
  'history.undo': 'Undoing',
  'history.redo': 'Doing it again',
  'history.goto': 'Going to this point of the history',
  'quote.export': 'Writing the quotes',
  'findings.export': 'Writing the findings',
  'themebook.export': 'Writing the theme book',
};

/** Of these, calls that write a file of what they have read: the core answers others meanwhile. */
const files: ReadonlySet<MethodName> = new Set<MethodName>(['quote.export', 'findings.export', 'themebook.export']);

/** A call that is under way. */
export type LongAct = {
  readonly name: string;
  /** Whether it writes a file, and changes nothing in the study. */
  readonly file: boolean;
  /** How far it is, 0 to 100; null before it tells. At 100 it stands, and can't be stopped any more. */
  readonly done: number | null;
  readonly stop: () => Promise<unknown>;
};

let current: LongAct | null = null;
const listeners = new Set<() => void>();
function publish(next: LongAct | null): void {
  current = next;
  for (const listener of listeners) listener();
}

/**
 * The same client; calls that may take long are named, so that they tell how far they are and can be stopped. Other calls are sent once those that change the study are done:
 * the core would let them wait, and a browser that has six of them under way sends no seventh, which may be the one that stops.
 */
export function watchLongActs(client: Client): Client {
  const running = new Map<string, LongAct>();
  let settled: Promise<unknown> = Promise.resolve();
  const latest = () => publish([...running.values()].at(-1) ?? null);
  client.subscribe(event => {
    if (event.type !== 'progress') return;
    const act = running.get(event.label);
    if (!act) return;
    running.set(event.label, { ...act, done: Math.round((100 * event.done) / Math.max(1, event.total)) });
    latest();
  });
  return {
    ...client,
    call: async <Name extends MethodName>(method: Name, input: InputOf<Name>) => {
      const name = names[method];
      while (method !== 'job.cancel' && [...running.values()].some(act => !act.file)) await settled;
      if (name === undefined) return client.call(method, input);
      const job = crypto.randomUUID();
      const { study } = input as InputOf<'history.undo'>;
      const stop = () => client.call('job.cancel', { study, job });
      const file = files.has(method);
      running.set(job, { name, file, done: null, stop });
      latest();
      const { promise, resolve } = Promise.withResolvers<void>();
      if (!file) settled = promise;
      try {
        return await client.call(method, { ...input, job });
      } finally {
        running.delete(job);
        resolve();
        latest();
      }
    },
  };
}

/** The call that may take long and began last; null while there is none. */
export function useLongAct(): LongAct | null {
  return useSyncExternalStore(
    changed => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => current,
  );
}
