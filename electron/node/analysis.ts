import { type CooccurrenceRequest, readCooccurrence } from '../../db/cooccurrence.ts';
import { studySize } from '../../db/counts.ts';
import { type MatrixRequest, readMatrix } from '../../db/matrix.ts';
import { type NameRequest, readNameSuggestions } from '../../db/nameSuggestions.ts';
import type { Reader } from '../../db/reader.ts';
import { assertNever } from '../../shared/model/errors.ts';

export type AnalysisRequest =
  | ({ readonly kind: 'matrix' } & MatrixRequest)
  | ({ readonly kind: 'cooccurrence' } & CooccurrenceRequest)
  | ({ readonly kind: 'names' } & NameRequest);

export function runAnalysis(
  read: Reader,
  request: AnalysisRequest,
  onProgress: (done: number, total: number) => void,
): unknown {
  switch (request.kind) {
    case 'matrix':
      return readMatrix(read, request);
    case 'cooccurrence':
      return readCooccurrence(read, request, throttled(onProgress));
    case 'names':
      return readNameSuggestions(read, request, onProgress);
    default:
      return assertNever(request);
  }
}

/** Whether a study is so small that a request is answered sooner at once than in a thread, which takes a while to start. */
export function isSmall(read: Reader, request: AnalysisRequest): boolean {
  const { words, codings } = studySize(read);
  return (request.kind === 'names' ? words : codings) < 20_000;
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
