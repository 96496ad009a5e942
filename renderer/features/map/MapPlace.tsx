import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useCommands } from '../../app/commands.ts';
import { go } from '../../app/route.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { saveExport } from '../../client/desktop.ts';
import { keys } from '../../client/keys.ts';
import { FlowMap, type Zoom } from '../../map/FlowMap.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { EmptyState, PaneHead } from '../../ui/signs.tsx';
import { toast, toastError } from '../../ui/toast.tsx';
import css from './Map.module.css';

/** The theme map of the study, to look at and to save as a picture. */
export function MapPlace() {
  const client = useClient();
  const { handle: study } = useStudy();
  const zoom = useRef<Zoom>(null);
  const map = useQuery({ queryKey: keys.map(study), queryFn: () => client.call('map.get', { study }) });
  const save = (format: 'svg' | 'png') =>
    saveExport(`${map.data?.title ?? 'Study'} - theme map.${format}`, out =>
      client.call('map.export', { study, format, ...(out !== undefined && { out }) }),
    ).then(said => said !== null && toast(said), toastError);
  useCommands([
    { id: 'map.svg', name: 'Save the theme map as SVG', group: 'Map', run: () => void save('svg') },
    { id: 'map.png', name: 'Save the theme map as PNG', group: 'Map', run: () => void save('png') },
  ]);
  if (!map.data) return null;
  const empty = map.data.themes.length === 0;
  return (
    <div className={css.page}>
      <PaneHead level={1} title="Map" note="Codes, themes and outcomes, with the weight of evidence">
        {!empty && (
          <>
            <div className={css.zoom} role="toolbar" aria-label="Zoom">
              <IconButton icon="minus" label="Smaller" onPress={() => zoom.current?.(0.8)} />
              <IconButton icon="plus" label="Larger" onPress={() => zoom.current?.(1.25)} />
              <Button look="quiet" onPress={() => zoom.current?.(null)}>
                Fit
              </Button>
            </div>
            <Menu
              label="Save the picture"
              entries={[
                { id: 'svg', name: 'SVG, for a report or further drawing', onAction: () => void save('svg') },
                { id: 'png', name: 'PNG, at twice the size', onAction: () => void save('png') },
              ]}
            >
              <Button>Save picture</Button>
            </Menu>
          </>
        )}
      </PaneHead>
      {empty ? (
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
      ) : (
        <FlowMap
          zoomRef={zoom}
          map={map.data}
          onOpenTheme={id => go('themes', id)}
          onOpenOutcome={() => go('quotes')}
        />
      )}
    </div>
  );
}
