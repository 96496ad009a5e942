import type { Source } from '../../../shared/model/entities.ts';
import { Select } from '../../ui/Select.tsx';
import { type Heard, isHeard } from './choice.ts';
import css from './QuotePage.module.css';

/** Whose words are shown: by group, phase and participant, from what is known of the study's sources. */
export function HeardFilters({
  heard,
  sources,
  onChange,
}: {
  readonly heard: Heard;
  readonly sources: readonly Source[];
  readonly onChange: (heard: Heard) => void;
}) {
  const groups = distinct(sources.map(source => source.group));
  const phases = distinct(sources.map(source => source.phase?.toString() ?? null));
  const people = distinct(
    sources.filter(source => isHeard(source, { ...heard, participant: null })).map(source => source.participant),
  );
  const change = (part: Partial<Heard>) => {
    const next = { ...heard, ...part };
    const there = next.participant === null || sources.some(source => isHeard(source, next));
    onChange(there ? next : { ...next, participant: null });
  };
  return (
    <fieldset className={css.filters} aria-label="Whose words">
      {groups.length > 1 && (
        <Filter
          label="Group"
          all="All groups"
          value={heard.group}
          values={groups}
          onChange={group => change({ group })}
        />
      )}
      {(phases.length > 1 || heard.phase !== null) && (
        <Filter
          label="Phase"
          all="All phases"
          value={heard.phase?.toString() ?? null}
          values={phases}
          named={phase => `Phase ${phase}`}
          onChange={phase => change({ phase: phase === null ? null : Number(phase) })}
        />
      )}
      {(people.length > 0 || heard.participant !== null) && (
        <Filter
          label="Participant"
          all="Everyone"
          value={heard.participant}
          values={people}
          onChange={participant => change({ participant })}
        />
      )}
    </fieldset>
  );
}

/** What stands for "all" among the choices; values are prefixed so that none is taken for it. */
const all = 'all';

function Filter({
  label,
  all: allName,
  value,
  values,
  named = one => one,
  onChange,
}: {
  readonly label: string;
  readonly all: string;
  readonly value: string | null;
  readonly values: readonly string[];
  readonly named?: (value: string) => string;
  readonly onChange: (value: string | null) => void;
}) {
  const shown = value === null || values.includes(value) ? values : [...values, value];
  return (
    <Select
      label={label}
      hideLabel
      look={value === null ? 'quiet' : 'cell'}
      value={value === null ? all : `=${value}`}
      choices={[{ id: all, name: allName }, ...shown.map(one => ({ id: `=${one}`, name: named(one) }))]}
      onChange={id => onChange(id === all ? null : id.slice(1))}
    />
  );
}

const natural = new Intl.Collator('en-GB', { numeric: true });
const distinct = (values: readonly (string | null)[]): readonly string[] =>
  [...new Set(values.filter(value => value !== null))].sort(natural.compare);
