import type { CoreEvent } from '../../shared/api/events.ts';
import type { MethodName } from '../../shared/api/methods.ts';
import type { Ctx } from './context.ts';
import type { Core, CoreOptions } from './core.ts';
import { createDispatch } from './dispatch.ts';
import { createGate, type Passage } from './gate.ts';
import { analysisHandlers } from './handlers/analysis.ts';
import { appHandlers } from './handlers/app.ts';
import { autocodeHandlers } from './handlers/autocode.ts';
import { codebookHandlers } from './handlers/codebook.ts';
import { codebookFileHandlers } from './handlers/codebookFiles.ts';
import { codingHandlers } from './handlers/codings.ts';
import { disclosureHandlers } from './handlers/disclosure.ts';
import { extractPageHandlers } from './handlers/extractPage.ts';
import { extractHandlers } from './handlers/extracts.ts';
import { historyHandlers } from './handlers/history.ts';
import { importPeopleHandlers } from './handlers/importPeople.ts';
import { importHandlers } from './handlers/imports.ts';
import { keyHandlers } from './handlers/key.ts';
import { mapHandlers } from './handlers/map.ts';
import { memoHandlers } from './handlers/memos.ts';
import { nameHandlers } from './handlers/names.ts';
import { peopleHandlers } from './handlers/people.ts';
import { preparedQuoteHandlers } from './handlers/preparedQuotes.ts';
import { printStyleHandlers } from './handlers/printStyles.ts';
import { quoteHandlers } from './handlers/quotes.ts';
import { readingHandlers } from './handlers/reading.ts';
import { replacementHandlers } from './handlers/replacements.ts';
import { reportFileHandlers } from './handlers/reportFiles.ts';
import { revisionHandlers } from './handlers/revisions.ts';
import { sampleHandlers } from './handlers/sample.ts';
import { searchHandlers } from './handlers/search.ts';
import { similarCodeHandlers } from './handlers/similarCodes.ts';
import { sourceHandlers } from './handlers/sources.ts';
import { studyHandlers } from './handlers/studies.ts';
import { themeHandlers } from './handlers/themes.ts';
import { themeImportHandlers } from './handlers/themesImport.ts';
import { outcomeHandlers } from './handlers/themesOutcomes.ts';
import { themeReviewHandlers } from './handlers/themesReview.ts';
import { themeShapeHandlers } from './handlers/themesShape.ts';
import { writingHandlers } from './handlers/writing.ts';
import { createRecent } from './recent.ts';
import { createSessions } from './sessions.ts';

/** Wires the method table to the study files. One core serves any number of windows of its host. */
export function createCore(options: CoreOptions): Core {
  const listeners = new Set<(event: CoreEvent) => void>();
  const emit = (event: CoreEvent) => {
    for (const listener of listeners) listener(event);
  };
  const sessions = createSessions(emit);
  const gate = createGate();
  const dispatch = createDispatch<Ctx>({
    ...appHandlers,
    ...analysisHandlers,
    ...studyHandlers,
    ...sampleHandlers,
    ...importHandlers,
    ...sourceHandlers,
    ...codebookHandlers,
    ...codebookFileHandlers,
    ...similarCodeHandlers,
    ...autocodeHandlers,
    ...extractPageHandlers,
    ...codingHandlers,
    ...revisionHandlers,
    ...readingHandlers,
    ...extractHandlers,
    ...themeHandlers,
    ...themeShapeHandlers,
    ...themeReviewHandlers,
    ...outcomeHandlers,
    ...themeImportHandlers,
    ...quoteHandlers,
    ...printStyleHandlers,
    ...disclosureHandlers,
    ...preparedQuoteHandlers,
    ...reportFileHandlers,
    ...writingHandlers,
    ...mapHandlers,
    ...memoHandlers,
    ...peopleHandlers,
    ...keyHandlers,
    ...replacementHandlers,
    ...nameHandlers,
    ...importPeopleHandlers,
    ...searchHandlers,
    ...historyHandlers,
  });
  const shared = {
    options,
    sessions,
    recent: createRecent(options.dataFolder),
    now: () => (options.now?.() ?? new Date()).toISOString(),
    progress: (session: { readonly handle: string }, label: string, done: number, total: number) => {
      emit({ type: 'progress', study: session.handle, label, done, total });
    },
  };
  return {
    call: (name, input, caller) => {
      const work = () => dispatch(name, input, { ...shared, caller });
      const study = studyOf(input);
      return study === null ? work() : gate.enter(study, passages.get(name) ?? 'beside', work);
    },
    subscribe: listener => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    close: async () => {
      sessions.stopAll();
      await gate.idle();
      sessions.closeAll();
    },
  };
}

/** How calls come to a study where that is not beside others: acts in steps have it for themselves, what only reads in a thread of its own keeps nobody waiting. */
const passages: ReadonlyMap<string, Passage> = new Map<MethodName, Passage>([
  ['coding.applyMany', 'alone'],
  ['code.merge', 'alone'],
  ['code.remove', 'alone'],
  ['replacement.apply', 'alone'],
  ['replacement.restore', 'alone'],
  ['replacement.update', 'alone'],
  ['history.undo', 'alone'],
  ['history.redo', 'alone'],
  ['history.goto', 'alone'],
  ['analysis.matrix', 'behind'],
  ['analysis.cooccurrence', 'behind'],
  ['name.suggest', 'behind'],
  ['study.copy', 'behind'],
  ['job.cancel', 'any time'],
]);

const studyOf = (input: unknown): string | null =>
  typeof input === 'object' && input !== null && 'study' in input && typeof input.study === 'string'
    ? input.study
    : null;
