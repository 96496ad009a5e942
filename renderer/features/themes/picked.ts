import { type MouseEvent, useSyncExternalStore } from 'react';
import type { Theme } from '../../../shared/model/entities.ts';

/** Ids of the cards that are picked, to be moved together. They end with the place. */
let picked: ReadonlySet<string> = new Set();
/** From where Shift picks a row of cards. */
let anchor: string | null = null;
const listeners = new Set<() => void>();

export function setPicked(next: ReadonlySet<string>): void {
  picked = next;
  for (const listener of listeners) listener();
}

export function usePicked(): ReadonlySet<string> {
  return useSyncExternalStore(
    changed => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => picked,
  );
}

/** Picks none any more; says whether any was picked. */
export function letGo(): boolean {
  const any = picked.size > 0;
  if (any) setPicked(new Set());
  return any;
}

/** Those of these themes that go where these cards go: all picked ones if any of the cards is picked, else the cards alone. */
export function together(themes: readonly Theme[], ids: Iterable<unknown>): readonly Theme[] {
  const asked = new Set(ids);
  const all = [...picked].some(id => asked.has(id)) ? new Set([...asked, ...picked]) : asked;
  return themes.filter(theme => all.has(theme.id));
}

/** Picks in one list as its own keys say; what is picked elsewhere stays. */
export function pickAmong(cards: readonly Theme[], keys: 'all' | Iterable<unknown>): void {
  if (clicking) return;
  const here = keys === 'all' ? null : new Set(keys);
  const elsewhere = [...picked].filter(id => !cards.some(card => card.id === id));
  setPicked(new Set([...elsewhere, ...cards.filter(card => !here || here.has(card.id)).map(card => card.id)]));
}

/** A click under Ctrl (Cmd) or Shift is under way: it picks, whatever else the list would do with it. */
let clicking = false;
export const isPicking = (): boolean => clicking;

/** What a list of cards does with such a click. The list itself takes the focus to the card. */
export function pickPointer(cards: readonly Theme[]) {
  return {
    onPointerDownCapture: (event: MouseEvent) => {
      clicking = event.button === 0 && picks(event);
      if (!clicking) return;
      // A click follows the pointer that comes up, and the list acts on it; a drag ends the pointer without one.
      const ended = () => {
        removeEventListener('pointerup', ended);
        removeEventListener('pointercancel', ended);
        setTimeout(() => {
          clicking = false;
        });
      };
      addEventListener('pointerup', ended);
      addEventListener('pointercancel', ended);
    },
    onClickCapture: (event: MouseEvent) => {
      const key = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-key]')?.dataset.key : null;
      const card = cards.find(one => one.id === key);
      if (!card) return;
      if (picks(event)) setPicked(event.shiftKey ? new Set([...picked, ...between(cards, card)]) : toggled(card));
      anchor = card.id;
    },
  };
}

const picks = (event: MouseEvent): boolean => event.ctrlKey || event.metaKey || event.shiftKey;

function toggled({ id }: Theme): ReadonlySet<string> {
  const next = new Set(picked);
  if (!next.delete(id)) next.add(id);
  return next;
}

function between(cards: readonly Theme[], card: Theme): readonly string[] {
  const to = cards.indexOf(card);
  const from = cards.findIndex(one => one.id === anchor);
  return cards.slice(Math.min(from < 0 ? to : from, to), Math.max(from, to) + 1).map(one => one.id);
}
