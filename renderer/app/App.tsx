import { useEffect, useState } from 'react';
import type { StudyInfo } from '../../shared/model/entities.ts';
import { StudyProvider, useClient } from '../client/context.tsx';
import { useAppInfo } from '../client/queries.ts';
import { Welcome } from '../features/welcome/Welcome.tsx';
import { Toasts, toastError } from '../ui/toast.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import { listenForKeys } from './commands.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Frame } from './Frame.tsx';
import { useMenuEvents } from './menu.ts';
import { Settings } from './Settings.tsx';
import { Shortcuts } from './Shortcuts.tsx';

/** The window: the welcome screen until a study is open, then the study in its frame. */
export function App() {
  const client = useClient();
  const app = useAppInfo();
  const [study, setStudy] = useState<StudyInfo | null>(null);
  useEffect(listenForKeys, []);
  useMenuEvents(setStudy);

  const wanted = app.data?.openStudy ?? sessionStorage.getItem('ninefold.study');
  useEffect(() => {
    if (study || !wanted) return;
    client.call('study.info', { study: wanted }).then(setStudy, () => sessionStorage.removeItem('ninefold.study'));
  }, [client, study, wanted]);
  useEffect(() => {
    if (study) sessionStorage.setItem('ninefold.study', study.handle);
    document.title = study ? `${study.title} – Ninefold` : 'Ninefold';
  }, [study]);
  useEffect(
    () =>
      client.subscribe(event => {
        if (event.type === 'closed' && event.study === study?.handle) leave();
        if (event.type === 'changed' && event.study === study?.handle && event.tables.includes('study')) {
          client.call('study.info', { study: event.study }).then(setStudy, toastError);
        }
      }),
    [client, study],
  );

  const leave = () => {
    sessionStorage.removeItem('ninefold.study');
    setStudy(null);
    location.hash = '';
  };
  const close = () => {
    if (!study) return;
    client.call('study.close', { study: study.handle }).then(leave, toastError);
  };

  return (
    <ErrorBoundary>
      {study ? (
        <StudyProvider value={study}>
          <Frame onClose={close} />
        </StudyProvider>
      ) : (
        <Welcome onOpen={setStudy} />
      )}
      <CommandPalette />
      <Shortcuts />
      <Settings />
      <Toasts />
    </ErrorBoundary>
  );
}
