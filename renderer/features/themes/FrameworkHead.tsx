import type { Framework } from '../../../shared/model/entities.ts';
import type { FrameworkKind } from '../../../shared/model/themes.ts';
import { useCommands } from '../../app/commands.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Menu, type MenuEntry } from '../../ui/Menu.tsx';
import { PaneHead } from '../../ui/signs.tsx';
import { counted } from '../../ui/words.ts';
import { useDesk, useDoing } from './desk.tsx';
import css from './OutcomesPane.module.css';
import { goToCoverage } from './useOpenPage.ts';

/** What a framework is, in a few words. */
export const frameworkKindNames: Readonly<Record<FrameworkKind, string>> = {
  outcomes: 'Outcomes',
  'a-priori': 'A-priori framework',
  own: 'Our own categories',
};

/** The head of the outcomes: which framework they stand in, and what can be done with frameworks. */
export function FrameworkHead() {
  const { frameworks, framework } = useDesk();
  const { ask, onFramework } = useDoing();
  const main = framework.id === frameworks[0]?.id;
  const acts: readonly Exclude<MenuEntry, 'separator'>[] = [
    { id: 'coverage', name: 'Show how well they are covered', key: 'V', onAction: goToCoverage },
    {
      id: 'edit',
      name: 'Edit these outcomes',
      onAction: () => ask({ kind: 'edit framework', framework: framework.id }),
    },
    { id: 'add', name: 'Add a framework', onAction: () => ask({ kind: 'add framework' }) },
    ...(main
      ? []
      : [
          {
            id: 'remove',
            name: 'Remove this framework',
            danger: true,
            onAction: () => ask({ kind: 'remove framework', framework: framework.id }),
          },
        ]),
  ];
  const others = frameworks.filter(one => one.id !== framework.id);
  useCommands([
    ...acts.map(({ id, name, key, onAction }) => ({
      id: `outcomes.${id}`,
      name,
      group: 'Outcomes',
      ...(key && { keys: [key] }),
      run: onAction,
    })),
    ...others.map(one => ({
      id: `outcomes.show.${one.id}`,
      name: `Look at “${one.title}”`,
      group: 'Outcomes',
      run: () => onFramework(one.id),
    })),
  ]);
  return (
    <PaneHead title={main ? 'Outcomes' : frameworkKindNames[framework.kind]}>
      <Menu
        label="Acts on the outcomes"
        entries={[
          ...acts,
          ...(others.length === 0 ? [] : (['separator'] as const)),
          ...others.map(one => ({ id: one.id, name: `Look at “${one.title}”`, onAction: () => onFramework(one.id) })),
        ]}
      >
        <IconButton icon="more" label="Acts on the outcomes" />
      </Menu>
    </PaneHead>
  );
}

/** The frameworks beside the one that is looked at, at the foot of the pane; each is a way to it. */
export function OtherFrameworks() {
  const { frameworks, framework, themes } = useDesk();
  const { onFramework } = useDoing();
  const others = frameworks.filter(one => one.id !== framework.id);
  if (others.length === 0) return null;
  const linked = (one: Framework) => {
    const entries = new Set(one.outcomes.map(entry => entry.id));
    return themes.filter(theme => theme.links.some(link => entries.has(link.outcome))).length;
  };
  return (
    <div className={css.others}>
      {others.map(one => (
        <button key={one.id} type="button" onClick={() => onFramework(one.id)}>
          <small>{frameworkKindNames[one.kind]}</small>
          <b>{one.title}</b>
          <small>{counted(linked(one), 'theme')} linked</small>
        </button>
      ))}
    </div>
  );
}
