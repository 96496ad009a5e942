import { knownGroups } from '../../../shared/model/kinds.ts';

/** Quotes of a group in one phase, and how many sources of it the study has. `phase` is null where it is not known. */
export type PhaseCount = { readonly phase: number | null; readonly count: number; readonly sources: number };
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
    const members = study.filter(source => (source.group ?? noGroup) === group);
    const count = (all: readonly Placed[], phase: number | null) => all.filter(one => one.phase === phase).length;
    return {
      group,
      total: mine.length,
      phases: phases.map(phase => ({ phase, count: count(mine, phase), sources: count(members, phase) })),
    };
  });
}

/** One of a strip's two rows, as on every evidence strip: phase 1 and unknown above, later phases below. */
export type StripRow = {
  readonly row: 'first' | 'later';
  /** Whether the study has sources there, so that none quoted means silence. */
  readonly present: boolean;
  readonly count: number;
};

/** The rows of one group's marks. Without a later phase anywhere there is one row. */
export function rowsOf({ phases }: GroupBalance): readonly StripRow[] {
  const isLater = ({ phase }: PhaseCount) => (phase ?? 1) > 1;
  const row = (name: StripRow['row'], counts: readonly PhaseCount[]): StripRow => ({
    row: name,
    present: counts.some(one => one.sources > 0 || one.count > 0),
    count: counts.reduce((sum, one) => sum + one.count, 0),
  });
  const later = phases.filter(isLater);
  const first = row(
    'first',
    phases.filter(one => !isLater(one)),
  );
  return later.length === 0 ? [first] : [first, row('later', later)];
}

/** How many quotes one mark stands for, so that no row has more than `most` marks. */
export function quotesPerMark(balance: readonly GroupBalance[], most: number): number {
  const longest = Math.max(0, ...balance.flatMap(group => rowsOf(group).map(row => row.count)));
  return Math.max(1, Math.ceil(longest / most));
}

/** What the rows of the strip are: "Phase 1 above, 2 below". Null where there is only one. */
export function rowsInWords(balance: readonly GroupBalance[]): string | null {
  const phases = (balance[0]?.phases ?? []).map(one => one.phase);
  const known = phases.filter(phase => phase !== null);
  const later = known.filter(phase => phase > 1);
  if (later.length === 0) return null;
  const above = [...(known.includes(1) ? ['phase 1'] : []), ...(phases.includes(null) ? ['no phase'] : [])];
  if (above.length === 0) return null;
  return `${above.join(' or ')} above, ${later.join(', ')} below`.replace(/^./, letter => letter.toUpperCase());
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

const knownGroupNames: readonly string[] = knownGroups;
const rank = (group: string) => {
  const at = knownGroupNames.indexOf(group);
  return group === noGroup ? knownGroups.length + 1 : at < 0 ? knownGroups.length : at;
};
const byGroup = (a: string, b: string) => rank(a) - rank(b) || a.localeCompare(b, 'en-GB');
const byPhase = (a: number | null, b: number | null) => (a ?? Infinity) - (b ?? Infinity);
