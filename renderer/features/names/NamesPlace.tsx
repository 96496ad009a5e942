import { useMemo } from 'react';
import type { NameSuggestion } from '../../../shared/model/anonymity.ts';
import type { Source } from '../../../shared/model/entities.ts';
import { useCommands } from '../../app/commands.ts';
import { go, useRoute } from '../../app/route.ts';
import { useStatus } from '../../app/status.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { useSources } from '../../client/queries.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { Panes, usePaneFold } from '../../ui/Panes.tsx';
import { EmptyState, PaneHead } from '../../ui/signs.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { toastError } from '../../ui/toast.tsx';
import { figure } from '../../ui/words.ts';
import { ofBasket, ofNew, show, type Tab, tabAt } from './address.ts';
import { draftOf, likeOf } from './draft.ts';
import { KeyPanel } from './KeyPanel.tsx';
import css from './Lists.module.css';
import { Middle } from './Middle.tsx';
import { sourceName } from './names.ts';
import { keyFolds, listFolds } from './PageHead.tsx';
import { useChecks, useSuggestions, useTable } from './readings.ts';
import { SourceChecks } from './SourceChecks.tsx';
import { SuggestionList } from './SuggestionList.tsx';
import { useNames } from './store.ts';
import { TableList } from './TableList.tsx';
import { UncheckedCopy } from './UncheckedCopy.tsx';
import { useCopy } from './useCopy.ts';
import { useKeyActs } from './useKeyActs.tsx';

/** Where what must not be printed is found, given its label, and replaced in all sources; where the key to the original words is kept. */
export function NamesPlace() {
  const { id, query } = useRoute();
  const sources = useSources().data;
  if (!sources) return null;
  if (sources.length === 0) return <NoSources />;
  const tab = tabAt(id) ?? 'suggestions';
  return <Desk tab={tab} of={query.get('of')} sources={sources} />;
}

function NoSources() {
  return (
    <EmptyState
      level={1}
      title="No sources yet"
      action={
        <Button large look="primary" onPress={() => go('sources', 'import')}>
          Import transcripts
        </Button>
      }
    >
      Names, places, schools and dates that must not be printed are found here and replaced by labels such as [mentor],
      in all sources at once. The original words go to a key apart from the study. Import some transcripts first.
    </EmptyState>
  );
}

function Desk({
  tab,
  of,
  sources,
}: {
  readonly tab: Tab;
  readonly of: string | null;
  readonly sources: readonly Source[];
}) {
  const client = useClient();
  const { handle: study } = useStudy();
  const { names, change, take, leave } = useNames();
  const table = useTable().data ?? noTable;
  const checkList = useChecks().data;
  const checks = useMemo(() => new Map(checkList?.map(one => [one.source, one])), [checkList]);
  const suggestions = useSuggestions(tab === 'suggestions');
  const all = suggestions.data;
  const shown = useMemo(
    () =>
      (all ?? noSuggestions).filter(
        one => (names.kinds.size === 0 || names.kinds.has(one.kind)) && !names.dismissed.has(likeOf(one)),
      ),
    [all, names.kinds, names.dismissed],
  );
  const basket = tab === 'suggestions' && of === ofBasket && names.taken.length > 0;
  const chosen = tab === 'suggestions' && !basket ? (all?.find(one => likeOf(one) === names.chosen) ?? null) : null;
  const source = tab === 'sources' ? (sources.find(one => one.id === of) ?? null) : null;
  const replacement = tab === 'table' ? (table.find(one => one.id === of) ?? null) : null;
  const list = usePaneFold('names', 'list', listFolds);
  const panel = usePaneFold('names', 'key', keyFolds);
  const keyActs = useKeyActs();
  const copying = useCopy(() => !panel.shown && panel.toggle());

  const next = (by: number) => {
    const at = chosen ? shown.findIndex(one => likeOf(one) === likeOf(chosen)) : -1;
    const to = shown[Math.min(shown.length - 1, Math.max(0, at + by))];
    if (!to) return;
    change({ chosen: likeOf(to), onward: false });
    show('suggestions');
    announce(`${to.words}, ${to.reason}`);
  };
  /** Goes on to the suggestion after one that is dealt with. */
  const after = (one: NameSuggestion) => {
    const at = shown.findIndex(each => likeOf(each) === likeOf(one));
    const to = shown[at + 1] ?? shown[at - 1];
    change({ chosen: to ? likeOf(to) : null, onward: true });
  };
  const dismiss = (one: NameSuggestion) => {
    after(one);
    leave(likeOf(one));
    change({ dismissed: new Set(names.dismissed).add(likeOf(one)), onward: false });
    announce(`Dismissed “${one.words}” until the app is closed`);
  };
  const turn = (one: NameSuggestion) => {
    const subject = likeOf(one);
    if (names.taken.includes(subject)) leave(subject);
    else take(subject, names.drafts.get(subject) ?? draftOf(one));
    announce(names.taken.includes(subject) ? `Left out “${one.words}”` : `Took “${one.words}”`);
  };
  const check = (one: Source, checked: boolean) =>
    void client
      .call('name.check', { study, source: one.id, checked })
      .then(() => announce(`${sourceName(one)} is marked as ${checked ? '' : 'not '}checked`), toastError);
  const group = 'Names';
  useCommands([
    { id: 'names.add', name: 'Add a name to be replaced', group, keys: ['N'], run: () => show('table', ofNew) },
    { id: 'names.table', name: 'Names: table of replacements', group, run: () => show('table') },
    { id: 'names.suggestions', name: 'Names: suggestions', group, run: () => show('suggestions') },
    { id: 'names.sources', name: 'Names: which sources are checked', group, run: () => show('sources') },
    { id: 'names.list', name: 'Show or hide the lists of names', group, run: list.toggle },
    { id: 'names.panel', name: 'Show or hide the key and copies', group, run: panel.toggle },
    ...(tab === 'suggestions'
      ? [
          { id: 'names.next', name: 'Next suggestion', group, keys: ['ArrowDown', 'J'], run: () => next(1) },
          { id: 'names.previous', name: 'Previous suggestion', group, keys: ['ArrowUp', 'U'], run: () => next(-1) },
        ]
      : []),
    ...(chosen
      ? [
          { id: 'names.take', name: 'Take the suggestion into the table', group, keys: ['T'], run: () => turn(chosen) },
          { id: 'names.dismiss', name: 'Dismiss the suggestion', group, keys: ['Delete'], run: () => dismiss(chosen) },
        ]
      : []),
    ...(tab === 'suggestions' && names.taken.length > 0
      ? [
          {
            id: 'names.basket',
            name: 'Label and replace the names that were taken',
            group,
            keys: ['B'],
            run: () => show('suggestions', ofBasket),
          },
        ]
      : []),
    ...(source
      ? [
          {
            id: 'names.check',
            name: 'Mark the source as checked for names, or not',
            group,
            keys: ['K'],
            run: () => check(source, !checks.get(source.id)?.current),
          },
        ]
      : []),
  ]);
  useStatus({
    where: chosen ? `Suggestion ${figure(shown.indexOf(chosen) + 1)} of ${figure(shown.length)}` : null,
  });
  return (
    <>
      <Panes
        id="names"
        panes={[
          {
            id: 'list',
            label: 'Lists of names',
            width: 304,
            least: 240,
            foldBelow: listFolds,
            children: (
              <>
                <PaneHead level={1} title="Names" note="What must not be printed" />
                <div className={css.tabs}>
                  <Tabs
                    label="Names"
                    value={tab}
                    onChange={one => show(one)}
                    tabs={[
                      {
                        id: 'suggestions',
                        name: 'Suggestions',
                        children: (
                          <SuggestionList
                            shown={shown}
                            all={all}
                            basket={basket}
                            looking={suggestions.isFetching ? suggestions : null}
                            error={suggestions.error}
                          />
                        ),
                      },
                      {
                        id: 'table',
                        name: table.length > 0 ? `Table ${figure(table.length)}` : 'Table',
                        children: <TableList table={table} chosen={of} onAdd={() => show('table', ofNew)} />,
                      },
                      {
                        id: 'sources',
                        name: 'Sources',
                        children: <SourceChecks sources={sources} checks={checks} chosen={of} onCheck={check} />,
                      },
                    ]}
                  />
                </div>
              </>
            ),
          },
          {
            id: 'page',
            label: 'Chosen name',
            surface: 'paper',
            least: 440,
            children: (
              <Middle
                {...{ tab, basket, chosen, source, replacement, table, all }}
                adding={tab === 'table' && of === ofNew}
                check={source ? checks.get(source.id) : undefined}
                onCheck={check}
                onTake={turn}
                onDismiss={dismiss}
                onAfter={after}
              />
            ),
          },
          {
            id: 'key',
            label: 'Key and copies',
            width: 296,
            least: 256,
            foldBelow: keyFolds,
            children: <KeyPanel acts={keyActs} copying={copying} />,
          },
        ]}
      />
      {keyActs.dialog}
      {copying.asking && <UncheckedCopy asking={copying.asking} />}
    </>
  );
}

const noTable: readonly never[] = [];
const noSuggestions: readonly NameSuggestion[] = [];
