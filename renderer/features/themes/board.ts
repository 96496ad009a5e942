import type { Code, Theme } from '../../../shared/model/entities.ts';
import type { ThemeId } from '../../../shared/model/ids.ts';
import { type ThemeStatus, themeStatuses } from '../../../shared/model/kinds.ts';
import { movedBy, movedTo } from './order.ts';

/** What a status is called on the board. */
export const statusNames: Readonly<Record<ThemeStatus, string>> = {
  candidate: 'Candidate',
  reviewed: 'Reviewed',
  defined: 'Defined',
};

/** What a theme of this status has been through, in one sentence. */
export const statusHints: Readonly<Record<ThemeStatus, string>> = {
  candidate: 'A first idea that gathers codes.',
  reviewed: 'Read against its own extracts and the whole data set.',
  defined: 'Named, bounded and ready to be written up.',
};

export type ColumnOfThemes = { readonly status: ThemeStatus; readonly themes: readonly Theme[] };

/** The board's columns from left to right, each in board order. Parked themes stand in none. */
export function columnsOf(themes: readonly Theme[]): readonly ColumnOfThemes[] {
  return themeStatuses.map(status => ({
    status,
    themes: themes.filter(theme => theme.status === status && !theme.parked),
  }));
}

/** The themes that stand where this one does: in its column, or on the parking place. */
export function peersOf(
  themes: readonly Theme[],
  { status, parked }: Pick<Theme, 'status' | 'parked'>,
): readonly Theme[] {
  return themes.filter(theme => (parked ? theme.parked : !theme.parked && theme.status === status));
}

/** Themes that may become the parent of this one: all but itself and those under it. */
export function parentsFor(themes: readonly Theme[], id: ThemeId): readonly Theme[] {
  const under = new Set<ThemeId>([id]);
  for (let before = 0; before !== under.size; ) {
    before = under.size;
    for (const theme of themes) if (theme.parent !== null && under.has(theme.parent)) under.add(theme.id);
  }
  return themes.filter(theme => !under.has(theme.id));
}

/** Codes that no theme holds, in code order. */
export function unsortedOf(codes: readonly Code[]): readonly Code[] {
  return codes.filter(code => code.themes.length === 0);
}

/** Codes whose name or definition holds these letters, whatever their case; all of them for none. */
export function codesWith(codes: readonly Code[], text: string): readonly Code[] {
  const sought = text.trim().toLocaleLowerCase();
  return sought === ''
    ? codes
    : codes.filter(code => `${code.name}\n${code.definition}`.toLocaleLowerCase().includes(sought));
}

/** The status `step` columns away; null beyond the board's edge. */
export function statusBeside(status: ThemeStatus, step: -1 | 1): ThemeStatus | null {
  return themeStatuses[themeStatuses.indexOf(status) + step] ?? null;
}

/** The board's order after a theme has gone one place up or down in its own column; null where it can't. */
export function orderAfterStep(themes: readonly Theme[], id: ThemeId, step: -1 | 1): readonly ThemeId[] | null {
  const mine = themes.find(theme => theme.id === id);
  const peers = new Set(mine ? peersOf(themes, mine).map(theme => theme.id) : []);
  return movedBy(
    themes.map(theme => theme.id),
    id,
    step,
    one => peers.has(one),
  );
}

/** Where something was dropped in a list: beside a row, or on none. */
export type Beside = { readonly id: ThemeId; readonly position: 'before' | 'after' } | null;

/** The board's order after these themes were dropped in a column, beside one of its cards or at its end; null where nothing changes. */
export function orderAfterDrop(
  themes: readonly Theme[],
  moved: ReadonlySet<ThemeId>,
  status: ThemeStatus,
  beside: Beside,
): readonly ThemeId[] | null {
  const order = themes.map(theme => theme.id);
  const last = themes.findLast(theme => theme.status === status && !theme.parked && !moved.has(theme.id));
  const at = beside ?? (last && { id: last.id, position: 'after' as const });
  if (!at) return null;
  const next = movedTo(order, moved, at.id, at.position);
  return next.every((id, index) => id === order[index]) ? null : next;
}

/** Things as a sentence names them: one by its name in quotation marks (once, where it has its own), several by their number. */
export function namedOr(things: readonly { readonly name: string }[], many: string): string {
  const [only] = things;
  if (things.length !== 1 || !only) return `${things.length} ${many}`;
  return /^[“‘"'].*[”’"']$/.test(only.name) ? only.name : `“${only.name}”`;
}

/** What a parked theme made of codes is called: by them, and unlike any of these themes. */
export function nameOfParked(codes: readonly Pick<Code, 'name'>[], themes: readonly Pick<Theme, 'name'>[]): string {
  const [first = '', second = ''] = codes.map(code => code.name.slice(0, longestPart));
  const base =
    codes.length === 1
      ? first
      : codes.length === 2
        ? `${first} and ${second}`
        : `${first} and ${codes.length - 1} more codes`;
  const taken = new Set(themes.map(theme => theme.name.toLocaleLowerCase()));
  for (let at = 1; ; at++) {
    const name = at === 1 ? base : `${base} (${at})`;
    if (!taken.has(name.toLocaleLowerCase())) return name;
  }
}

/** Characters of a code's name that go into that of a parked theme, so that two of them make a name that may be had. */
const longestPart = 120;
