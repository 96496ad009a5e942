import type { Ask, Readiness } from '../shared/api/outputs/theme.ts';
import { NinefoldError } from '../shared/model/errors.ts';
import type { ThemeId } from '../shared/model/ids.ts';
import { type ThemeStatus, themeStatuses } from '../shared/model/kinds.ts';
import type { Reader } from './reader.ts';
import { reviewProgress } from './themeMarks.ts';
import { type ThemeRow, themeRow } from './themes.ts';

/** What each step asks for, and what of it the theme has. */
export function themeReadiness(read: Reader, id: ThemeId): Readiness {
  const theme = themeRow(read, id);
  const { done, total } = reviewProgress(read, id);
  const reviewed: readonly Ask[] = [
    { what: 'extracts', met: total > 0, text: 'Extracts to rest on' },
    {
      what: 'verdicts',
      met: total > 0 && done === total,
      text: `A verdict on each extract: ${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')}`,
    },
  ];
  const defined = definitionAsks(theme);
  const ready = (asks: readonly Ask[]) => asks.every(ask => ask.met);
  return {
    theme: id,
    done,
    total,
    steps: [
      { status: 'reviewed', ready: ready(reviewed), asks: reviewed },
      { status: 'defined', ready: ready(defined), asks: defined },
    ],
  };
}

function definitionAsks(theme: ThemeRow): readonly Ask[] {
  const given = (text: string) => text.trim() !== '';
  return [
    { what: 'name', met: given(theme.name), text: 'A name' },
    { what: 'concept', met: given(theme.concept), text: 'Its central organising concept' },
    { what: 'scope', met: given(theme.definition), text: 'Its scope' },
    { what: 'isNot', met: given(theme.isNot), text: 'What it is not' },
  ];
}

/**
 * What a theme lacks for each step on the way from one status to another; empty for a step back. A theme that is reviewed has been through level 1, with or without a recorded reason.
 */
export function missingFor(read: Reader, id: ThemeId, from: ThemeStatus, to: ThemeStatus): readonly Ask[] {
  const rank = (status: ThemeStatus) => themeStatuses.indexOf(status);
  if (rank(to) <= rank(from)) return [];
  return themeReadiness(read, id)
    .steps.filter(step => rank(step.status) > rank(from) && rank(step.status) <= rank(to))
    .flatMap(step => step.asks.filter(ask => !ask.met));
}

/** The reason to keep with a status: that given where something is missing, null where nothing is or where it is a step back. @throws `refused` where one is needed. */
export function statusReasonFor(
  read: Reader,
  theme: Pick<ThemeRow, 'id' | 'name' | 'status' | 'statusReason'>,
  to: ThemeStatus,
  reason: string | undefined,
): string | null {
  if (to === theme.status) return theme.statusReason;
  const missing = missingFor(read, theme.id, theme.status, to);
  if (missing.length === 0) return to === 'candidate' ? null : theme.statusReason;
  const given = reason?.trim() ?? '';
  if (given !== '') return given;
  throw new NinefoldError(
    'refused',
    `“${theme.name}” can't be marked as ${to} yet. It lacks: ${missing.map(ask => ask.text.charAt(0).toLowerCase() + ask.text.slice(1)).join('; ')}. Nothing was changed. Give what is missing, or a reason to go on without.`,
    { theme: theme.id, status: to, missing: missing.map(ask => ask.what) },
  );
}
