import type { ThemeRowReport } from '../shared/api/outputs/theme.ts';
import type { ThemeTableFields, ThemeTableRow } from '../shared/importers/themesTable.ts';
import { NinefoldError } from '../shared/model/errors.ts';
import type { CodeId, CoderId, OutcomeId, ThemeId } from '../shared/model/ids.ts';
import { codeNamed } from './codes.ts';
import { getFramework } from './frameworks.ts';
import type { Reader } from './reader.ts';
import { setThemeOutcomes } from './themeOutcomes.ts';
import { missingFor } from './themeReadiness.ts';
import { addTheme, setThemeCodes, type ThemeRow, themeNamed, themeRow, updateTheme } from './themes.ts';
import type { Writer } from './writer.ts';

type Told = { -readonly [Key in keyof ThemeRowReport]: ThemeRowReport[Key] };
type Known = { readonly codes?: readonly CodeId[]; readonly outcomes?: readonly OutcomeId[] };

/**
 * Makes and changes themes by the rows of a table. Themes are known by their name. Rows that can't be taken are reported and left out.
 * A status that something is missing for is taken with the row's reason, or with one that names the file.
 */
export function importThemes(
  read: Reader,
  write: Writer,
  rows: readonly ThemeTableRow[],
  file: string,
  coder: CoderId,
  at: string,
): readonly ThemeRowReport[] {
  const names = new Set(rows.map(row => row.name));
  const seen = new Set<string>();
  const parents: { readonly told: Told; readonly theme: ThemeId; readonly parent: string | null }[] = [];
  const reports = rows.map((row): Told => {
    const told: Told = { row: row.row, name: row.name, status: 'rejected', message: '' };
    if (!row.ok) return { ...told, message: row.problem };
    if (seen.has(row.name))
      return { ...told, message: `“${row.name}” stands in the table twice. Only its first row was taken.` };
    const problem = problemOf(read, row.name, row.fields, names);
    if (problem !== null) return { ...told, message: problem };
    seen.add(row.name);
    const taken = takeRow(read, write, row.name, row.fields, file, coder, at);
    told.status = taken.status;
    told.message = taken.message;
    if (row.fields.parent !== undefined) parents.push({ told, theme: taken.theme, parent: row.fields.parent });
    return told;
  });
  for (const { told, theme, parent } of parents) placeUnder(read, write, told, theme, parent);
  return reports;
}

function problemOf(read: Reader, name: string, fields: ThemeTableFields, names: ReadonlySet<string>): string | null {
  const known = themeNamed(read, name);
  if (known !== null && themeRow(read, known).discarded)
    return `The theme “${name}” has been discarded. Restore it first, or give the row another name.`;
  const codes = (fields.codes ?? []).filter(code => codeNamed(read, code) === null);
  if (codes.length > 0) return `There is no code ${codes.map(code => `“${code}”`).join(', ')} in this study.`;
  const there = getFramework(read).outcomes.map(outcome => outcome.number);
  const outcomes = (fields.outcomes ?? []).filter(number => !there.includes(number));
  if (outcomes.length > 0)
    return `There is no outcome ${outcomes.join(', ')} in this study; it has ${there.join(', ')}.`;
  const { parent } = fields;
  if (parent && themeNamed(read, parent) === null && !names.has(parent))
    return `There is no theme “${parent}” to stand under.`;
  return null;
}

function takeRow(
  read: Reader,
  write: Writer,
  name: string,
  fields: ThemeTableFields,
  file: string,
  coder: CoderId,
  at: string,
): { readonly theme: ThemeId; readonly status: 'made' | 'changed' | 'same'; readonly message: string } {
  const standing = themeNamed(read, name);
  const theme = standing ?? addTheme(read, write, { name }, coder, at);
  const before = themeRow(read, theme);
  const known = knownOf(read, fields);
  const { concept, definition, isNot, narrative, role, status } = fields;
  updateTheme(read, write, theme, { concept, definition, isNot, narrative, role });
  if (known.codes) setThemeCodes(read, write, theme, known.codes);
  if (known.outcomes)
    setThemeOutcomes(read, write, theme, known.outcomes, fields.reason ?? null, getFramework(read).id);
  if (status !== undefined && status !== before.status) {
    const lacks = missingFor(read, theme, before.status, status).length > 0;
    const statusReason = lacks ? fields.reason?.trim() || `As ${file} has it` : null;
    updateTheme(read, write, theme, { status, statusReason });
  }
  if (standing === null) return { theme, status: 'made', message: '' };
  const changed = changesOf(before, themeRow(read, theme));
  return changed.length === 0
    ? { theme, status: 'same', message: '' }
    : { theme, status: 'changed', message: `Changed: ${changed.join(', ')}.` };
}

function knownOf(read: Reader, fields: ThemeTableFields): Known {
  const numbers = new Map(getFramework(read).outcomes.map(outcome => [outcome.number, outcome.id]));
  return {
    ...(fields.codes && { codes: fields.codes.flatMap(code => codeNamed(read, code) ?? []) }),
    ...(fields.outcomes && { outcomes: fields.outcomes.flatMap(number => numbers.get(number) ?? []) }),
  };
}

function changesOf(before: ThemeRow, after: ThemeRow): readonly string[] {
  const texts = (['concept', 'definition', 'narrative', 'role', 'status'] as const).filter(
    field => before[field] !== after[field],
  );
  return [
    ...texts,
    ...(before.isNot === after.isNot ? [] : ['is not']),
    ...(before.codes.join() === after.codes.join() ? [] : ['codes']),
    ...(before.outcomes.join() === after.outcomes.join() ? [] : ['outcomes']),
  ];
}

/** Puts a theme under another once all rows are in. Where that can't be, the rest of the row stands and the row says so. */
function placeUnder(read: Reader, write: Writer, told: Told, theme: ThemeId, parent: string | null): void {
  const above = parent === null ? null : themeNamed(read, parent);
  if (parent !== null && above === null) {
    told.message = `${told.message} It was left where it is: the row of “${parent}” could not be taken.`.trim();
    return;
  }
  if (themeRow(read, theme).parent === above) return;
  try {
    updateTheme(read, write, theme, { parent: above });
    if (told.status === 'same') told.status = 'changed';
    if (told.status === 'changed')
      told.message = told.message === '' ? 'Changed: place.' : told.message.replace(/\.$/, ', place.');
  } catch (thrown) {
    if (!(thrown instanceof NinefoldError) || thrown.code !== 'refused') throw thrown;
    told.message = `${told.message} It was left where it is: ${thrown.message}`.trim();
  }
}
