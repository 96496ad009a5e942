import { cooccurrences } from '../shared/analysis/cooccurrence.ts';
import type { StudyFilter } from '../shared/analysis/filter.ts';
import { wordStarts } from '../shared/analysis/overlap.ts';
import type { Cooccurrence } from '../shared/api/outputs/analysis.ts';
import { readCoded, textOf } from './coded.ts';
import type { Reader } from './reader.ts';

export type CooccurrenceRequest = {
  readonly near?: number | undefined;
  readonly most?: number | undefined;
  readonly filter?: StudyFilter | undefined;
};

const usualMost = 2_000;

/** `onProgress` is told how many of the coded stretches are done. */
export function readCooccurrence(
  read: Reader,
  { near, most = usualMost, filter }: CooccurrenceRequest,
  onProgress: (done: number, total: number) => void = () => undefined,
): Cooccurrence {
  const { spans, codes, sources } = readCoded(read, filter);
  const startsOf = (source: number) => {
    const id = sources[source]?.id;
    return id === undefined ? new Int32Array() : wordStarts(textOf(read, id));
  };
  const pairs = cooccurrences(spans, codes.length, near === undefined ? null : { words: near, startsOf }, done =>
    onProgress(done, spans.count),
  );
  const extracts = new Int32Array(codes.length);
  for (let n = 0; n < spans.count; n++) extracts[spans.code[n] ?? 0] = (extracts[spans.code[n] ?? 0] ?? 0) + 1;
  return {
    codes: codes.map(({ id, name }, place) => ({ id, name, extracts: extracts[place] ?? 0 })),
    pairs: pairs.slice(0, most),
    total: pairs.length,
  };
}
