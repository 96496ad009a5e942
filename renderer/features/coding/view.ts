import { useSyncExternalStore } from 'react';
import { kept } from '../../ui/kept.ts';

/** How the transcript is shown, kept on this machine. `mode` 'read' is for familiarisation: no coding tools. */
export type View = {
  readonly mode: 'code' | 'read';
  readonly margin: 'names' | 'dense';
  readonly lines: boolean;
  readonly times: boolean;
};

const key = 'ninefold.transcript';
const listeners = new Set<() => void>();
let view = read();

function read(): View {
  const words = new Set((kept.getItem(key) ?? 'times').split(' '));
  return {
    mode: words.has('read') ? 'read' : 'code',
    margin: words.has('dense') ? 'dense' : 'names',
    lines: words.has('lines'),
    times: words.has('times'),
  };
}

export function changeView(patch: Partial<View>): void {
  view = { ...view, ...patch };
  const words = [view.mode, view.margin, view.lines ? 'lines' : '', view.times ? 'times' : ''];
  kept.setItem(key, words.filter(Boolean).join(' '));
  for (const listener of listeners) listener();
}

export function useView(): View {
  return useSyncExternalStore(
    changed => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => view,
  );
}
