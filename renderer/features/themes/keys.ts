import type { KeyboardEvent } from 'react';

/** What a key means on a card, a code or an outcome; null where it means nothing here. */
export type RowKey =
  | 'theme'
  | 'outcome'
  | 'status'
  | 'new'
  | 'parent'
  | 'park'
  | 'review'
  | 'merge'
  | 'split'
  | 'peek'
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'remove';

const letters: Readonly<Record<string, RowKey>> = {
  t: 'theme',
  o: 'outcome',
  m: 'status',
  n: 'new',
  u: 'parent',
  p: 'park',
  r: 'review',
  j: 'merge',
  x: 'split',
  e: 'peek',
  delete: 'remove',
};
const arrows: Readonly<Record<string, RowKey>> = {
  arrowup: 'up',
  arrowdown: 'down',
  arrowleft: 'left',
  arrowright: 'right',
};

type Press = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** What a key press asks for, wherever it falls. */
export function meaningOf(event: Press): RowKey | null {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return null;
  const pressed = event.key.toLowerCase();
  return (event.altKey ? arrows[pressed] : letters[pressed]) ?? null;
}

/**
 * The row a key was pressed in (null in a list without rows), and what it asks for.
 * Left alone: keys typed into a field, and those of a menu or dialog that was opened from a row.
 */
export function rowKeyOf(event: KeyboardEvent): { readonly row: string | null; readonly key: RowKey } | null {
  const { target, currentTarget } = event;
  if (!(target instanceof Element) || !currentTarget.contains(target)) return null;
  if (target.closest('input, textarea, [contenteditable]')) return null;
  const key = meaningOf(event);
  return key && { row: target.closest<HTMLElement>('[data-key]')?.dataset.key ?? null, key };
}
