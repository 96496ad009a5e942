import { type CopyRequest, copyWithoutKey } from '../../db/copyStudy.ts';
import { clearFile, openReader, type StudyLocation } from '../../db/studyFile.ts';
import { assertNever, type ErrorEnvelope } from '../../shared/model/errors.ts';
import { type AnalysisRequest, runAnalysis } from './analysis.ts';
import type { PrintRequest } from './printing.ts';

/** Work on the file of an open study over a connection of its own (figures, a copy, or the clearing of what deleted words have left), or a document that is made of what was read. */
export type ThreadWork =
  | ({ readonly location: StudyLocation } & (
      | { readonly kind: 'analysis'; readonly request: AnalysisRequest }
      | { readonly kind: 'copy'; readonly request: CopyRequest }
      | { readonly kind: 'clear' }
    ))
  | { readonly kind: 'print'; readonly request: PrintRequest };

/** What the thread sends: how far it is, then what came of it. */
export type ThreadMessage =
  | { readonly done: number; readonly total: number }
  | { readonly result: unknown }
  | { readonly error: ErrorEnvelope };

export type Tell = (done: number, total: number) => void;

/** @throws whatever the work throws. */
export async function doWork(work: ThreadWork, tell: Tell): Promise<unknown> {
  switch (work.kind) {
    case 'analysis': {
      const reader = openReader(work.location);
      try {
        return runAnalysis(reader.read, work.request, tell);
      } finally {
        reader.close();
      }
    }
    case 'copy':
      return copyWithoutKey(work.location, work.request, tell);
    case 'clear':
      return clearFile(work.location);
    case 'print': {
      // Only where it is wanted: what makes Word files takes a while to load.
      const { print } = await import('./printing.ts');
      return print(work.request);
    }
    default:
      return assertNever(work);
  }
}
