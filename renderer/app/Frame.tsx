import { lazy, Suspense } from 'react';
import { useStudy } from '../client/context.tsx';
import { KeyAsked } from '../features/key/KeyAsked.tsx';
import { StudyActs } from '../features/study/StudyActs.tsx';
import { Icon } from '../ui/icons.tsx';
import { useCommands } from './commands.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import css from './Frame.module.css';
import { fetchScreen, placeKey, rail, useScreen } from './places.ts';
import { go, hrefOf, type Place, useRoute } from './route.ts';
import { showSettings } from './Settings.tsx';
import { StatusLine } from './StatusLine.tsx';
import { useUndo } from './undo.ts';

const ImportPlace = lazy(async () => ({ default: (await import('../features/import/ImportPlace.tsx')).ImportPlace }));

/** An open study: the rail of places, the place, and the status line. */
export function Frame({ onClose }: { readonly onClose: () => void }) {
  const study = useStudy();
  const { place, id } = useRoute();
  const { undo, redo } = useUndo();
  const current = rail.find(one => one.place === place) ?? rail[0];
  useCommands([
    ...rail.map((one, index) => ({
      id: `place.${one.place}`,
      name: `Go to ${one.name}`,
      group: 'Places',
      keys: [placeKey(index)],
      inFields: true,
      run: () => go(one.place),
    })),
    { id: 'edit.undo', name: 'Undo', group: 'Everywhere', keys: ['Ctrl+Z'], run: undo },
    { id: 'edit.redo', name: 'Redo', group: 'Everywhere', keys: ['Ctrl+Shift+Z', 'Ctrl+Y'], run: redo },
    {
      id: 'explore.find',
      name: 'Search the whole study',
      group: 'Everywhere',
      keys: ['Ctrl+Shift+F'],
      inFields: true,
      run: () => go('explore', 'search'),
    },
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
  if (!current) return null;
  return (
    <div className={css.app}>
      <nav className={css.rail} aria-label="Places">
        {rail.map((one, index) => (
          <a
            key={one.place}
            href={hrefOf(one.place)}
            className={current.place === one.place ? css.on : ''}
            title={`${one.name} (${placeKey(index).replace('+', ' ')})`}
            aria-keyshortcuts={placeKey(index).replace('Ctrl', 'Control')}
            {...(current.place === one.place && { 'aria-current': 'page' as const })}
          >
            <Icon name={one.icon} size={20} />
            {one.name}
          </a>
        ))}
        <span className={css.space} />
        <button type="button" onClick={showSettings} title="Settings (Ctrl ,)">
          <Icon name="settings" size={20} />
          Settings
        </button>
      </nav>
      <main className={css.work}>
        <ErrorBoundary key={current.place} onAgain={() => fetchScreen(current.place)}>
          <Suspense fallback={<p className={css.loading}>Opening {current.name} …</p>}>
            {current.place === 'sources' && id === 'import' ? (
              <ImportPlace />
            ) : (
              <Screen place={current.place} name={current.name} />
            )}
          </Suspense>
        </ErrorBoundary>
      </main>
      <StatusLine onUndo={undo} />
      <StudyActs title={study.title} />
      <KeyAsked />
    </div>
  );
}

/** What a place shows, or that it is being opened. */
function Screen({ place, name }: { readonly place: Place; readonly name: string }) {
  const Shown = useScreen(place);
  return Shown ? <Shown /> : <p className={css.loading}>Opening {name} …</p>;
}
