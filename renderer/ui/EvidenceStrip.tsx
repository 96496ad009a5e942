import type { Source } from '../../shared/model/entities.ts';
import css from './controls.module.css';

const shortNames: Readonly<Record<string, string>> = {
  'Parent/Carer': 'P/C',
  Professional: 'Prof',
  'Advisory Group': 'AG',
  Staff: 'St',
};
const order = ['CYP', 'Parent/Carer', 'Professional', 'Advisory Group', 'Staff'];

/**
 * Which sources speak to something: one mark a source, groups from left to right, phase 1 and unknown above, later phases below; solid where it speaks, pale where it is silent.
 * It shows spread and does not invite counting; the figures stand in its text alternative.
 */
export function EvidenceStrip({
  sources,
  speaking,
  labels = true,
}: {
  readonly sources: readonly Pick<Source, 'id' | 'group' | 'phase'>[];
  readonly speaking: ReadonlySet<string>;
  readonly labels?: boolean;
}) {
  const rank = (group: string) => (order.includes(group) ? order.indexOf(group) : order.length);
  const groups = [...new Set(sources.map(source => source.group ?? 'Other'))].sort(
    (a, b) => rank(a) - rank(b) || a.localeCompare(b),
  );
  const inGroup = (group: string) => sources.filter(source => (source.group ?? 'Other') === group);
  const words = groups.map(group => {
    const all = inGroup(group);
    return `${group} ${all.filter(source => speaking.has(source.id)).length} of ${all.length}`;
  });
  return (
    <div className={css.strip} role="img" aria-label={`Sources that speak to it: ${words.join(', ') || 'none'}`}>
      {groups.map(group => {
        const rows = [
          inGroup(group).filter(source => (source.phase ?? 1) === 1),
          inGroup(group).filter(source => (source.phase ?? 1) > 1),
        ];
        return (
          <div key={group}>
            {rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two rows, always these
              <span key={index} className={css.row}>
                {row.map(source => (
                  <i key={source.id} className={`${css.mark} ${speaking.has(source.id) ? css.markOn : ''}`} />
                ))}
              </span>
            ))}
            {labels && <small>{shortNames[group] ?? group}</small>}
          </div>
        );
      })}
    </div>
  );
}
