import type { Code, Theme } from '../../../shared/model/entities.ts';
import type { ThemeId } from '../../../shared/model/ids.ts';
import { type ThemeStatus, themeStatuses } from '../../../shared/model/kinds.ts';
import { movedBy } from './order.ts';

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

/** The board's columns from left to right, each in board order. */
export function columnsOf(themes: readonly Theme[]): readonly ColumnOfThemes[] {
  return themeStatuses.map(status => ({ status, themes: themes.filter(theme => theme.status === status) }));
}

/** Codes that no theme holds, in code order. */
export function unsortedOf(codes: readonly Code[]): readonly Code[] {
  return codes.filter(code => code.themes.length === 0);
}

/** The status `step` columns away; null beyond the board's edge. */
export function statusBeside(status: ThemeStatus, step: -1 | 1): ThemeStatus | null {
  return themeStatuses[themeStatuses.indexOf(status) + step] ?? null;
}

/** The board's order after a theme has gone one place up or down in its own column; null where it can't. */
export function orderAfterStep(themes: readonly Theme[], id: ThemeId, step: -1 | 1): readonly ThemeId[] | null {
  const status = themes.find(theme => theme.id === id)?.status;
  const peers = new Set(themes.filter(theme => theme.status === status).map(theme => theme.id));
  return movedBy(
    themes.map(theme => theme.id),
    id,
    step,
    one => peers.has(one),
  );
}

/** "1 theme", "12 themes". */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}
