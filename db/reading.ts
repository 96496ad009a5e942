import type { ReadingState } from '../shared/api/outputs/source.ts';
import type { CoderId, SourceId } from '../shared/model/ids.ts';
import { newId } from '../shared/model/ids.ts';
import type { Reader } from './reader.ts';
import type { Tables } from './rows.ts';
import type { Writer } from './writer.ts';

/** How far a coder has read each source, in the order of import; sources not begun are there too. */
export function readingOf(read: Reader, coder: CoderId): readonly ReadingState[] {
  return read.all<ReadingState>(
    `SELECT s.id AS source, coalesce(r.furthest, 0) AS furthest, r.finished_at AS finishedAt,
       (SELECT count(*) FROM turn t WHERE t.source_id = s.id) AS turns
     FROM source s LEFT JOIN reading r ON r.source_id = s.id AND r.coder_id = ? ORDER BY s.position, s.id`,
    coder,
  );
}

/** Notes how far a coder has read; it never goes back. Writes nothing where nothing is new. `source` is there. */
export function markReading(
  read: Reader,
  write: Writer,
  source: SourceId,
  coder: CoderId,
  mark: { readonly furthest?: number | undefined; readonly finished?: boolean | undefined; readonly at: string },
): void {
  const turns = read.count('SELECT count(*) FROM turn WHERE source_id = ?', source);
  const row = read.get<Tables['reading']>('SELECT * FROM reading WHERE source_id = ? AND coder_id = ?', source, coder);
  const furthest = Math.min(turns, Math.max(row?.furthest ?? 0, mark.furthest ?? 0));
  const before = row?.finished_at ?? null;
  const finished = mark.finished === undefined ? before : mark.finished ? (before ?? mark.at) : null;
  if (row) write.update('reading', row.id, { furthest: Math.max(furthest, row.furthest), finished_at: finished });
  else if (furthest > 0 || finished !== null)
    write.insert('reading', { id: newId(), source_id: source, coder_id: coder, furthest, finished_at: finished });
}
