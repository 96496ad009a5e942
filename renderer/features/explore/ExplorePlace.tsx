import { useEffect } from 'react';
import { useCommands } from '../../app/commands.ts';
import { go, useRoute } from '../../app/route.ts';
import { useSources } from '../../client/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState, PaneHead } from '../../ui/signs.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import css from './Explore.module.css';
import { MatrixTab } from './MatrixTab.tsx';
import { SearchTab } from './SearchTab.tsx';
import { type Tab, tabs, useSettings } from './settings.ts';
import { TogetherTab } from './TogetherTab.tsx';

const names: Readonly<Record<Tab, string>> = { search: 'Search', matrix: 'Matrix', together: 'Codes together' };
const screens: Readonly<Record<Tab, () => React.JSX.Element>> = {
  search: SearchTab,
  matrix: MatrixTab,
  together: TogetherTab,
};

/** Where one asks the whole study: words in it, counts of codes and themes, codes that meet. The address says which. */
export function ExplorePlace() {
  const { id } = useRoute();
  const [settings, change] = useSettings();
  const sources = useSources().data;
  const asked = tabs.find(one => one === id);
  const tab = asked ?? settings.tab;
  // biome-ignore lint/correctness/useExhaustiveDependencies: kept once for each address
  useEffect(() => {
    if (asked && asked !== settings.tab) change({ tab: asked });
  }, [asked]);
  useCommands([
    { id: 'explore.matrix', name: 'Explore: matrix', group: 'Explore', run: () => go('explore', 'matrix') },
    { id: 'explore.together', name: 'Explore: codes together', group: 'Explore', run: () => go('explore', 'together') },
  ]);
  if (!sources) return null;
  return (
    <div className={css.place}>
      <PaneHead level={1} title="Explore" note="Ask the whole study" />
      {sources.length === 0 ? (
        <EmptyState
          title="Nothing to explore yet"
          action={
            <Button large look="primary" onPress={() => go('sources', 'import')}>
              Import transcripts
            </Button>
          }
        >
          Words are searched here, and codes and themes counted by who said them. Import some transcripts first.
        </EmptyState>
      ) : (
        <Tabs
          label="Explore"
          value={tab}
          onChange={next => go('explore', next)}
          tabs={tabs.map(one => {
            const Screen = screens[one];
            return { id: one, name: names[one], children: <Screen /> };
          })}
        />
      )}
    </div>
  );
}
