import type { Coverage, OutcomeCoverage } from '../../../shared/api/outputs/theme.ts';

/** Fewer sources than this are called thin. */
const thinBelow = 3;

/** How an outcome stands, in a word; null where nothing is to be said. */
export function thinness({
  themes,
  quotes,
  sources,
}: Pick<OutcomeCoverage, 'themes' | 'quotes' | 'sources'>): string | null {
  if (themes.length === 0) return quotes > 0 ? 'Quotes alone' : 'Empty';
  if (sources.length === 0) return 'No extracts';
  if (sources.length === 1) return 'One source';
  return sources.length < thinBelow ? 'Thin' : null;
}

/** A column's name: "CYP, phase 1". Neither known: "Not known". */
export function columnName({ group, phase }: { readonly group: string | null; readonly phase: number | null }): string {
  const parts = [...(group === null ? [] : [group]), ...(phase === null ? [] : [`phase ${phase}`])];
  return parts.length === 0 ? 'Not known' : parts.join(', ');
}

/** Cells as a table of groups (rows) by phases (columns); null where the study has no source of that kind. Groups and phases in the order of the columns. */
export function byGroupAndPhase(
  columns: Coverage['columns'],
  cells: readonly number[],
): {
  readonly phases: readonly (number | null)[];
  readonly rows: readonly { readonly group: string | null; readonly cells: readonly (number | null)[] }[];
} {
  const phases = [...new Set(columns.map(column => column.phase))].sort((a, b) => (a ?? 99) - (b ?? 99));
  const groups = [...new Set(columns.map(column => column.group))];
  return {
    phases,
    rows: groups.map(group => ({
      group,
      cells: phases.map(phase => {
        const at = columns.findIndex(column => column.group === group && column.phase === phase);
        return at < 0 ? null : (cells[at] ?? 0);
      }),
    })),
  };
}
