import { NinefoldError } from '../shared/model/errors.ts';
import type { ThemeId } from '../shared/model/ids.ts';
import { newId } from '../shared/model/ids.ts';
import type { Relation, RelationId } from '../shared/model/themes.ts';
import type { Reader } from './reader.ts';
import { themeRow } from './themes.ts';
import type { Writer } from './writer.ts';

const columns = 'r.id, r.from_id AS "from", r.to_id AS "to", r.kind, r.note';

/** Relations between themes that are in use, oldest first; of one theme where it is given. */
export function listRelations(read: Reader, theme?: ThemeId): readonly Relation[] {
  return read.all<Relation>(
    `SELECT ${columns} FROM theme_relation r JOIN theme a ON a.id = r.from_id JOIN theme b ON b.id = r.to_id
     WHERE a.discarded_at IS NULL AND b.discarded_at IS NULL AND (? IS NULL OR r.from_id = ? OR r.to_id = ?) ORDER BY r.created_at, r.id`,
    theme ?? null,
    theme ?? null,
    theme ?? null,
  );
}

/** @throws `not-found`. */
export function getRelation(read: Reader, id: RelationId): Relation {
  const row = read.get<Relation>(`SELECT ${columns} FROM theme_relation r WHERE r.id = ?`, id);
  if (!row) throw new NinefoldError('not-found', 'This relation is no longer in the study.', { relation: id });
  return row;
}

type Given = Omit<Relation, 'id'>;

/** @throws `refused` for a discarded theme, a theme with itself, or a relation that stands already; `not-found`. */
export function addRelation(read: Reader, write: Writer, given: Given, at: string): RelationId {
  checked(read, given, null);
  const id = newId<'relation'>();
  write.insert('theme_relation', {
    id,
    from_id: given.from,
    to_id: given.to,
    kind: given.kind,
    note: given.note,
    created_at: at,
  });
  return id;
}

/** @throws as `addRelation`. */
export function updateRelation(read: Reader, write: Writer, id: RelationId, given: Given): void {
  checked(read, given, id);
  write.update('theme_relation', id, { from_id: given.from, to_id: given.to, kind: given.kind, note: given.note });
}

function checked(read: Reader, { from, to, kind }: Given, except: RelationId | null): void {
  const [a, b] = [themeRow(read, from), themeRow(read, to)];
  const discarded = [a, b].find(theme => theme.discarded);
  if (discarded) {
    throw new NinefoldError(
      'refused',
      `“${discarded.name}” has been discarded and can't be related to another theme. Nothing was changed. Restore it first.`,
      { theme: discarded.id },
    );
  }
  if (from === to) {
    throw new NinefoldError(
      'refused',
      `“${a.name}” can't be related to itself. Nothing was changed. Choose another theme.`,
      { theme: from },
    );
  }
  const double = read.get<{ id: RelationId }>(
    'SELECT id FROM theme_relation WHERE from_id = ? AND to_id = ? AND kind = ? AND id IS NOT ?',
    from,
    to,
    kind,
    except,
  );
  if (double) {
    throw new NinefoldError(
      'refused',
      `“${a.name}” ${kind} “${b.name}” stands already. Nothing was changed. Change its note instead.`,
      { relation: double.id },
    );
  }
}

/** Hands a theme's relations to another theme; those that would stand twice or relate it to itself go. */
export function moveRelations(read: Reader, write: Writer, from: ThemeId, to: ThemeId): void {
  for (const row of read.all<Relation>(
    `SELECT ${columns} FROM theme_relation r WHERE r.from_id = ? OR r.to_id = ? ORDER BY r.created_at, r.id`,
    from,
    from,
  )) {
    const [a, b] = [row.from === from ? to : row.from, row.to === from ? to : row.to];
    const double = read.count(
      'SELECT count(*) FROM theme_relation WHERE from_id = ? AND to_id = ? AND kind = ? AND id <> ?',
      a,
      b,
      row.kind,
      row.id,
    );
    if (a === b || double > 0) write.remove('theme_relation', row.id);
    else write.update('theme_relation', row.id, { from_id: a, to_id: b });
  }
}
