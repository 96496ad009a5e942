import type { Source } from '../../../shared/model/entities.ts';

const headings: Readonly<Record<string, string>> = {
  CYP: 'Young people',
  'Parent/Carer': 'Parents and carers',
  Professional: 'Professionals',
  'Advisory Group': 'Advisory group',
  Staff: 'Staff',
};
const order = Object.keys(headings);

/** Sources under the heading of their group: the groups of the default evaluation first, then others, then those without; within a group as they are printed, numbers by their value. */
export function byGroup(sources: readonly Source[]): readonly (readonly [string, readonly Source[]])[] {
  const rank = (group: string | null) => (group === null ? 1000 : order.includes(group) ? order.indexOf(group) : 100);
  const groups = [...new Set(sources.map(source => source.group))].sort(
    (a, b) => rank(a) - rank(b) || (a ?? '').localeCompare(b ?? ''),
  );
  return groups.map(group => [
    group === null ? 'Group not known' : (headings[group] ?? group),
    sources
      .filter(source => source.group === group)
      .toSorted((a, b) => a.attribution.localeCompare(b.attribution, 'en-GB', { numeric: true })),
  ]);
}

/** A source's attribution as it stands under its group's heading, where the group need not be said again: "FG phase 2", "Phase 2". */
export function shortAttribution({ attribution, group }: Source): string {
  const rest =
    group !== null && attribution.startsWith(`${group} `) ? attribution.slice(group.length + 1) : attribution;
  const short = rest.replace(/^member /, '');
  return short.charAt(0).toUpperCase() + short.slice(1);
}

/** The first `most` sources of the groups, group by group; groups of which none is among them are left out. */
export function firstOf(groups: ReturnType<typeof byGroup>, most: number): ReturnType<typeof byGroup> {
  let left = most;
  return groups.flatMap(([group, members]) => {
    const taken = members.slice(0, Math.max(0, left));
    left -= taken.length;
    return taken.length === 0 ? [] : [[group, taken] as const];
  });
}
