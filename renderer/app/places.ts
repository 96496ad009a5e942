import { type ComponentType, useEffect, useSyncExternalStore } from 'react';
import type { IconName } from '../ui/icons.tsx';
import type { Place } from './route.ts';
import { createScreens } from './screens.ts';

/** A place of the rail: its name and its sign. Its screen is exported by features/<folder>/<screen>.tsx. */
type PlaceEntry = {
  readonly place: Place;
  readonly name: string;
  readonly icon: IconName;
};

const modules = import.meta.glob<Readonly<Record<string, ComponentType>>>('../features/*/*Place.tsx');

const entries = [
  { place: 'sources', name: 'Sources', icon: 'sources', file: 'sources/SourcesPlace' },
  { place: 'code', name: 'Code', icon: 'code', file: 'coding/CodingPlace' },
  { place: 'names', name: 'Names', icon: 'names', file: 'names/NamesPlace' },
  { place: 'themes', name: 'Themes', icon: 'themes', file: 'themes/ThemesPlace' },
  { place: 'map', name: 'Map', icon: 'map', file: 'map/MapPlace' },
  { place: 'explore', name: 'Explore', icon: 'search', file: 'explore/ExplorePlace' },
  { place: 'quotes', name: 'Quotes', icon: 'quotes', file: 'quotes/QuotesPlace' },
  { place: 'report', name: 'Report', icon: 'report', file: 'report/ReportPlace' },
  { place: 'memos', name: 'Memos', icon: 'memo', file: 'memos/MemosPlace' },
  { place: 'history', name: 'History', icon: 'history', file: 'history/HistoryPlace' },
] as const;

const screens = createScreens(async (place: Place): Promise<ComponentType> => {
  const file = entries.find(one => one.place === place)?.file ?? '';
  const found = (await modules[`../features/${file}.tsx`]?.())?.[file.split('/')[1] ?? ''];
  if (!found) throw new Error(`${file}.tsx has no screen.`);
  return found;
});

/** The rail in the order of the work. A place is there if its screen is. */
export const rail: readonly PlaceEntry[] = entries.flatMap(({ file, ...entry }) =>
  modules[`../features/${file}.tsx`] ? [entry] : [],
);

/** Begins to fetch the screen of a place, before it is shown. One that can't be fetched is told of when the place is opened. */
export const fetchScreen = (place: Place): void => screens.fetch(place);

/**
 * The screen of a place; null while it is being fetched, which is waited for here rather than by a suspended component: React keeps the placeholder of one for a third of a second.
 * @throws in the render where it can't be fetched.
 */
export function useScreen(place: Place): ComponentType | null {
  const found = useSyncExternalStore(screens.subscribe, () => screens.now(place));
  useEffect(() => screens.fetch(place), [place]);
  if (found && 'thrown' in found) throw found.thrown;
  return found?.screen ?? null;
}

/** The key of a place by where it stands in the rail: the digits for the first nine (Ctrl+0 makes the page its usual size), Alt+H for History after them. */
export const placeKey = (index: number): string => (index < 9 ? `Ctrl+${index + 1}` : 'Alt+H');
