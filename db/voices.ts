import type { SourceId } from '../shared/model/ids.ts';
import type { Reader } from './reader.ts';
import { type Places, placesOf } from './speakers.ts';
import type { Change } from './writer.ts';

/** Kept for each open study while turns, speakers and people stay as they are. */
const kept = new WeakMap<Reader, Map<SourceId, Places>>();

/** Who speaks where in a source, for calls that ask it again and again; null for a source that is not there. */
export function voicesOf(read: Reader, source: SourceId): Places | null {
  const known = kept.get(read) ?? new Map<SourceId, Places>();
  kept.set(read, known);
  const found = known.get(source) ?? placesOf(read, [source]).get(source);
  if (found) known.set(source, found);
  return found ?? null;
}

/** Forgets what is no longer so after these changes. */
export function forgetVoices(read: Reader, changes: readonly Change[]): void {
  const known = kept.get(read);
  if (!known) return;
  for (const [table, id, before, after] of changes) {
    if (table === 'source') known.delete(id as SourceId);
    if (table === 'turn' || table === 'speaker') {
      for (const row of [before, after]) if (row) known.delete(row.source_id as SourceId);
    }
    if (table === 'participant') known.clear();
  }
}
