import { useEffect, useRef } from 'react';
import { toast } from '../ui/toast.tsx';
import { runCommand, runWhenOffered } from './commands.ts';

/** What the desktop's menu sends: a command by its id, or a study to open. */
type MenuEvent = { readonly type: 'menu'; readonly command: string } | { readonly type: 'open'; readonly path: string };

function isMenuEvent(event: unknown): event is MenuEvent {
  return (
    typeof event === 'object' && event !== null && 'type' in event && (event.type === 'menu' || event.type === 'open')
  );
}

/** Follows the desktop's native menu, and opens what it is told to; does nothing in a browser. */
export function useMenuEvents(onOpen: (path: string) => void): void {
  const open = useRef(onOpen);
  open.current = onOpen;
  useEffect(
    () =>
      window.ninefold?.subscribe(event => {
        if (!isMenuEvent(event)) return;
        if (event.type === 'menu') obey(event.command);
        else open.current(event.path);
      }),
    [],
  );
}

/** Does what the menu says; goes to the place where it is done, if need be. */
function obey(command: string): void {
  if (runCommand(command)) return;
  const [place] = command.split('.');
  if (runCommand(`place.${place}`)) runWhenOffered(command);
  else toast('Open a study first; this is done in one.');
}
