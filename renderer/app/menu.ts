import { useEffect } from 'react';
import type { StudyInfo } from '../../shared/model/entities.ts';
import { useClient } from '../client/context.tsx';
import { toastError } from '../ui/toast.tsx';
import { runCommand } from './commands.ts';

/** What the desktop's menu sends: a command by its id, or a study to open. */
type MenuEvent = { readonly type: 'menu'; readonly command: string } | { readonly type: 'open'; readonly path: string };

function isMenuEvent(event: unknown): event is MenuEvent {
  return (
    typeof event === 'object' && event !== null && 'type' in event && (event.type === 'menu' || event.type === 'open')
  );
}

/** Follows the desktop's native menu; does nothing in a browser. */
export function useMenuEvents(onOpen: (study: StudyInfo) => void): void {
  const client = useClient();
  useEffect(
    () =>
      window.ninefold?.subscribe(event => {
        if (!isMenuEvent(event)) return;
        if (event.type === 'menu') runCommand(event.command);
        else client.call('study.open', { path: event.path }).then(onOpen, toastError);
      }),
    [client, onOpen],
  );
}
