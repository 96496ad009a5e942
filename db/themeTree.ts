import { NinefoldError } from '../shared/model/errors.ts';
import type { ThemeId } from '../shared/model/ids.ts';
import type { Reader } from './reader.ts';
import type { Writer } from './writer.ts';

/** Themes that a theme stands under, nearest first. */
export function themesAbove(read: Reader, id: ThemeId): readonly ThemeId[] {
  const found: ThemeId[] = [];
  for (let at = parentOf(read, id); at !== null && !found.includes(at); at = parentOf(read, at)) found.push(at);
  return found;
}

const parentOf = (read: Reader, id: ThemeId): ThemeId | null =>
  read.get<{ parent: ThemeId | null }>('SELECT parent_id AS parent FROM theme WHERE id = ?', id)?.parent ?? null;

/** A parent that a theme may have. @throws `not-found`, `refused` where it has been discarded, is the theme itself or stands under it. */
export function checkedParent(read: Reader, theme: ThemeId | null, parent: ThemeId): ThemeId {
  const row = read.get<{ name: string; discarded: string | null }>(
    'SELECT name, discarded_at AS discarded FROM theme WHERE id = ?',
    parent,
  );
  if (!row) throw new NinefoldError('not-found', 'The theme above is no longer in the study.', { theme: parent });
  if (row.discarded !== null) {
    throw new NinefoldError(
      'refused',
      `“${row.name}” has been discarded and can't hold sub-themes. Nothing was changed. Restore it first.`,
      { theme: parent },
    );
  }
  if (theme !== null && (parent === theme || themesAbove(read, parent).includes(theme))) {
    throw new NinefoldError(
      'refused',
      parent === theme
        ? 'A theme can’t be its own sub-theme. Nothing was changed.'
        : `“${row.name}” stands under this theme, so this theme can’t go under it. Nothing was changed. Move “${row.name}” out first.`,
      { theme, parent },
    );
  }
  return parent;
}

/** Themes right under one; `all` takes the discarded ones too. */
export function subThemes(read: Reader, id: ThemeId, all = false): readonly ThemeId[] {
  return read
    .all<{ id: ThemeId }>(
      `SELECT id FROM theme WHERE parent_id = ? ${all ? '' : 'AND discarded_at IS NULL'} ORDER BY position, id`,
      id,
    )
    .map(row => row.id);
}

/** The nearest theme in use that a theme stands under. */
export function parentInUse(read: Reader, id: ThemeId): ThemeId | null {
  return (
    themesAbove(read, id).find(
      above => read.count('SELECT count(*) FROM theme WHERE id = ? AND discarded_at IS NULL', above) > 0,
    ) ?? null
  );
}

/** Sub-themes of a theme that goes take its place. */
export function liftSubThemes(read: Reader, write: Writer, id: ThemeId, all: boolean): void {
  const parent = parentOf(read, id);
  for (const child of subThemes(read, id, all)) write.update('theme', child, { parent_id: parent });
}
