import { useState } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { Framework, Source } from '../../../shared/model/entities.ts';
import { themeStatuses } from '../../../shared/model/kinds.ts';
import type { MapFilter } from '../../../shared/model/themeMap.ts';
import { useCommands } from '../../app/commands.ts';
import { Button } from '../../ui/Button.tsx';
import controls from '../../ui/controls.module.css';
import { Select } from '../../ui/Select.tsx';
import { Several } from '../../ui/Several.tsx';
import css from './Map.module.css';
import { narrows } from './mapState.ts';

type Props = {
  readonly filter: MapFilter;
  readonly onChange: (filter: MapFilter) => void;
  readonly sources: readonly Source[];
  readonly framework: Framework;
};

const none = '';
const leasts = ['0', '1', '2', '3', '5', '8', '12'] as const;

/** What all three views show: by status, outcome, group, phase and least evidence. The words for it stand on the picture. */
export function MapFilters({ filter, onChange, sources, framework }: Props) {
  const [open, setOpen] = useState(false);
  const clear = () => onChange({});
  useCommands([
    { id: 'map.filter', name: 'Filter the map', group: 'Map', keys: ['F'], run: () => setOpen(true) },
    ...(narrows(filter) ? [{ id: 'map.filter.clear', name: 'Clear the map’s filter', group: 'Map', run: clear }] : []),
  ]);
  const groups = distinct(sources.map(source => source.group));
  const phases = distinct(sources.map(source => source.phase));
  const set = (change: MapFilter) => onChange({ ...filter, ...change });
  const chosen = <T,>(values: readonly T[] | undefined) => new Set((values ?? []).map(value => String(value ?? none)));
  const some = <T,>(all: readonly T[], ids: ReadonlySet<string>): readonly T[] | undefined =>
    ids.size === 0 ? undefined : all.filter(one => ids.has(String(one ?? none)));
  const outcomes = framework.outcomes.map(outcome => outcome.number);
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <Button>{narrows(filter) ? 'Filtered' : 'Filter'}</Button>
      <Popover className={controls.popover ?? ''}>
        <Dialog aria-label="Filter the map" className={css.filters ?? ''}>
          <h2>Show only</h2>
          <div className={css.fields}>
            <span aria-hidden="true">Status</span>
            <Several
              label="Status"
              all="Every status"
              choices={themeStatuses.map(status => ({ id: status, name: status }))}
              chosen={chosen(filter.statuses)}
              onChange={ids => set({ statuses: some(themeStatuses, ids) })}
            />
            <span aria-hidden="true">Outcome</span>
            <Several
              label="Outcome"
              all="Every outcome"
              choices={framework.outcomes.map(({ number, title }) => ({
                id: String(number),
                name: `${number} ${title}`,
              }))}
              chosen={chosen(filter.outcomes)}
              onChange={ids => set({ outcomes: some(outcomes, ids) })}
            />
            <span aria-hidden="true">Group</span>
            <Several
              label="Group"
              all="Every group"
              choices={groups.map(group => ({ id: group ?? none, name: group ?? 'No group' }))}
              chosen={chosen(filter.groups)}
              onChange={ids => set({ groups: some(groups, ids) })}
            />
            <span aria-hidden="true">Phase</span>
            <Several
              label="Phase"
              all="Every phase"
              choices={phases.map(phase => ({
                id: String(phase ?? none),
                name: phase === null ? 'Phase not known' : `Phase ${phase}`,
              }))}
              chosen={chosen(filter.phases)}
              onChange={ids => set({ phases: some(phases, ids) })}
            />
            <span aria-hidden="true">Evidence</span>
            <Select
              label="Evidence"
              hideLabel
              look="cell"
              value={String(filter.least ?? 0)}
              choices={leasts.map(id => ({
                id,
                name: id === '0' ? 'Any' : `${id} ${id === '1' ? 'source' : 'sources'} or more`,
              }))}
              onChange={id => set({ least: id === '0' ? undefined : Number(id) })}
            />
          </div>
          <footer className={css.foot}>
            <Button look="quiet" disabled={!narrows(filter)} onPress={clear}>
              Clear all
            </Button>
            <Button look="primary" onPress={() => setOpen(false)}>
              Done
            </Button>
          </footer>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** Each value once, in its natural order, those not known last. */
function distinct<T extends string | number>(values: readonly (T | null)[]): readonly (T | null)[] {
  const rank = (value: T | null) => (value === null ? 1 : 0);
  return [...new Set(values)].sort(
    (a, b) => rank(a) - rank(b) || String(a).localeCompare(String(b), 'en', { numeric: true }),
  );
}
