import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { ToggleButton } from 'react-aria-components';
import type { Part } from '../../../shared/analysis/map/picture.ts';
import { draftTitle, titleOf } from '../../../shared/analysis/map/titles.ts';
import type { ThemeId } from '../../../shared/model/ids.ts';
import { type MapView, mapViews } from '../../../shared/model/themeMap.ts';
import { useCommands } from '../../app/commands.ts';
import { clearFilter, useFilter } from '../../app/filters.ts';
import { go, showExtracts, useRoute } from '../../app/route.ts';
import { useStatus } from '../../app/status.ts';
import { useOfferUndo } from '../../app/undo.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { keys } from '../../client/keys.ts';
import { useFramework, useSources } from '../../client/queries.ts';
import { MapCanvas } from '../../map/MapCanvas.tsx';
import type { Zoom } from '../../map/PictureView.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import controls from '../../ui/controls.module.css';
import { kept } from '../../ui/kept.ts';
import { Menu } from '../../ui/Menu.tsx';
import { Segmented } from '../../ui/Select.tsx';
import { EmptyState, Kbd, PaneHead } from '../../ui/signs.tsx';
import { toastError } from '../../ui/toast.tsx';
import css from './Map.module.css';
import { MapCard } from './MapCard.tsx';
import { MapFilters } from './MapFilters.tsx';
import { narrows, useMapState, viewChoices } from './mapState.ts';
import { TitleDialog } from './TitleDialog.tsx';
import { useAlone } from './useAlone.ts';
import { exportChoices, useMapExport } from './useMapExport.ts';

const viewKey = 'ninefold.map.view';
/** How much larger type is in a presentation. */
const presentation = 1.3;

/** The theme map of the study in three views over one selection: to look at, to arrange, to show, and to save. */
export function MapPlace() {
  const client = useClient();
  const { handle: study } = useStudy();
  const page = useRef<HTMLDivElement>(null);
  const zoom = useRef<Zoom>(null);
  const [state, change] = useMapState(study);
  const [chosen, setChosen] = useState<string | null>(null);
  const [titling, setTitling] = useState(false);
  const [alone, setAlone] = useAlone();
  const offerUndo = useOfferUndo();
  const view = useView();
  const sources = useSources().data ?? [];
  const framework = useFramework().data;
  const within = useFilter();
  const asked = useMemo(() => ({ ...state.filter, within }), [state.filter, within]);
  const map = useQuery({
    queryKey: [...keys.map(study), asked],
    queryFn: () => client.call('map.get', { study, filter: asked as object }),
    placeholderData: keepPreviousData,
  }).data;
  const codes = state.codes === 'all' ? new Set<string>(map?.themes.map(theme => theme.id)) : state.codes;
  const save = useMapExport(map, view, asked, view === 'map' ? codes : new Set());
  const show = (next: MapView) => {
    kept.setItem(viewKey, next);
    go('map', next);
  };
  const run = (said: string, work: Promise<unknown>) => void work.then(() => offerUndo(said), toastError);
  const place = (theme: string, to: { readonly x: number; readonly y: number } | null) =>
    client.call('map.place', { study, theme: theme as ThemeId, place: to });
  const arrange = () => run('Arranged the map anew', client.call('map.arrange', { study }));
  const byHand = map?.themes.some(theme => theme.place !== null) ?? false;
  const toggleCodes = (theme: string) => {
    const next = new Set(codes);
    if (!next.delete(theme)) next.add(theme);
    change({ codes: next });
  };
  const allCodes = () => change({ codes: codes.size > 0 ? new Set() : 'all' });
  useCommands([
    ...exportChoices.map(one => ({
      id: `map.${one.id}`,
      name: `Save the theme map as ${one.id.toUpperCase()}`,
      group: 'Map',
      run: () => save(one.id),
    })),
    ...viewChoices.map((one, index) => ({
      id: `map.view.${one.id}`,
      name: `Show the map as ${one.name.toLowerCase()}`,
      group: 'Map',
      keys: [String(index + 1)],
      run: () => show(one.id),
    })),
    { id: 'map.larger', name: 'Larger', group: 'Map', keys: ['+', '='], run: () => zoom.current?.(1.25) },
    { id: 'map.smaller', name: 'Smaller', group: 'Map', keys: ['-'], run: () => zoom.current?.(0.8) },
    { id: 'map.fit', name: 'Fit the picture', group: 'Map', keys: ['0'], run: () => zoom.current?.(null) },
    { id: 'map.title', name: 'Edit the picture’s title', group: 'Map', keys: ['E'], run: () => setTitling(true) },
    {
      id: 'map.present',
      name: 'Present the map',
      group: 'Map',
      keys: ['P'],
      run: () => setAlone(alone === null ? 'present' : null),
    },
    { id: 'map.full', name: 'Show the map in full screen', group: 'Map', run: () => setAlone('full') },
    ...(view === 'map'
      ? [
          {
            id: 'map.codes',
            name: codes.size > 0 ? 'Hide codes on the map' : 'Show codes on the map',
            group: 'Map',
            keys: ['C'],
            run: allCodes,
          },
        ]
      : []),
    ...(view === 'map' && byHand
      ? [{ id: 'map.arrange', name: 'Arrange the map anew', group: 'Map', run: arrange }]
      : []),
  ]);
  useStatus({
    filters: map?.filter && narrows(state.filter) ? `Map: ${map.filter}` : null,
    where: map ? `${map.themes.length} themes, ${map.codes.length} codes` : null,
  });
  if (!map || !framework) return null;
  const filtered = map.filter !== null;
  const empty = map.themes.length === 0;
  const theme = map.themes.find(one => one.id === chosen);
  const open = (part: Part) => go(part.role === 'theme' ? 'themes' : 'quotes', part.id);
  const choose = (part: Part) => {
    if (part.role === 'theme') setChosen(part.id);
    else if (part.role === 'outcome') open(part);
    else if (part.id.startsWith('codes ') || part.id.startsWith('fold '))
      setChosen(part.id.slice(part.id.indexOf(' ') + 1));
    else showExtracts('', part.id);
  };
  return (
    <div ref={page} className={`${css.page} ${alone === null ? '' : css.alone}`}>
      {alone === null && (
        <PaneHead level={1} title="Map">
          {(!empty || filtered) && (
            <>
              <Segmented label="View" value={view} choices={viewChoices} onChange={show} />
              {view === 'map' && !empty && (
                <ToggleButton
                  className={`${controls.button} ${css.toggle}`}
                  isSelected={codes.size > 0}
                  onChange={allCodes}
                >
                  Codes <Kbd>C</Kbd>
                </ToggleButton>
              )}
              <MapFilters
                filter={state.filter}
                onChange={filter => change({ filter })}
                sources={sources}
                framework={framework}
              />
            </>
          )}
          {!empty && (
            <>
              <div className={css.zoom} role="toolbar" aria-label="Zoom">
                <IconButton icon="minus" label="Smaller" shortcut="-" onPress={() => zoom.current?.(0.8)} />
                <IconButton icon="plus" label="Larger" shortcut="+" onPress={() => zoom.current?.(1.25)} />
                <Button look="quiet" onPress={() => zoom.current?.(null)}>
                  Fit
                </Button>
              </div>
              <Menu
                label="More of the map"
                entries={[
                  { id: 'title', name: 'Edit the title', key: 'E', onAction: () => setTitling(true) },
                  ...(view === 'map'
                    ? [{ id: 'arrange', name: 'Arrange anew', disabled: !byHand, onAction: arrange }]
                    : []),
                  'separator',
                  { id: 'full', name: 'Full screen', onAction: () => setAlone('full') },
                  { id: 'present', name: 'Present', key: 'P', onAction: () => setAlone('present') },
                ]}
              >
                <IconButton icon="more" label="More of the map" />
              </Menu>
              <Menu
                label="Save the picture"
                entries={exportChoices.map(one => ({ ...one, onAction: () => save(one.id) }))}
              >
                <Button>Save picture</Button>
              </Menu>
            </>
          )}
        </PaneHead>
      )}
      {empty ? (
        <NothingToDraw
          filter={map.filter}
          onClear={() => {
            change({ filter: {} });
            clearFilter(study);
          }}
        />
      ) : (
        <MapCanvas
          key={view}
          zoomRef={zoom}
          map={map}
          view={view}
          codes={codes}
          type={alone === 'present' ? presentation : 1}
          onChoose={choose}
          onOpen={open}
          onPlace={(id, to) => void place(id, to).catch(toastError)}
        />
      )}
      {theme && (
        <MapCard
          map={map}
          theme={theme}
          codesShown={view === 'map' ? codes.has(theme.id) : null}
          onCodes={() => toggleCodes(theme.id)}
          onUnplace={() => run(`Gave “${theme.name}” back to the layout`, place(theme.id, null))}
          onClose={() => {
            setChosen(null);
            page.current?.querySelector<SVGElement>(`[data-role="theme"][data-id="${theme.id}"]`)?.focus();
          }}
        />
      )}
      {alone !== null && (
        <div className={css.end}>
          <Button onPress={() => setAlone(null)}>{alone === 'present' ? 'End' : 'Leave full screen'}</Button>
        </div>
      )}
      {titling && (
        <TitleDialog
          title={titleOf(map, view)}
          draft={draftTitle(map, view)}
          onSave={title =>
            run(
              title === null ? 'Went back to the draft' : 'Titled the picture',
              client.call('map.title', { study, view, title }),
            )
          }
          onClose={() => setTitling(false)}
        />
      )}
    </div>
  );
}

/** The view in the address, else the one looked at last. */
function useView(): MapView {
  const { id } = useRoute();
  const last = kept.getItem(viewKey);
  return mapViews.find(one => one === id) ?? mapViews.find(one => one === last) ?? 'flow';
}

function NothingToDraw({ filter, onClear }: { readonly filter: string | null; readonly onClear: () => void }) {
  if (filter !== null)
    return (
      <EmptyState
        title="No theme passes the filter"
        action={
          <Button large look="primary" onPress={onClear}>
            Clear the filter
          </Button>
        }
      >
        The map shows only {filter}.
      </EmptyState>
    );
  return (
    <EmptyState
      title="Nothing to draw yet"
      action={
        <Button large look="primary" onPress={() => go('themes')}>
          Go to Themes
        </Button>
      }
    >
      The map draws codes, themes and outcomes once there is a theme.
    </EmptyState>
  );
}
