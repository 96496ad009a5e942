import type { Theme } from '../shared/model/entities.ts';
import { NinefoldError } from '../shared/model/errors.ts';
import type { CodeId, CoderId, FrameworkId, ThemeId } from '../shared/model/ids.ts';
import { newId } from '../shared/model/ids.ts';
import type { ThemeStatus } from '../shared/model/kinds.ts';
import type { ThemeLink } from '../shared/model/themes.ts';
import type { Reader } from './reader.ts';
import type { Tables } from './rows.ts';
import { checkedParent } from './themeTree.ts';
import type { Writer } from './writer.ts';

export type ThemeRow = Omit<Theme, 'evidence'>;

/** Every theme in use, in the board's order, without its evidence. */
export const themeRows = (read: Reader): readonly ThemeRow[] =>
  rowsWhere(read, 'discarded_at IS NULL ORDER BY position, id');

/** Themes that were discarded, the last one first. */
export const discardedThemes = (read: Reader): readonly ThemeRow[] =>
  rowsWhere(read, 'discarded_at IS NOT NULL ORDER BY discarded_at DESC, id DESC');

/** A theme, also a discarded one. @throws `not-found`. */
export function themeRow(read: Reader, id: ThemeId): ThemeRow {
  const [row] = rowsWhere(read, 'id = ?', id);
  if (!row) throw new NinefoldError('not-found', 'This theme is no longer in the study.', { theme: id });
  return row;
}

/** A theme that can be changed. @throws `not-found`, `refused` for a discarded one. */
export function themeInUse(read: Reader, id: ThemeId): ThemeRow {
  const row = themeRow(read, id);
  if (row.discarded) {
    throw new NinefoldError(
      'refused',
      `The theme “${row.name}” has been discarded. Nothing was changed. Restore it first.`,
      { theme: id },
    );
  }
  return row;
}

/** The theme of that name, also a discarded one. */
export function themeNamed(read: Reader, name: string): ThemeId | null {
  return read.get<{ id: ThemeId }>('SELECT id FROM theme WHERE name = ?', name.trim())?.id ?? null;
}

function rowsWhere(read: Reader, where: string, ...given: readonly string[]): readonly ThemeRow[] {
  const only = given.length > 0 ? 'WHERE l.theme_id = ?' : '';
  const codes = group(
    read.all<{ theme: ThemeId; other: CodeId }>(
      `SELECT theme_id AS theme, code_id AS other FROM theme_code l ${only} ORDER BY position, id`,
      ...given,
    ),
  );
  const links = Map.groupBy(
    read.all<LinkRow>(
      `SELECT l.theme_id AS theme, l.outcome_id AS outcome, l.reason, o.framework_id AS framework FROM theme_outcome l
       JOIN outcome o ON o.id = l.outcome_id JOIN framework f ON f.id = o.framework_id ${only} ORDER BY f.position, f.id, l.weight, l.id`,
      ...given,
    ),
    link => link.theme,
  );
  const main = mainFramework(read);
  const inUse = new Set(read.all<{ id: string }>('SELECT id FROM theme WHERE discarded_at IS NULL').map(row => row.id));
  return read.all<Tables['theme']>(`SELECT * FROM theme WHERE ${where}`, ...given).map(row => {
    const id = row.id as ThemeId;
    const own = links.get(id) ?? [];
    return {
      id,
      name: row.name,
      concept: row.concept,
      definition: row.definition,
      isNot: row.is_not ?? '',
      narrative: row.narrative ?? '',
      status: row.status as ThemeStatus,
      statusReason: row.status_reason ?? null,
      parent: row.parent_id && inUse.has(row.parent_id) ? (row.parent_id as ThemeId) : null,
      role: row.role ?? null,
      parked: row.parked === 1,
      discarded: row.discarded_at
        ? {
            at: row.discarded_at,
            reason: row.discarded_reason ?? '',
            into: (row.merged_into ?? null) as ThemeId | null,
          }
        : null,
      codes: [...new Set(codes.get(id) ?? [])],
      outcomes: own.filter(link => link.framework === main).map(link => link.outcome),
      links: own.map((link, index) => ({
        outcome: link.outcome,
        primary: own[index - 1]?.framework !== link.framework,
        reason: link.reason,
      })),
    };
  });
}

type LinkRow = Omit<ThemeLink, 'primary'> & { readonly theme: ThemeId; readonly framework: FrameworkId };

/** The framework that the report follows: the first. */
export function mainFramework(read: Reader): FrameworkId | null {
  return read.get<{ id: FrameworkId }>('SELECT id FROM framework ORDER BY position, id LIMIT 1')?.id ?? null;
}

type Optional<T> = { readonly [Key in keyof T]?: T[Key] | undefined };
export type ThemeFields = Optional<
  Pick<
    Theme,
    'name' | 'concept' | 'definition' | 'isNot' | 'narrative' | 'role' | 'parent' | 'parked' | 'status' | 'statusReason'
  >
>;

/** Adds a theme at the end of the board. @throws `name-taken`, `refused` for a parent that can't be one. */
export function addTheme(
  read: Reader,
  write: Writer,
  fields: ThemeFields & { readonly name: string },
  coder: CoderId,
  at: string,
): ThemeId {
  refuseTaken(read, fields.name, null);
  const id = newId<'theme'>();
  write.insert('theme', {
    id,
    name: fields.name,
    concept: lines(fields.concept ?? ''),
    definition: lines(fields.definition ?? ''),
    status: fields.status ?? 'candidate',
    position: read.count('SELECT coalesce(max(position), 0) + 1 FROM theme'),
    created_at: at,
    created_by: coder,
    parent_id: fields.parent ? checkedParent(read, null, fields.parent) : null,
    is_not: written(fields.isNot),
    narrative: written(fields.narrative),
    role: fields.role ?? null,
    parked: fields.parked ? 1 : null,
    status_reason: fields.statusReason ?? null,
    discarded_at: null,
    discarded_reason: null,
    merged_into: null,
  });
  return id;
}

/** Changes the fields that are given. @throws `name-taken`, `refused` for a parent that stands under the theme. */
export function updateTheme(read: Reader, write: Writer, id: ThemeId, fields: ThemeFields): void {
  const { name, concept, definition, isNot, narrative, role, parent, parked, status, statusReason } = fields;
  if (name !== undefined) refuseTaken(read, name, id);
  write.update('theme', id, {
    ...(name !== undefined && { name }),
    ...(concept !== undefined && { concept: lines(concept) }),
    ...(definition !== undefined && { definition: lines(definition) }),
    ...(isNot !== undefined && { is_not: written(isNot) }),
    ...(narrative !== undefined && { narrative: written(narrative) }),
    ...(role !== undefined && { role }),
    ...(parent !== undefined && { parent_id: parent === null ? null : checkedParent(read, id, parent) }),
    ...(parked !== undefined && { parked: parked ? 1 : null }),
    ...(status !== undefined && { status }),
    ...(statusReason !== undefined && { status_reason: statusReason }),
  });
}

const lines = (text: string) => text.replace(/\r\n?/g, '\n');
/** Nothing written is NULL, as in files from before the field was there. */
const written = (text: string | undefined) => (text === undefined || text === '' ? null : lines(text));

/** Makes these the theme's codes, in this order. */
export function setThemeCodes(read: Reader, write: Writer, id: ThemeId, codes: readonly CodeId[]): void {
  const wanted = [...new Set(codes)];
  const links = read.all<{ id: string; code: CodeId }>(
    'SELECT id, code_id AS code FROM theme_code WHERE theme_id = ?',
    id,
  );
  for (const link of links) if (!wanted.includes(link.code)) write.remove('theme_code', link.id);
  for (const [position, code] of wanted.entries()) {
    const link = links.find(one => one.code === code);
    if (link) write.update('theme_code', link.id, { position });
    else write.insert('theme_code', { id: newId(), theme_id: id, code_id: code, position });
  }
}

/** Puts the themes of the board in this order; those not named follow. */
export function orderThemes(read: Reader, write: Writer, order: readonly ThemeId[]): void {
  const all = read.all<{ id: ThemeId }>('SELECT id FROM theme ORDER BY position, id').map(row => row.id);
  inOrder(all, order).forEach((theme, position) => {
    write.update('theme', theme, { position: position + 1 });
  });
}

/** `all`, those that are `wanted` first and in that order. */
export function inOrder<T>(all: readonly T[], wanted: readonly T[]): readonly T[] {
  const there = new Set(all);
  const named = new Set(wanted.filter(one => there.has(one)));
  return [...named, ...all.filter(one => !named.has(one))];
}

function group<Other>(links: readonly { readonly theme: ThemeId; readonly other: Other }[]): Map<ThemeId, Other[]> {
  const groups = new Map<ThemeId, Other[]>();
  for (const { theme, other } of links) {
    const list = groups.get(theme);
    if (list) list.push(other);
    else groups.set(theme, [other]);
  }
  return groups;
}

function refuseTaken(read: Reader, name: string, except: ThemeId | null): void {
  const taken = themeNamed(read, name);
  if (taken === null || taken === except) return;
  const discarded = themeRow(read, taken).discarded !== null;
  throw new NinefoldError(
    'name-taken',
    discarded
      ? `A discarded theme is called “${name}”. Restore it, or choose another name.`
      : `There is a theme called “${name}” already. Choose another name.`,
    { name, theme: taken, discarded },
  );
}
