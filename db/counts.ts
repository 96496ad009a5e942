import type { CodeId, SourceId } from '../shared/model/ids.ts';
import type { Reader } from './reader.ts';

/** What triggers count as rows come and go, so that no list has to count half a million codings. */
export type SourceCount = { readonly turns: number; readonly codings: number };
export type CodingCount = { readonly codings: number; readonly extracts: number; readonly sources: number };

/** Turns and codings of every source. */
export function sourceCounts(read: Reader): ReadonlyMap<SourceId, SourceCount> {
  return new Map(
    read
      .all<SourceCount & { readonly id: SourceId }>('SELECT source_id AS id, turns, codings FROM source_count')
      .map(({ id, ...count }) => [id, count]),
  );
}

/** Codings of every code, the distinct stretches of text under them and the sources these are in. */
export function codingCounts(read: Reader): ReadonlyMap<CodeId, CodingCount> {
  return new Map(
    read
      .all<CodingCount & { readonly id: CodeId }>('SELECT code_id AS id, codings, extracts, sources FROM code_count')
      .map(({ id, ...count }) => [id, count]),
  );
}

/** Counts all over again, without the triggers' help, and says in plain words what differs. */
export function countDistinctly(read: Reader): readonly string[] {
  const sources = read.count(
    `SELECT count(*) FROM source s LEFT JOIN source_count n ON n.source_id = s.id
     WHERE n.turns IS NOT (SELECT count(*) FROM turn WHERE source_id = s.id) OR n.codings IS NOT (SELECT count(*) FROM coding WHERE source_id = s.id)`,
  );
  const codes = read.count(
    `SELECT count(*) FROM code c LEFT JOIN code_count n ON n.code_id = c.id LEFT JOIN (
       SELECT code_id, count(*) AS extracts, count(DISTINCT source_id) AS sources, sum(rows) AS codings
       FROM (SELECT code_id, source_id, count(*) AS rows FROM coding GROUP BY code_id, source_id, start_at, end_at) GROUP BY code_id
     ) d ON d.code_id = c.id
     WHERE n.codings IS NOT coalesce(d.codings, 0) OR n.extracts IS NOT coalesce(d.extracts, 0) OR n.sources IS NOT coalesce(d.sources, 0)`,
  );
  return [
    ...(sources > 0 ? [`The turns or codings of ${sources} sources are miscounted.`] : []),
    ...(codes > 0 ? [`The extracts of ${codes} codes are miscounted.`] : []),
  ];
}

/** Words of all sources, and codings by all coders. */
export const studySize = (read: Reader): { readonly words: number; readonly codings: number } => ({
  words: read.count('SELECT coalesce(sum(words), 0) FROM source'),
  codings: read.count('SELECT coalesce(sum(codings), 0) FROM source_count'),
});
