import { lazy, Suspense } from 'react';
import { useClient, useStudy } from '../client/context.tsx';
import { useHistoryState } from '../client/queries.ts';
import { ImportPlace } from '../features/import/ImportPlace.tsx';
import { announce } from '../ui/announce.ts';
import { Icon, type IconName } from '../ui/icons.tsx';
import { toast, toastError } from '../ui/toast.tsx';
import { useCommands } from './commands.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import css from './Frame.module.css';
import { go, hrefOf, type Place, useRoute } from './route.ts';
import { showSettings } from './Settings.tsx';
import { StatusLine } from './StatusLine.tsx';

const SourcesPlace = lazy(() =>
  import('../features/sources/SourcesPlace.tsx').then(m => ({ default: m.SourcesPlace })),
);
const CodingPlace = lazy(() => import('../features/coding/CodingPlace.tsx').then(m => ({ default: m.CodingPlace })));
const ThemesPlace = lazy(() => import('../features/themes/ThemesPlace.tsx').then(m => ({ default: m.ThemesPlace })));
const MapPlace = lazy(() => import('../features/map/MapPlace.tsx').then(m => ({ default: m.MapPlace })));
const QuotesPlace = lazy(() => import('../features/quotes/QuotesPlace.tsx').then(m => ({ default: m.QuotesPlace })));
const HistoryPlace = lazy(() =>
  import('../features/history/HistoryPlace.tsx').then(m => ({ default: m.HistoryPlace })),
);

const rail: readonly { readonly place: Place; readonly name: string; readonly icon: IconName }[] = [
  { place: 'sources', name: 'Sources', icon: 'sources' },
  { place: 'code', name: 'Code', icon: 'code' },
  { place: 'themes', name: 'Themes', icon: 'themes' },
  { place: 'map', name: 'Map', icon: 'map' },
  { place: 'quotes', name: 'Quotes', icon: 'quotes' },
  { place: 'history', name: 'History', icon: 'history' },
];

/** An open study: the rail of places, the place, and the status line. */
export function Frame({ onClose }: { readonly onClose: () => void }) {
  const { place, id } = useRoute();
  const { undo, redo } = useUndo();
  useCommands([
    ...rail.map((one, index) => ({
      id: `place.${one.place}`,
      name: `Go to ${one.name}`,
      group: 'Places',
      keys: [`Ctrl+${index + 1}`],
      inFields: true,
      run: () => go(one.place),
    })),
    { id: 'edit.undo', name: 'Undo', group: 'Everywhere', keys: ['Ctrl+Z'], run: undo },
    { id: 'edit.redo', name: 'Redo', group: 'Everywhere', keys: ['Ctrl+Shift+Z', 'Ctrl+Y'], run: redo },
    {
      id: 'sources.import',
      name: 'Import transcripts',
      group: 'Sources',
      keys: ['Ctrl+I'],
      inFields: true,
      run: () => go('sources', 'import'),
    },
    { id: 'study.close', name: 'Close the study', group: 'Study', run: onClose },
  ]);
  return (
    <div className={css.app}>
      <nav className={css.rail} aria-label="Places">
        {rail.map((one, index) => (
          <a
            key={one.place}
            href={hrefOf(one.place)}
            className={place === one.place ? css.on : ''}
            title={`Ctrl+${index + 1}`}
            {...(place === one.place && { 'aria-current': 'page' as const })}
          >
            <Icon name={one.icon} size={20} />
            {one.name}
          </a>
        ))}
        <span className={css.space} />
        <button type="button" onClick={showSettings}>
          <Icon name="settings" size={20} />
          Settings
        </button>
      </nav>
      <main className={css.work}>
        <ErrorBoundary key={place}>
          <Suspense fallback={<p className={css.loading}>Opening …</p>}>
            {place === 'sources' && id === 'import' ? <ImportPlace /> : <PlaceOf place={place} />}
          </Suspense>
        </ErrorBoundary>
      </main>
      <StatusLine onClose={onClose} onUndo={undo} />
    </div>
  );
}

function PlaceOf({ place }: { readonly place: Place }) {
  switch (place) {
    case 'sources':
      return <SourcesPlace />;
    case 'code':
      return <CodingPlace />;
    case 'themes':
      return <ThemesPlace />;
    case 'map':
      return <MapPlace />;
    case 'quotes':
      return <QuotesPlace />;
    case 'history':
      return <HistoryPlace />;
  }
}

/** Undo and redo with words for what was taken back. */
function useUndo() {
  const client = useClient();
  const { handle: study } = useStudy();
  const state = useHistoryState();
  const step = async (method: 'history.undo' | 'history.redo') => {
    const summary = method === 'history.undo' ? state.data?.undo : state.data?.redo;
    try {
      await client.call(method, { study });
      const words = `${method === 'history.undo' ? 'Undid' : 'Redid'}: ${summary ?? 'the last act'}`;
      toast(
        words,
        method === 'history.undo'
          ? { name: 'Redo', run: () => void step('history.redo') }
          : { name: 'Undo', run: () => void step('history.undo') },
      );
      announce(words);
    } catch (thrown) {
      toastError(thrown);
    }
  };
  return { undo: () => void step('history.undo'), redo: () => void step('history.redo') };
}
