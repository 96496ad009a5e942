import { knownGroups, sourceKinds } from '../../../shared/model/kinds.ts';
import { Icon } from '../../ui/icons.tsx';
import { kindNames } from '../../ui/kinds.ts';
import { Select } from '../../ui/Select.tsx';
import { counted } from '../../ui/words.ts';
import { blocker, type Decided, printedAs } from './decisions.ts';
import css from './Import.module.css';

type Props = {
  readonly files: readonly Decided[];
  readonly selected: number;
  readonly onSelect: (index: number) => void;
  readonly onChange: (files: readonly Decided[]) => void;
};

/** One row a file: what it will be printed as, and the facts that this is built from. */
export function FileTable({ files, selected, onSelect, onChange }: Props) {
  const put = (index: number, next: Decided) => onChange(files.map((one, at) => (at === index ? next : one)));
  return (
    <div className={css.tableBox}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col" className={css.tick}>
              <span className="visually-hidden">Import</span>
            </th>
            <th scope="col">File</th>
            <th scope="col">Will be printed as</th>
            <th scope="col">Kind</th>
            <th scope="col">Group</th>
            <th scope="col">Participant</th>
            <th scope="col">Phase</th>
            <th scope="col" className={css.number}>
              Turns
            </th>
            <th scope="col">Speakers</th>
            <th scope="col" className={css.last}>
              To look at
            </th>
          </tr>
        </thead>
        <tbody>
          {files.map((decided, index) => (
            <FileRow
              key={decided.item.draft ?? `${decided.item.file} ${index}`}
              decided={decided}
              selected={index === selected}
              onSelect={() => onSelect(index)}
              onChange={next => put(index, next)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function FileRow({
  decided,
  selected,
  onSelect,
  onChange,
}: {
  readonly decided: Decided;
  readonly selected: boolean;
  readonly onSelect: () => void;
  readonly onChange: (next: Decided) => void;
}) {
  const { item, facts, include } = decided;
  const set = (change: Partial<Decided['facts']>) => onChange({ ...decided, facts: { ...facts, ...change } });
  const name = item.file;
  const look = selected ? 'cell' : 'quiet';
  if (item.error) {
    return (
      <tr className={selected ? css.selected : ''}>
        <td />
        <th scope="row">
          <button type="button" onClick={onSelect}>
            {name}
          </button>
        </th>
        <td colSpan={8} className={css.rejected}>
          <Icon name="warning" size={14} /> Can’t be imported. {item.error.message}
        </td>
      </tr>
    );
  }
  const groups = [...new Set([...knownGroups, ...(facts.group ? [facts.group] : [])])];
  return (
    <tr className={selected ? css.selected : ''} onFocus={onSelect}>
      <td className={css.tick}>
        <input
          type="checkbox"
          checked={include}
          disabled={item.duplicateOf !== null}
          onChange={event => onChange({ ...decided, include: event.target.checked })}
          aria-label={`Import ${name}`}
        />
      </td>
      <th scope="row">
        <button type="button" onClick={onSelect} aria-pressed={selected}>
          {name}
        </button>
        <div className={css.under}>
          <Look decided={decided} quiet />
        </div>
      </th>
      <td className={css.printed}>{printedAs(decided)}</td>
      <td>
        <Select
          label={`Kind of ${name}`}
          hideLabel
          look={look}
          value={facts.kind}
          choices={sourceKinds.map(kind => ({ id: kind, name: kindNames[kind] }))}
          onChange={kind => set({ kind })}
        />
      </td>
      <td>
        <Select
          label={`Group of ${name}`}
          hideLabel
          look={look}
          value={facts.group ?? '–'}
          choices={[{ id: '–', name: '–' }, ...groups.map(group => ({ id: group, name: group }))]}
          onChange={group => set({ group: group === '–' ? null : group })}
        />
      </td>
      <td>
        <input
          className={`${css.cell} ${selected ? '' : css.quietCell}`}
          value={facts.participant ?? ''}
          placeholder="–"
          aria-label={`Participant of ${name}`}
          onChange={event => set({ participant: event.target.value.trim() === '' ? null : event.target.value })}
        />
      </td>
      <td>
        <Select
          label={`Phase of ${name}`}
          hideLabel
          look={look}
          value={String(facts.phase ?? '–')}
          choices={['–', '1', '2', '3', '4'].map(id => ({ id, name: id }))}
          onChange={phase => set({ phase: phase === '–' ? null : Number(phase) })}
        />
      </td>
      <td className={css.number}>{item.turns}</td>
      <td className={css.count}>{counted(item.speakers.length, 'speaker')}</td>
      <td className={css.last}>
        <Look decided={decided} />
      </td>
    </tr>
  );
}

/** What a person should look at; `quiet` says nothing where there is nothing. */
function Look({ decided, quiet }: { readonly decided: Decided; readonly quiet?: boolean }) {
  const block = blocker(decided);
  const { warnings, duplicateOf } = decided.item;
  if (block) return <span className={css.rejected}>{block}</span>;
  if (duplicateOf) return <span className={css.quiet}>In the study already</span>;
  const words = [...(decided.facts.kind === 'unknown' ? ['Kind not known'] : []), ...warnings.map(one => one.message)];
  if (words.length === 0) return quiet ? null : <span className={css.quiet}>Nothing</span>;
  return (
    <span className={css.advice} title={words.join('\n')}>
      <Icon name="info" size={14} />
      {words.length === 1 ? words[0] : counted(words.length, 'thing')}
    </span>
  );
}
