import { useEffect, useRef, useSyncExternalStore } from 'react';
import { isField, isMac, keyTaken, nameOf } from './pressed.ts';

/** An act that can be reached by name (command palette), by key, and by the desktop's menu. */
export type Command = {
  readonly id: string;
  readonly name: string;
  /** Where it belongs on the shortcuts sheet. */
  readonly group: string;
  /** As shown and as matched: "Ctrl+Z", "Ctrl+Shift+Z", "?", "N". Ctrl is Cmd on a Mac. */
  readonly keys?: readonly string[];
  /** Whether its key works while a text field or a dialog has the focus; only those with Ctrl or Alt may. */
  readonly inFields?: boolean;
  readonly run: () => void;
};

let registered: readonly Command[] = [];
const listeners = new Set<() => void>();

function publish(next: readonly Command[]): void {
  registered = next;
  for (const listener of listeners) listener();
}

/** Offers commands while the component is there. Later ones with the same id stand in front. */
export function useCommands(commands: readonly Command[]): void {
  const latest = useRef(commands);
  latest.current = commands;
  const signature = commands.map(command => `${command.id}|${command.name}`).join('\n');
  useEffect(() => {
    const mine =
      signature === ''
        ? []
        : latest.current.map((command, index) => ({ ...command, run: () => latest.current[index]?.run() }));
    publish([...mine, ...registered]);
    return () => publish(registered.filter(command => !mine.includes(command)));
  }, [signature]);
}

/** Everything that can be done now, each once. */
export function useAllCommands(): readonly Command[] {
  const all = useSyncExternalStore(
    changed => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => registered,
  );
  return all.filter((command, index) => all.findIndex(other => other.id === command.id) === index);
}

/** Runs a command; false where it is not offered now. */
export function runCommand(id: string): boolean {
  const command = registered.find(one => one.id === id);
  command?.run();
  return command !== undefined;
}

let waiting: (() => void) | null = null;

/** Runs a command as soon as it is offered: after the place that offers it has been gone to. A later call takes the earlier one's turn. */
export function runWhenOffered(id: string): void {
  if (waiting) listeners.delete(waiting);
  waiting = null;
  if (runCommand(id)) return;
  const look = () => {
    if (waiting !== look || !registered.some(command => command.id === id)) return;
    listeners.delete(look);
    waiting = null;
    queueMicrotask(() => runCommand(id));
  };
  waiting = look;
  listeners.add(look);
}

/** What takes the keyboard to itself while it is there. A message in the corner has a dialog's role, too, but is not modal. */
const modal = '[role="dialog"]:not([aria-modal="false"]), [role="alertdialog"]:not([aria-modal="false"])';

/** Runs the command whose key was pressed. Returns its own clean-up. */
export function listenForKeys(): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || keyTaken(event)) return;
    const pressed = nameOf(event);
    const inside = isField(event.target) || document.querySelector(modal) !== null;
    const command = registered.find(one => one.keys?.includes(pressed) && (!inside || one.inFields));
    if (!command) return;
    event.preventDefault();
    command.run();
  };
  addEventListener('keydown', onKey);
  return () => removeEventListener('keydown', onKey);
}

/** A key as people of this machine know it. */
export const shownKey = (key: string): string => {
  const named = key
    .replace('ArrowDown', '↓')
    .replace('ArrowUp', '↑')
    .replace('ArrowLeft', '←')
    .replace('ArrowRight', '→');
  return isMac ? named.replace('Ctrl+', '⌘').replace('Shift+', '⇧').replace('Alt+', '⌥') : named.replaceAll('+', ' ');
};
