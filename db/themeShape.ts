import { NinefoldError } from '../shared/model/errors.ts';
import type { CodeId, CoderId, ThemeId } from '../shared/model/ids.ts';
import { newId } from '../shared/model/ids.ts';
import { moveCaseStudies } from './caseStudies.ts';
import { copyLinks } from './frameworks.ts';
import type { Reader } from './reader.ts';
import { moveSupport } from './recommendations.ts';
import type { Tables } from './rows.ts';
import { markRows } from './themeMarks.ts';
import { moveRelations } from './themeRelations.ts';
import { addTheme, orderThemes, setThemeCodes, type ThemeRow, themeInUse, themeRow, themeRows } from './themes.ts';
import { checkedParent, liftSubThemes, parentInUse, subThemes, themesAbove } from './themeTree.ts';
import type { Writer } from './writer.ts';

/** Puts a theme among the discarded ones: it keeps its codes, outcomes, marks and verdicts. Its sub-themes take its place. @throws `refused`, `not-found`. */
export function discardTheme(
  read: Reader,
  write: Writer,
  id: ThemeId,
  reason: string,
  at: string,
  into: ThemeId | null = null,
): void {
  themeInUse(read, id);
  liftSubThemes(read, write, id, false);
  write.update('theme', id, { discarded_at: at, discarded_reason: reason, merged_into: into });
}

/** Takes a theme back into use, under the nearest theme above it that is in use. @throws `refused` where it is in use, `not-found`. */
export function restoreTheme(read: Reader, write: Writer, id: ThemeId): void {
  const theme = themeRow(read, id);
  if (!theme.discarded) {
    throw new NinefoldError('refused', `“${theme.name}” is in use already. Nothing was changed.`, { theme: id });
  }
  write.update('theme', id, {
    parent_id: parentInUse(read, id),
    discarded_at: null,
    discarded_reason: null,
    merged_into: null,
  });
}

/** Deletes a theme with all that was said about it; its codes and outcomes stay. */
export function removeTheme(read: Reader, write: Writer, id: ThemeId): void {
  liftSubThemes(read, write, id, true);
  const rows = (table: string, where: string) =>
    read.all<{ id: string }>(`SELECT id FROM ${table} WHERE ${where}`, id).map(row => row.id);
  for (const memo of rows('memo', "about = 'theme' AND about_id = ?"))
    write.update('memo', memo, { about: 'study', about_id: null });
  for (const verdict of rows('theme_verdict', 'to_theme_id = ?'))
    write.update('theme_verdict', verdict, { to_theme_id: null });
  for (const theme of rows('theme', 'merged_into = ?')) write.update('theme', theme, { merged_into: null });
  for (const table of [
    'theme_code',
    'theme_outcome',
    'theme_mark',
    'theme_verdict',
    'theme_advice',
    'theme_quote',
  ] as const)
    for (const row of rows(table, 'theme_id = ?')) write.remove(table, row);
  for (const where of ['from_id = ?', 'to_id = ?'])
    for (const row of rows('theme_relation', where)) write.remove('theme_relation', row);
  moveCaseStudies(read, write, { theme: id }, null);
  moveSupport(read, write, id, null);
  write.remove('theme', id);
}

/** Makes one theme of several: see `theme.merge`. @throws `refused`, `not-found`. */
export function mergeThemes(
  read: Reader,
  write: Writer,
  from: readonly ThemeId[],
  into: ThemeId,
  reason: string,
  at: string,
): void {
  const target = themeInUse(read, into);
  const themes = [...new Set(from)].map(id => themeInUse(read, id));
  if (themes.some(theme => theme.id === into)) {
    throw new NinefoldError(
      'refused',
      `“${target.name}” can't be merged into itself. Nothing was changed. Choose another theme to keep.`,
      { theme: into },
    );
  }
  const gone = new Set(themes.map(theme => theme.id));
  const above = themesAbove(read, into);
  const outermost = above.findLastIndex(theme => gone.has(theme));
  if (outermost >= 0) write.update('theme', into, { parent_id: above[outermost + 1] ?? null });
  for (const theme of themes) {
    for (const child of subThemes(read, theme.id))
      if (child !== into && !gone.has(child)) write.update('theme', child, { parent_id: into });
  }
  setThemeCodes(read, write, into, [...target.codes, ...themes.flatMap(theme => theme.codes)]);
  for (const theme of themes) {
    copyLinks(read, write, theme.id, into, `Merged with “${theme.name}”: ${reason}`);
    copyMarks(read, write, markRows(read, theme.id), into);
    moveRelations(read, write, theme.id, into);
    moveCaseStudies(read, write, { theme: theme.id }, into);
    moveSupport(read, write, theme.id, into);
    for (const memo of read.all<{ id: string }>("SELECT id FROM memo WHERE about = 'theme' AND about_id = ?", theme.id))
      write.update('memo', memo.id, { about_id: into });
    discardTheme(read, write, theme.id, reason, at, into);
  }
}

/** Marks of one theme on another, where that has none on the same words. A contrary mark wins, so that none is lost from sight. */
function copyMarks(read: Reader, write: Writer, rows: readonly Tables['theme_mark'][], to: ThemeId): void {
  for (const row of rows) {
    const there = read.get<{ id: string }>(
      'SELECT id FROM theme_mark WHERE theme_id = ? AND source_id = ? AND start_at = ? AND end_at = ?',
      to,
      row.source_id,
      row.start_at,
      row.end_at,
    );
    if (!there) write.insert('theme_mark', { ...row, id: newId<'mark'>(), theme_id: to });
    else if (row.stance === 'contrary') write.update('theme_mark', there.id, { stance: 'contrary' });
  }
}

export type Split = { readonly made: readonly ThemeId[]; readonly discarded: boolean };

/** Makes themes of some of a theme's codes: see `theme.split`. @throws `refused`, `not-found`, `name-taken`. */
export function splitTheme(
  read: Reader,
  write: Writer,
  id: ThemeId,
  parts: readonly { readonly name: string; readonly codes: readonly CodeId[] }[],
  reason: string,
  coder: CoderId,
  at: string,
): Split {
  const theme = themeInUse(read, id);
  checkedParts(theme, parts);
  const taken = new Set(parts.flatMap(part => part.codes));
  const left = theme.codes.filter(code => !taken.has(code));
  if (left.length === 0 && parts.length === 1) {
    throw new NinefoldError(
      'refused',
      `The only part would hold all codes of “${theme.name}”. Nothing was changed. Make two parts, or leave it some codes.`,
      { theme: id },
    );
  }
  const parent = theme.parent === null ? null : checkedParent(read, null, theme.parent);
  const marks = markRows(read, id);
  const made = parts.map(part => {
    const codes = theme.codes.filter(code => part.codes.includes(code));
    const one = addTheme(read, write, { name: part.name, parent }, coder, at);
    setThemeCodes(read, write, one, codes);
    copyLinks(read, write, id, one, `Split from “${theme.name}”: ${reason}`);
    copyMarks(
      read,
      write,
      marks.filter(mark => concerns(read, mark, theme.codes, codes)),
      one,
    );
    return one;
  });
  const others = themeRows(read).flatMap(row => (made.includes(row.id) ? [] : row.id));
  const place = others.indexOf(id) + 1;
  orderThemes(read, write, [...others.slice(0, place), ...made, ...others.slice(place)]);
  if (left.length > 0) setThemeCodes(read, write, id, left);
  else discardTheme(read, write, id, reason, at);
  return { made, discarded: left.length === 0 };
}

function checkedParts(theme: ThemeRow, parts: readonly { readonly name: string; readonly codes: readonly CodeId[] }[]) {
  for (const part of parts) {
    const foreign = part.codes.find(code => !theme.codes.includes(code));
    if (foreign !== undefined) {
      throw new NinefoldError(
        'refused',
        `“${part.name}” would take a code that “${theme.name}” does not hold. Nothing was changed.`,
        { theme: theme.id, code: foreign },
      );
    }
  }
}

/** Whether marked words belong to a part: they carry one of its codes, or none of the theme's at all. */
function concerns(read: Reader, mark: Tables['theme_mark'], all: readonly CodeId[], part: readonly CodeId[]): boolean {
  const codes = read
    .all<{ code: CodeId }>(
      'SELECT code_id AS code FROM coding WHERE source_id = ? AND start_at = ? AND end_at = ?',
      mark.source_id,
      mark.start_at,
      mark.end_at,
    )
    .map(row => row.code)
    .filter(code => all.includes(code));
  return codes.length === 0 || codes.some(code => part.includes(code));
}
