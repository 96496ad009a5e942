import type { Replacement, ReplacementKind } from '../shared/model/anonymity.ts';
import type { Span } from '../shared/model/entities.ts';
import { NinefoldError } from '../shared/model/errors.ts';
import type { BracketId, CoderId, ReplacementId, SourceId } from '../shared/model/ids.ts';
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

type Redacted = Span & { readonly id: BracketId; readonly source: SourceId };
const redacted = 'SELECT id, source_id AS source, start_at AS start, end_at AS "end" FROM bracket';

/** Where a label stands that replaced words; undefined for other brackets and where it is gone. */
export const redactionNamed = (read: Reader, id: BracketId): Redacted | undefined =>
  read.get<Redacted>(`${redacted} WHERE id = ? AND replacement_id IS NOT NULL`, id);

/** Every place of a replacement, by source, then ascending. */
export const placesOfReplacement = (read: Reader, id: ReplacementId): readonly Redacted[] =>
  read.all<Redacted>(`${redacted} WHERE replacement_id = ? ORDER BY source_id, start_at`, id);

/** How many labels stand in sources of which the key ought to know the words and does not. Those that were put there for good are in no key. */
export function countWordless(read: Reader, key: OpenKey): number {
  const unknown = read
    .all<{ id: BracketId }>('SELECT id FROM bracket WHERE replacement_id IS NOT NULL')
    .filter(({ id }) => key.wordsOf(id) === null);
  if (unknown.length === 0) return 0;
  const forGood = new Set(
    read
      .all<{ id: string }>(
        `SELECT c.value ->> 1 AS id FROM journal j, json_each(j.changes) c
         WHERE j.command = 'replacement.apply' AND j.input ->> 'keep' = 'nothing' AND c.value ->> 0 = 'bracket'`,
      )
      .map(row => row.id),
  );
  return unknown.filter(({ id }) => !forGood.has(id)).length;
}
