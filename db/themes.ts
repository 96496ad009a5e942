import type { Theme } from '../shared/model/entities.ts';
import { NinefoldError } from '../shared/model/errors.ts';
import type { CodeId, CoderId, OutcomeId, ThemeId } from '../shared/model/ids.ts';
import { newId } from '../shared/model/ids.ts';
import type { ThemeStatus } from '../shared/model/kinds.ts';
import type { Reader } from './reader.ts';
import type { Writer } from './writer.ts';

export type ThemeRow = Omit<Theme, 'evidence'>;

/** Every theme in the board's order, without its evidence. */
export function themeRows(read: Reader): readonly ThemeRow[] {
  const codes = group(
    read.all<Link<CodeId>>('SELECT theme_id AS theme, code_id AS other FROM theme_code ORDER BY position, id'),
  );
  const outcomes = group(
    read.all<Link<OutcomeId>>('SELECT theme_id AS theme, outcome_id AS other FROM theme_outcome ORDER BY weight, id'),
  );
  return read
    .all<{ id: ThemeId; name: string; concept: string; definition: string; status: ThemeStatus }>(
      'SELECT id, name, concept, definition, status FROM theme ORDER BY position, id',
    )
    .map(row => ({ ...row, codes: codes.get(row.id) ?? [], outcomes: outcomes.get(row.id) ?? [] }));
}

/** @throws `not-found`. */
export function themeRow(read: Reader, id: ThemeId): ThemeRow {
  const row = themeRows(read).find(theme => theme.id === id);
  if (!row) throw new NinefoldError('not-found', 'This theme is no longer in the study.', { theme: id });
  return row;
}

export function themeNamed(read: Reader, name: string): ThemeId | null {
  return read.get<{ id: ThemeId }>('SELECT id FROM theme WHERE name = ?', name.trim())?.id ?? null;
}

type ThemeFields = {
  readonly name: string;
  readonly concept: string;
  readonly definition: string;
  readonly status: ThemeStatus;
};

/** @throws `name-taken`. */
export function addTheme(read: Reader, write: Writer, fields: ThemeFields, coder: CoderId, at: string): ThemeId {
  refuseTaken(read, fields.name, null);
  const id = newId<'theme'>();
  const position = read.count('SELECT coalesce(max(position), 0) + 1 FROM theme');
  write.insert('theme', { id, ...fields, position, created_at: at, created_by: coder });
  return id;
}

export function updateTheme(read: Reader, write: Writer, id: ThemeId, fields: ThemeFields): void {
  refuseTaken(read, fields.name, id);
  write.update('theme', id, fields);
}

/** Removes a theme; its codes and outcomes stay. */
export function removeTheme(read: Reader, write: Writer, id: ThemeId): void {
  for (const table of ['theme_code', 'theme_outcome'] as const) {
    for (const link of read.all<{ id: string }>(`SELECT id FROM ${table} WHERE theme_id = ?`, id))
      write.remove(table, link.id);
  }
  write.remove('theme', id);
}

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

/** Makes these the theme's outcomes, in order of weight. The theme goes to the end of a new outcome's report order. */
export function setThemeOutcomes(
  read: Reader,
  write: Writer,
  id: ThemeId,
  outcomes: readonly OutcomeId[],
  reason: string | null,
): void {
  const wanted = [...new Set(outcomes)];
  const links = read.all<{ id: string; outcome: OutcomeId }>(
    'SELECT id, outcome_id AS outcome FROM theme_outcome WHERE theme_id = ?',
    id,
  );
  for (const link of links) if (!wanted.includes(link.outcome)) write.remove('theme_outcome', link.id);
  for (const [weight, outcome] of wanted.entries()) {
    const link = links.find(one => one.outcome === outcome);
    if (link) {
      write.update('theme_outcome', link.id, { weight });
      continue;
    }
    const position = read.count(
      'SELECT coalesce(max(position), -1) + 1 FROM theme_outcome WHERE outcome_id = ?',
      outcome,
    );
    write.insert('theme_outcome', { id: newId(), theme_id: id, outcome_id: outcome, weight, position, reason });
  }
}

/** Puts the themes of the board in this order; those not named follow. */
export function orderThemes(read: Reader, write: Writer, order: readonly ThemeId[]): void {
  const all = read.all<{ id: ThemeId }>('SELECT id FROM theme ORDER BY position, id').map(row => row.id);
  inOrder(all, order).forEach((theme, position) => {
    write.update('theme', theme, { position: position + 1 });
  });
}

/** Puts the themes of one outcome in this report order; those not named follow. */
export function orderOutcome(read: Reader, write: Writer, outcome: OutcomeId, order: readonly ThemeId[]): void {
  const links = read.all<{ id: string; theme: ThemeId }>(
    'SELECT id, theme_id AS theme FROM theme_outcome WHERE outcome_id = ? ORDER BY position, id',
    outcome,
  );
  inOrder(
    links.map(link => link.theme),
    order,
  ).forEach((theme, position) => {
    const link = links.find(one => one.theme === theme);
    if (link) write.update('theme_outcome', link.id, { position });
  });
}

function inOrder<T>(all: readonly T[], wanted: readonly T[]): readonly T[] {
  const named = wanted.filter((one, index) => all.includes(one) && wanted.indexOf(one) === index);
  return [...named, ...all.filter(one => !named.includes(one))];
}

type Link<Other> = { readonly theme: ThemeId; readonly other: Other };

function group<Other>(links: readonly Link<Other>[]): Map<ThemeId, Other[]> {
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
  if (taken !== null && taken !== except) {
    throw new NinefoldError('name-taken', `There is a theme called “${name}” already. Choose another name.`, {
      name,
      theme: taken,
    });
  }
}
