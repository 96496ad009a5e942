import { type ComponentType, useEffect, useState } from 'react';
import type { IconName } from '../ui/icons.tsx';
import type { Place } from './route.ts';

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

/** Screens that were fetched. */
const fetched = new Map<Place, ComponentType>();

const loads = new Map<Place, () => Promise<ComponentType>>(
  entries.flatMap(({ place, file }) => {
    const load = modules[`../features/${file}.tsx`];
    const name = file.split('/')[1] ?? '';
    if (!load) return [];
    const screen = async () => {
      const found = (await load())[name];
      if (!found) throw new Error(`${file}.tsx exports no ${name}.`);
      fetched.set(place, found);
      return found;
    };
    return [[place, screen] as const];
  }),
);

/** The rail in the order of the work. A place is there if its screen is. */
export const rail: readonly PlaceEntry[] = entries.flatMap(({ file: _file, ...entry }) =>
  loads.has(entry.place) ? [entry] : [],
);

/** Begins to fetch the screen of a place, before it is shown. One that can't be fetched is told of when the place is opened. */
export function fetchScreen(place: Place): void {
  loads
    .get(place)?.()
    .catch(() => undefined);
}

/**
 * The screen of a place; null while it is being fetched, which is waited for here rather than by a suspended component: React keeps the placeholder of one for a third of a second.
 * @throws in the render where it can't be fetched.
 */
export function useScreen(place: Place): ComponentType | null {
  const [failed, setFailed] = useState<{ readonly place: Place; readonly thrown: unknown } | null>(null);
  const [, come] = useState<Place | null>(null);
  useEffect(() => {
    if (fetched.has(place)) return;
    let left = false;
    loads
      .get(place)?.()
      .then(
        () => !left && come(place),
        thrown => !left && setFailed({ place, thrown }),
      );
    return () => {
      left = true;
    };
  }, [place]);
  if (failed?.place === place) throw failed.thrown;
  return fetched.get(place) ?? null;
}

/** The key of a place by where it stands in the rail: the digits for the first nine (Ctrl+0 makes the page its usual size), Alt+H for History after them. */
export const placeKey = (index: number): string => (index < 9 ? `Ctrl+${index + 1}` : 'Alt+H');
