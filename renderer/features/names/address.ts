import { hrefOf } from '../../app/route.ts';

export const tabs = ['table', 'suggestions', 'sources'] as const;
export type Tab = (typeof tabs)[number];

/** Shown in the place of a replacement or source of its tab. */
export const ofNew = 'new';
export const ofBasket = 'basket';

/** The address of a list of this place, and of what is chosen in it: an id, never words. */
export function addressOf(tab: Tab, of?: string): string {
  return `${hrefOf('names', tab)}${of === undefined ? '' : `?of=${encodeURIComponent(of)}`}`;
}

export function show(tab: Tab, of?: string): void {
  location.hash = addressOf(tab, of);
}

export const tabAt = (id: string | null): Tab | null => tabs.find(one => one === id) ?? null;
