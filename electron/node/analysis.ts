import { type CooccurrenceRequest, readCooccurrence } from '../../db/cooccurrence.ts';
import { type MatrixRequest, readMatrix } from '../../db/matrix.ts';
import type { Reader } from '../../db/reader.ts';
import type { StudyLocation } from '../../db/studyFile.ts';
import type { ErrorEnvelope } from '../../shared/model/errors.ts';

export type AnalysisRequest =
  | ({ readonly kind: 'matrix' } & MatrixRequest)
  | ({ readonly kind: 'cooccurrence' } & CooccurrenceRequest);

/** What the thread is started with, and what it sends. */
export type AnalysisWork = { readonly location: StudyLocation; readonly request: AnalysisRequest };
export type AnalysisMessage =
  | { readonly done: number; readonly total: number }
  | { readonly result: unknown }
  | { readonly error: ErrorEnvelope };

export function runAnalysis(
  read: Reader,
  request: AnalysisRequest,
  onProgress: (done: number, total: number) => void,
): unknown {
  return request.kind === 'matrix' ? readMatrix(read, request) : readCooccurrence(read, request, throttled(onProgress));
}

/** Tells of every hundredth at most. */
function throttled(onProgress: (done: number, total: number) => void): (done: number, total: number) => void {
  let told = 0;
  return (done, total) => {
    if (done < total && done - told < total / 100) return;
    told = done;
    onProgress(done, total);
  };
}
