import type { Replacement, ReplacementKind } from '../shared/model/anonymity.ts';
import { NinefoldError } from '../shared/model/errors.ts';
import type { CoderId, ReplacementId } from '../shared/model/ids.ts';
import { newId } from '../shared/model/ids.ts';
import type { OpenKey } from './key/keyFile.ts';
import type { Reader } from './reader.ts';
import type { Writer } from './writer.ts';

/** The table of replacements, in the order of their labels. Terms only while the key is open. */
export function listReplacements(read: Reader, key: OpenKey | null): readonly Replacement[] {
  return read
    .all<Omit<Replacement, 'terms'>>(
      `SELECT r.id, r.label, r.kind, r.note, (SELECT count(*) FROM bracket WHERE replacement_id = r.id) AS uses
       FROM replacement r ORDER BY r.label, r.id`,
    )
    .map(row => ({ ...row, terms: key ? (key.termsOf(row.id) ?? []) : null }));
}

/** @throws `not-found`. */
export function getReplacement(read: Reader, key: OpenKey | null, id: ReplacementId): Replacement {
  const found = listReplacements(read, key).find(one => one.id === id);
  if (!found) throw new NinefoldError('not-found', 'This replacement is no longer in the study.', { replacement: id });
  return found;
}

export function replacementLabelled(read: Reader, label: string): ReplacementId | null {
  return read.get<{ id: ReplacementId }>('SELECT id FROM replacement WHERE label = ?', label)?.id ?? null;
}

export function addReplacement(
  write: Writer,
  given: { readonly label: string; readonly kind: ReplacementKind; readonly note: string; readonly coder: CoderId },
): ReplacementId {
  const id = newId<'replacement'>();
  const { label, kind, note, coder } = given;
  write.insert('replacement', { id, label, kind, note, created_at: new Date().toISOString(), created_by: coder });
  return id;
}
