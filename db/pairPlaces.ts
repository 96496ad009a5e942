import type { StudyFilter } from '../shared/analysis/filter.ts';
import { wordStarts } from '../shared/analysis/overlap.ts';
import { type PairRelation, pairPlaces } from '../shared/analysis/pairPlaces.ts';
import type { PairedExtracts } from '../shared/api/outputs/analysis.ts';
import { NinefoldError } from '../shared/model/errors.ts';
import type { CodeId } from '../shared/model/ids.ts';
import { readCoded, textOf } from './coded.ts';
import { extractAt } from './matrix.ts';
import type { Reader } from './reader.ts';

/** Where two codes occur together in one way, in the order of the text. @throws `not-found` where one of the codes is gone. */
export function readPairPlaces(
  read: Reader,
  request: {
    readonly a: CodeId;
    readonly b: CodeId;
    readonly relation: PairRelation;
    readonly near?: number | undefined;
    readonly filter?: StudyFilter | undefined;
    readonly offset: number;
    readonly limit: number;
  },
): PairedExtracts {
  const { relation, near, filter, offset, limit } = request;
  const { spans, codes, sources } = readCoded(read, filter, [request.a, request.b]);
  const [a, b] = [request.a, request.b].map(id => codes.findIndex(code => code.id === id));
  if (a === undefined || b === undefined || a < 0 || b < 0)
    throw new NinefoldError('not-found', 'One of these codes is no longer in the study.', { ...request });
  const sourceId = (place: number) => sources[place]?.id;
  const startsOf = (place: number) => {
    const id = sourceId(place);
    return id === undefined ? new Int32Array() : wordStarts(textOf(read, id));
  };
  const found = pairPlaces(spans, { a, b, relation }, near === undefined ? null : { words: near, startsOf });
  const extract = (row: number) => {
    const source = sourceId(spans.source[row] ?? -1);
    return source === undefined
      ? []
      : [extractAt(read, { source, start: spans.start[row] ?? 0, end: spans.end[row] ?? 0 })];
  };
  return {
    total: found.length,
    places: found
      .slice(offset, offset + limit)
      .flatMap(({ first, second }) => extract(first).flatMap(one => extract(second).map(two => ({ a: one, b: two })))),
  };
}
