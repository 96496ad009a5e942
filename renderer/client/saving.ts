import { useSyncExternalStore } from 'react';
import type { MethodName } from '../../shared/api/methods.ts';
import { CallError, type Client } from './client.ts';

/** Whether what was done is in the study's file: 'saved' once every command has been acknowledged. */
export type Saving = 'saved' | 'saving' | 'not saved';

/** Calls that only read, and commands that change nothing in a study. All others count as saving. */
export const withoutSaving: ReadonlySet<MethodName> = new Set<MethodName>([
  'app.info',
  'app.recent',
  'app.forgetRecent',
  'files.list',
  'study.open',
  'study.sample',
  'study.close',
  'study.info',
  'study.stats',
  'study.check',
  'framework.get',
  'framework.parse',
  'import.preview',
  'import.discard',
  'source.list',
  'source.get',
  'source.original',
  'code.list',
  'extract.list',
  'search.find',
  'theme.list',
  'theme.readiness',
  'theme.marks',
  'theme.review',
  'theme.against',
  'theme.history',
  'relation.list',
  'advice.list',
  'framework.list',
  'outcome.coverage',
  'outcome.quotes',
  'quote.list',
  'quote.chapters',
  'quote.check',
  'quote.export',
  'quote.prepared',
  'quote.board',
  'map.get',
  'map.export',
  'code.mergePreview',
  'code.similar',
  'codebook.export',
  'themebook.export',
  'findings.draft',
  'report.check',
  'findings.export',
  'caseStudy.list',
  'recommendation.list',
  'autocode.find',
  'extract.page',
  'coding.toReview',
  'source.revisions',
  'source.reimportPreview',
  'reading.list',
  'memo.list',
  'people.list',
  'source.within',
  'study.coders',
  'analysis.matrix',
  'analysis.cell',
  'analysis.cooccurrence',
  'analysis.places',
  'analysis.export',
  'job.cancel',
  'history.list',
  'history.state',
  'replacement.list',
  'replacement.find',
  'name.suggest',
  'name.checks',
  'bracket.list',
  'key.state',
  'key.open',
  'key.close',
  'key.suggest',
  'source.spoken',
  'study.copy',
  'disclosure.check',
  'disclosure.words',
  'sensitive.list',
  'style.list',
  'style.preview',
]);

/** Failures after which the study's file may lack what the person just did, whatever they asked for. */
const lost: ReadonlySet<string> = new Set([
  'disk-full',
  'study-read-only',
  'study-damaged',
  'study-locked',
  'study-closed',
  'internal',
]);

let state: Saving = 'saved';
let underWay = 0;
const listeners = new Set<() => void>();

function publish(next: Saving): void {
  state = next;
  for (const listener of listeners) listener();
}

/** The same client; its commands are followed until they are acknowledged. */
export function watchSaving(client: Client): Client {
  return {
    ...client,
    call: async (name, input) => {
      if (withoutSaving.has(name)) return client.call(name, input);
      underWay += 1;
      publish('saving');
      let after: Saving = 'saved';
      try {
        return await client.call(name, input);
      } catch (thrown) {
        if (!(thrown instanceof CallError) || lost.has(thrown.code)) after = 'not saved';
        throw thrown;
      } finally {
        underWay -= 1;
        if (underWay === 0) publish(after);
      }
    },
  };
}

export function useSaving(): Saving {
  return useSyncExternalStore(
    changed => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => state,
  );
}
