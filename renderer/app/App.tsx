import { useEffect, useRef, useState } from 'react';
import type { StudyInfo } from '../../shared/model/entities.ts';
import { CallError, type Client } from '../client/client.ts';
import { StudyProvider, useClient } from '../client/context.tsx';
import { useAppInfo } from '../client/queries.ts';
import { useStudyDoor } from '../features/study/useStudyDoor.tsx';
import { Welcome } from '../features/welcome/Welcome.tsx';
import { Toasts, toastError } from '../ui/toast.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import { listenForKeys } from './commands.ts';
import { useStrayFiles } from './drop.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Frame } from './Frame.tsx';
import { LongActDialog } from './LongActDialog.tsx';
import { useMenuEvents } from './menu.ts';
import { Settings } from './Settings.tsx';
import { Shortcuts } from './Shortcuts.tsx';

/** The window: the welcome screen until a study is open, then the study in its frame. */
export function App() {
  const client = useClient();
  const app = useAppInfo();
  const [study, setStudy] = useState<StudyInfo | null>(null);
  const [started, setStarted] = useState(false);
  useEffect(listenForKeys, []);

  /** Shows a study; the one that was shown before is closed, so that others can open it. */
  const enter = (next: StudyInfo) => {
    if (study?.handle === next.handle) return;
    setStudy(next);
    location.hash = '#/sources';
    if (study) client.call('study.close', { study: study.handle }).catch(toastError);
  };
  const leave = () => {
    sessionStorage.removeItem(shown);
    setStudy(null);
    location.hash = '';
  };
  const close = () => {
    if (study) client.call('study.close', { study: study.handle }).then(leave, toastError);
  };
  const door = useStudyDoor(enter);
  useMenuEvents(door.open);
  useStrayFiles(study !== null);

  const { data: info, error } = app;
  useEffect(() => {
    if (started || (!info && !error)) return;
    if (error) toastError(error);
    const wanted = [sessionStorage.getItem(shown), info?.openStudy ?? null];
    firstOpen(client, wanted).then(found => {
      setStudy(now => now ?? found);
      setStarted(true);
    });
  }, [client, started, info, error]);
  useEffect(() => {
    if (study) sessionStorage.setItem(shown, study.handle);
    document.title = study ? `${study.title} – Ninefold` : 'Ninefold';
  }, [study]);
  const now = useRef({ study, leave });
  now.current = { study, leave };
  useEffect(
    () =>
      client.subscribe(event => {
        const here = now.current.study?.handle;
        if (event.type === 'closed' && event.study === here) now.current.leave();
        if (event.type === 'changed' && event.study === here && event.tables.includes('study')) {
          client.call('study.info', { study: event.study }).then(setStudy, toastError);
        }
      }),
    [client],
  );

  if (!started && !study) return <Toasts />;
  return (
    <ErrorBoundary>
      {study ? (
        <StudyProvider value={study}>
          <Frame onClose={close} />
        </StudyProvider>
      ) : (
        <Welcome door={door} />
      )}
      {door.dialogs}
      <CommandPalette />
      <Shortcuts />
      <Settings />
      <LongActDialog />
      <Toasts />
    </ErrorBoundary>
  );
}

/** Where this window keeps which study it shows, so that a reload stays in it. */
const shown = 'ninefold.study';

/** The first of these studies that is open in the core; null if none is. */
async function firstOpen(client: Client, handles: readonly (string | null)[]): Promise<StudyInfo | null> {
  for (const handle of handles) {
    if (handle === null) continue;
    try {
      return await client.call('study.info', { study: handle });
    } catch (thrown) {
      if (!(thrown instanceof CallError) || thrown.code !== 'study-closed') toastError(thrown);
    }
  }
  return null;
}
