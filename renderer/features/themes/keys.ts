import type { KeyboardEvent } from 'react';

/** What a key means on a card, a code or an outcome; null where it means nothing here. */
export type RowKey = 'open' | 'theme' | 'outcome' | 'status' | 'new' | 'up' | 'down' | 'left' | 'right' | 'remove';

const letters: Readonly<Record<string, RowKey>> = { t: 'theme', o: 'outcome', m: 'status', n: 'new', delete: 'remove' };
const arrows: Readonly<Record<string, RowKey>> = {
  arrowup: 'up',
  arrowdown: 'down',
  arrowleft: 'left',
  arrowright: 'right',
};

/** The row a key was pressed in, and what it asks for. Keys typed into a field are left alone. */
export function rowKeyOf(event: KeyboardEvent): { readonly row: string; readonly key: RowKey } | null {
  if (!(event.target instanceof Element) || event.target.closest('input, textarea, [contenteditable]')) return null;
  const row = event.target.closest<HTMLElement>('[data-key]')?.dataset.key;
  const pressed = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey || event.shiftKey) return null;
  const key = event.altKey ? arrows[pressed] : letters[pressed];
  return row === undefined || key === undefined ? null : { row, key };
}
