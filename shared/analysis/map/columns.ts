import type { ThemeMap } from '../../model/themeMap.ts';

/** A column of the evidence grid: everybody of one group in one phase. */
export type Column = {
  readonly group: string | null;
  readonly phase: number | null;
  readonly sources: ThemeMap['sources'];
};

const order = ['CYP', 'Parent/Carer', 'Professional', 'Advisory Group', 'Staff'];

/** Groups of the default evaluation first, then others by name, unknown last; within a group phases ascend, unknown last. Only groups and phases that there are. */
export function columnsOf({ sources }: ThemeMap): readonly Column[] {
  const columns = new Map<
    string,
    { group: string | null; phase: number | null; sources: ThemeMap['sources'][number][] }
  >();
  for (const source of sources) {
    const key = JSON.stringify([source.group, source.phase]);
    const column = columns.get(key) ?? { group: source.group, phase: source.phase, sources: [] };
    column.sources.push(source);
    columns.set(key, column);
  }
  return [...columns.values()].sort(
    (a, b) => rank(a.group) - rank(b.group) || compare(a.group ?? '', b.group ?? '') || last(a.phase) - last(b.phase),
  );
}

function rank(group: string | null): number {
  if (group === null) return order.length + 1;
  const known = order.indexOf(group);
  return known < 0 ? order.length : known;
}
const last = (phase: number | null) => phase ?? Number.MAX_SAFE_INTEGER;
/** By code units: the same on every machine. */
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
