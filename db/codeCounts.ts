import type { CodeId, SourceId } from '../shared/model/ids.ts';
import type { Reader } from './reader.ts';
import { type Voices, voiceAt, voicesOf } from './voices.ts';
import type { Change } from './writer.ts';

/** How much stands under one code: distinct stretches of text, sources they are in, people who say them. Interviewers are not among the people. */
export type CodeCount = { readonly extracts: number; readonly sources: number; readonly participants: number };

export const noCount: CodeCount = { extracts: 0, sources: 0, participants: 0 };

type Kept = { readonly counts: Map<CodeId, CodeCount>; readonly staleSources: Set<SourceId> };

/** Counts of each open study; a code that is not in them is counted when it is asked for. */
const kept = new WeakMap<Reader, Kept>();

/** Counts of every code. Only codes whose codings, or whose sources' turns, speakers and people have changed since are counted again. */
export function readCodeCounts(read: Reader): ReadonlyMap<CodeId, CodeCount> {
  const { counts, staleSources } = kept.get(read) ?? { counts: new Map(), staleSources: new Set<SourceId>() };
  kept.set(read, { counts, staleSources });
  for (const source of staleSources) {
    for (const { code } of read.all<{ code: CodeId }>(
      'SELECT DISTINCT code_id AS code FROM coding WHERE source_id = ?',
      source,
    ))
      counts.delete(code);
  }
  staleSources.clear();
  for (const { id } of read.all<{ id: CodeId }>('SELECT id FROM code')) {
    if (!counts.has(id)) counts.set(id, countCode(read, id));
  }
  return counts;
}

function countCode(read: Reader, code: CodeId): CodeCount {
  const rows = read.all<{ source: SourceId; start: number; end: number }>(
    'SELECT DISTINCT source_id AS source, start_at AS start, end_at AS "end" FROM coding WHERE code_id = ? ORDER BY source_id, start_at, end_at',
    code,
  );
  const people = new Set<string>();
  let sources = 0;
  let last: SourceId | null = null;
  let voices: Voices | null = null;
  for (const row of rows) {
    if (row.source !== last || voices === null) {
      last = row.source;
      voices = voicesOf(read, row.source);
      sources++;
    }
    const voice = voiceAt(voices, row);
    if (voice?.role !== 'interviewer') people.add(voice?.person ?? row.source);
  }
  return { extracts: rows.length, sources, participants: people.size };
}

/** Forgets the counts that these changes may have made wrong. */
export function forgetCounts(read: Reader, changes: readonly Change[]): void {
  const known = kept.get(read);
  if (!known) return;
  for (const [table, id, before, after] of changes) {
    for (const row of [before, after]) {
      if (row === null) continue;
      if (table === 'coding') known.counts.delete(row.code_id as CodeId);
      if (table === 'turn' || table === 'speaker') known.staleSources.add(row.source_id as SourceId);
      if (table === 'source') known.staleSources.add(id as SourceId);
    }
  }
}
