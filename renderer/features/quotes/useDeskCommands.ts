import { useCommands } from '../../app/commands.ts';
import { addressOf } from './address.ts';
import { everyone, type Heard } from './choice.ts';
import type { Row } from './report.ts';
import type { Desk } from './useDesk.ts';

const group = 'Quotes';

/** What can be done here, by name and by key. */
export function useDeskCommands({
  desk,
  chosen,
  heard,
  hear,
  showPanel,
  toggleList,
  togglePanel,
}: {
  readonly desk: Desk;
  readonly chosen: Row | undefined;
  readonly heard: Heard;
  readonly hear: (heard: Heard) => void;
  /** Brings the chosen quote's pane, where it is folded away. */
  readonly showPanel: () => void;
  readonly toggleList: () => void;
  readonly togglePanel: () => void;
}): void {
  const on = (act: (row: Row) => void) => () => {
    if (chosen) act(chosen);
  };
  const edit = (row: Row) => {
    showPanel();
    desk.edit(row);
  };
  useCommands([
    { id: 'quotes.next', name: 'Next quote', group, keys: ['ArrowDown'], run: () => desk.step(1) },
    { id: 'quotes.previous', name: 'Previous quote', group, keys: ['ArrowUp'], run: () => desk.step(-1) },
    { id: 'quotes.edit', name: 'Edit the words of the quote', group, keys: ['E'], run: on(edit) },
    {
      id: 'quotes.star',
      name: 'Star the quote as vivid, or take the star off',
      group,
      keys: ['S'],
      run: on(desk.star),
    },
    {
      id: 'quotes.choose',
      name: 'Choose the quote for the report',
      group,
      keys: ['A'],
      run: on(row => desk.toggle(row, 'chosen')),
    },
    { id: 'quotes.used', name: 'Mark the quote as used', group, keys: ['U'], run: on(row => desk.toggle(row, 'used')) },
    { id: 'quotes.hold', name: 'Hold the quote back', group, keys: ['H'], run: on(row => desk.toggle(row, 'held')) },
    {
      id: 'quotes.passage',
      name: 'Show or hide the passage under the quote',
      group,
      keys: ['P'],
      run: desk.togglePassage,
    },
    { id: 'quotes.up', name: 'Move the quote up', group, keys: ['Alt+ArrowUp'], run: () => desk.move(-1) },
    { id: 'quotes.down', name: 'Move the quote down', group, keys: ['Alt+ArrowDown'], run: () => desk.move(1) },
    { id: 'quotes.back', name: 'Take the quote back to its passage', group, run: on(desk.back) },
    {
      id: 'quotes.order',
      name: 'Put these quotes back into report order',
      group,
      run: on(row => desk.reportOrder(row.section)),
    },
    { id: 'quotes.copy', name: 'Copy the quote with its attribution', group, keys: ['C'], run: on(desk.copy) },
    { id: 'quotes.open', name: 'Open the quote in its transcript', group, keys: ['Enter'], run: desk.open },
    {
      id: 'quotes.study',
      name: 'Show the quotes of the whole study',
      group,
      run: () => location.assign(addressOf({ of: 'study' }, heard)),
    },
    { id: 'quotes.everyone', name: 'Hear everyone: take the filters off', group, run: () => hear(everyone) },
    { id: 'quotes.list', name: 'Show or hide the themes in report order', group, run: toggleList },
    { id: 'quotes.panel', name: 'Show or hide the chosen quote’s passage', group, run: togglePanel },
  ]);
}
