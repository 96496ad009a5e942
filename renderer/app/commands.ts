import { useEffect, useRef, useSyncExternalStore } from 'react';

/** An act that can be reached by name (command palette), by key, and by the desktop's menu. */
export type Command = {
  readonly id: string;
  readonly name: string;
  /** Where it belongs on the shortcuts sheet. */
  readonly group: string;
  /** As shown and as matched: "Ctrl+Z", "Ctrl+Shift+Z", "?", "N". Ctrl is Cmd on a Mac. */
  readonly keys?: readonly string[];
  /** Whether its key works while a text field has the focus; only those with Ctrl may. */
  readonly inFields?: boolean;
  readonly run: () => void;
};

let registered: readonly Command[] = [];
const listeners = new Set<() => void>();
const isMac = /Mac/.test(navigator.platform);

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

/** Everything that can be done now. */
export function useAllCommands(): readonly Command[] {
  return useSyncExternalStore(
    changed => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => registered,
  );
}

export function runCommand(id: string): void {
  registered.find(command => command.id === id)?.run();
}

/** Runs the command whose key was pressed. Returns its own clean-up. */
export function listenForKeys(): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const field = isField(event.target);
    const pressed = nameOf(event);
    const command = registered.find(one => one.keys?.some(key => key === pressed) && (!field || one.inFields));
    if (!command || (document.querySelector('[role="dialog"], [role="alertdialog"]') && !command.inFields)) return;
    event.preventDefault();
    command.run();
  };
  addEventListener('keydown', onKey);
  return () => removeEventListener('keydown', onKey);
}

/** A key press in the spelling of `Command.keys`. */
export function nameOf(event: KeyboardEvent): string {
  const control = isMac ? event.metaKey : event.ctrlKey;
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const shift = event.shiftKey && (control || event.key.length > 1 || /^[A-Z]$/.test(key));
  return [control && 'Ctrl', event.altKey && 'Alt', shift && 'Shift', key].filter(Boolean).join('+');
}

/** A key as people of this machine know it. */
export const shownKey = (key: string): string =>
  isMac ? key.replace('Ctrl', '⌘').replace('Shift', '⇧').replace('Alt', '⌥') : key;

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    ((target.isContentEditable && !target.closest('[data-transcript]')) ||
      /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
