import { knownGroups } from '../../../shared/model/kinds.ts';

/** How many marks a group has in one phase. `phase` is null where it is not known. */
export type PhaseCount = { readonly phase: number | null; readonly count: number };
export type GroupBalance = { readonly group: string; readonly total: number; readonly phases: readonly PhaseCount[] };

type Placed = { readonly group: string | null; readonly phase: number | null };

/** What stands for sources of no group. */
export const noGroup = 'No group';

/**
 * Quotes counted by group and phase. `study` says which groups and phases there are at all, so that silence shows too.
 * Groups stand in the default evaluation's order, then others by name; phases ascend, the unknown one last.
 */
export function balanceOf(quotes: readonly Placed[], study: readonly Placed[]): readonly GroupBalance[] {
  const everything = [...study, ...quotes];
  const groups = [...new Set(everything.map(one => one.group ?? noGroup))].sort(byGroup);
  const phases = [...new Set(everything.map(one => one.phase))].sort(byPhase);
  return groups.map(group => {
    const mine = quotes.filter(quote => (quote.group ?? noGroup) === group);
    const count = (phase: number | null) => mine.filter(quote => quote.phase === phase).length;
    return { group, total: mine.length, phases: phases.map(phase => ({ phase, count: count(phase) })) };
  });
}

/** How many quotes one mark stands for, so that no row has more than `most` marks. */
export function quotesPerMark(balance: readonly GroupBalance[], most: number): number {
  const longest = Math.max(0, ...balance.flatMap(group => group.phases.map(phase => phase.count)));
  return Math.max(1, Math.ceil(longest / most));
}

/** The balance in words: "CYP: 2 in phase 1, 3 in phase 2. Staff: none." */
export function balanceInWords(balance: readonly GroupBalance[]): string {
  return balance
    .map(({ group, total, phases }) => {
      const parts = phases.filter(one => one.count > 0).map(one => `${one.count} in ${phaseName(one.phase)}`);
      return `${group}: ${total === 0 ? 'none' : parts.join(', ')}.`;
    })
    .join(' ');
}

export function phaseName(phase: number | null): string {
  return phase === null ? 'no known phase' : `phase ${phase}`;
}

const rank = (group: string) => {
  const at = knownGroups.findIndex(one => one === group);
  return group === noGroup ? knownGroups.length + 1 : at < 0 ? knownGroups.length : at;
};
const byGroup = (a: string, b: string) => rank(a) - rank(b) || a.localeCompare(b, 'en-GB');
const byPhase = (a: number | null, b: number | null) => (a ?? Infinity) - (b ?? Infinity);
