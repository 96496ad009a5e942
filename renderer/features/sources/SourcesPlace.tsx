import { type DragEvent, useState } from 'react';
import type { Source } from '../../../shared/model/entities.ts';
import { useCommands } from '../../app/commands.ts';
import { useSourcesWithin } from '../../app/filters.ts';
import { OutsideFilter } from '../../app/OutsideFilter.tsx';
import { go, useRoute } from '../../app/route.ts';
import { useStudy } from '../../client/context.tsx';
import { useSources } from '../../client/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Panes, PaneToggle } from '../../ui/Panes.tsx';
import { EmptyState, PaneHead } from '../../ui/signs.tsx';
import { toastError } from '../../ui/toast.tsx';
import { useProgressive } from '../../ui/useProgressive.ts';
import { counted } from '../../ui/words.ts';
import { useImportDesk } from '../import/desk.ts';
import { droppedFiles, readFiles } from '../import/files.ts';
import { bringToImport } from '../import/pending.ts';
import { PeoplePage } from '../people/PeoplePage.tsx';
import { byGroup, firstOf } from './groups.ts';
import { SourceInspector } from './SourceInspector.tsx';
import css from './Sources.module.css';

/** The sources of the study, or with `#/sources/people` the people who speak in them. */
export function SourcesPlace() {
  const { id } = useRoute();
  return id === 'people' ? <PeoplePage /> : <AllSources />;
}

/** All sources, and what is known of the chosen one. Files dropped here go to the import preview. */
function AllSources() {
  const sources = useSources();
  const [chosen, setChosen] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const importFiles = () => go('sources', 'import');
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    bringToImport(
      droppedFiles(event.dataTransfer)
        .then(readFiles)
        .catch(thrown => {
          toastError(thrown);
          return [];
        }),
    );
  };
  const within = useSourcesWithin();
  const shown = sources.data?.filter(source => within === null || within.has(source.id)) ?? [];
  const groups = byGroup(shown);
  const drawn = useProgressive(shown.length);
  const current = shown.find(source => source.id === chosen) ?? groups[0]?.[1][0];
  const begun = useImportDesk(useStudy().handle).files.length;
  useCommands([
    {
      id: 'sources.read',
      name: 'Read and code the chosen source',
      group: 'Sources',
      keys: ['Enter'],
      run: () => current && go('code', current.id),
    },
    { id: 'sources.people', name: 'People', group: 'Sources', keys: ['P'], run: () => go('sources', 'people') },
  ]);
  if (!sources.data) return null;
  const list = (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping files has the button Import transcripts beside it
    <div
      className={`${css.drop} ${over ? css.over : ''}`}
      onDragOver={event => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <PaneHead
        level={1}
        title="Sources"
        note={sources.data.length > 0 ? `${counted(shown.length, 'source')}, ${counted(total(shown), 'word')}` : ''}
      >
        <Button onPress={() => go('sources', 'people')}>People</Button>
        {begun > 0 ? (
          <Button look="primary" onPress={importFiles}>
            Go on with the import of {counted(begun, 'file')}
          </Button>
        ) : (
          <Button look="primary" icon="plus" onPress={importFiles}>
            Import transcripts
          </Button>
        )}
        {current && <PaneToggle id="sources" pane="inspector" label="what is known of the source" />}
      </PaneHead>
      {sources.data.length === 0 ? (
        <EmptyState
          title="No transcripts yet"
          action={
            <Button large look="primary" onPress={importFiles}>
              Import transcripts
            </Button>
          }
        >
          Sources are the interviews, focus groups, meetings and e-mails that the evaluation rests on. Drop files or a
          folder here, or choose them.
        </EmptyState>
      ) : (
        <div className={css.scroll}>
          <table className={css.table}>
            <thead>
              <tr>
                <th scope="col">Printed as</th>
                <th scope="col">Title</th>
                <th scope="col">Phase</th>
                <th scope="col" className={css.number}>
                  Words
                </th>
                <th scope="col" className={css.number}>
                  Turns
                </th>
                <th scope="col" className={css.number}>
                  Codings
                </th>
              </tr>
            </thead>
            {firstOf(groups, drawn).map(([group, members]) => (
              <tbody key={group}>
                <tr>
                  <th colSpan={6} scope="rowgroup" className={css.group}>
                    {group}
                  </th>
                </tr>
                {members.map(source => (
                  <SourceRow
                    key={source.id}
                    source={source}
                    chosen={source.id === current?.id}
                    onChoose={() => setChosen(source.id)}
                  />
                ))}
              </tbody>
            ))}
          </table>
          <OutsideFilter hidden={sources.data.length - shown.length} />
        </div>
      )}
    </div>
  );
  if (!current) return list;
  return (
    <Panes
      id="sources"
      panes={[
        { id: 'list', label: 'List of sources', surface: 'paper', children: list },
        {
          id: 'inspector',
          label: 'Chosen source',
          width: 360,
          least: 280,
          children: <SourceInspector key={current.id} source={current} />,
        },
      ]}
    />
  );
}

const total = (sources: readonly Source[]) => sources.reduce((sum, source) => sum + source.words, 0);

function SourceRow({
  source,
  chosen,
  onChoose,
}: {
  readonly source: Source;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}) {
  return (
    <tr className={chosen ? css.chosen : ''} onClick={onChoose} onDoubleClick={() => go('code', source.id)}>
      <th scope="row">
        <button type="button" onClick={onChoose} onFocus={onChoose} aria-pressed={chosen}>
          {source.attribution}
        </button>
      </th>
      <td className={css.title}>{source.title}</td>
      <td>{source.phase ?? '–'}</td>
      <td className={css.number}>{source.words.toLocaleString('en-GB')}</td>
      <td className={css.number}>{source.turns}</td>
      <td className={css.number}>{source.codings === 0 ? '–' : source.codings}</td>
    </tr>
  );
}
