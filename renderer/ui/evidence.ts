import type { Source } from '../../shared/model/entities.ts';

type Placed = Pick<Source, 'id' | 'group' | 'phase'>;
export type EvidenceMark = 'speaks' | 'against' | 'silent';
export type EvidenceGroup = {
  readonly group: string;
  readonly short: string;
  /** Phase 1 and unknown above, later phases below. */
  readonly rows: readonly {
    readonly row: 'first' | 'later';
    readonly marks: readonly { readonly id: string; readonly mark: EvidenceMark }[];
  }[];
};

const shortNames: Readonly<Record<string, string>> = {
  'Parent/Carer': 'P/C',
  Professional: 'Prof',
  'Advisory Group': 'AG',
  Staff: 'St',
};
const order = ['CYP', 'Parent/Carer', 'Professional', 'Advisory Group', 'Staff'];
/** More sources than this share marks, so that a strip still fits on a card. */
const mostMarks = 40;

/** The marks of an evidence strip: groups of the default evaluation first, then others by name. Over 40 sources one mark stands for several of its row, solid if any of them speaks. */
export function evidenceMarks(
  sources: readonly Placed[],
  speaking: ReadonlySet<string>,
  against: ReadonlySet<string>,
): readonly EvidenceGroup[] {
  const each = Math.max(1, Math.ceil(sources.length / mostMarks));
  return groupsOf(sources).map(group => ({
    group,
    short: shortNames[group] ?? group,
    rows: (['first', 'later'] as const).map(row => ({
      row,
      marks: chunks(
        sources.filter(source => groupOf(source) === group && rowOf(source) === row),
        each,
      ).map(chunk => ({ id: chunk[0]?.id ?? '', mark: markOf(chunk, speaking, against) })),
    })),
  }));
}

/** The strip's text alternative: "Speaks to it: CYP 2 of 3 in phase 1, 1 of 2 in phase 2; Staff 1 of 1". */
export function evidenceInWords(
  sources: readonly Placed[],
  speaking: ReadonlySet<string>,
  against: ReadonlySet<string>,
): string {
  if (sources.length === 0) return 'No sources yet';
  const groups = groupsOf(sources).map(group => {
    const members = sources.filter(source => groupOf(source) === group);
    const phases = [...new Set(members.map(source => source.phase))].sort((a, b) => (a ?? 0) - (b ?? 0));
    const parts = phases.map(phase => {
      const here = members.filter(source => source.phase === phase);
      const contrary = here.filter(source => against.has(source.id)).length;
      const part = `${here.filter(source => speaking.has(source.id)).length} of ${here.length}`;
      return `${part}${phase === null ? '' : ` in phase ${phase}`}${contrary > 0 ? `, ${contrary} against` : ''}`;
    });
    return `${group} ${parts.join(', ')}`;
  });
  return `Sources that speak to it: ${groups.join('; ')}`;
}

const groupOf = (source: Placed): string => source.group ?? 'Other';
const rowOf = (source: Placed): 'first' | 'later' => ((source.phase ?? 1) > 1 ? 'later' : 'first');

function groupsOf(sources: readonly Placed[]): readonly string[] {
  const rank = (group: string) => (order.includes(group) ? order.indexOf(group) : order.length);
  return [...new Set(sources.map(groupOf))].sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
}

function markOf(sources: readonly Placed[], speaking: ReadonlySet<string>, against: ReadonlySet<string>): EvidenceMark {
  if (sources.some(source => against.has(source.id))) return 'against';
  return sources.some(source => speaking.has(source.id)) ? 'speaks' : 'silent';
}

function chunks<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
