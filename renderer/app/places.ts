import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { IconName } from '../ui/icons.tsx';
import type { Place } from './route.ts';

/** A place of the rail: its name, its sign, and the file features/<folder>/<screen>.tsx that exports its screen. */
type PlaceEntry = {
  readonly place: Place;
  readonly name: string;
  readonly icon: IconName;
  readonly Screen: LazyExoticComponent<ComponentType>;
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

/** The rail in the order of the work. A place is there if its screen is; screens are fetched when they are first shown. */
export const rail: readonly PlaceEntry[] = entries.flatMap(({ file, ...entry }) => {
  const load = modules[`../features/${file}.tsx`];
  const name = file.split('/')[1] ?? '';
  if (!load) return [];
  const screen = async () => {
    const found = (await load())[name];
    if (!found) throw new Error(`${file}.tsx exports no ${name}.`);
    return { default: found };
  };
  return [{ ...entry, Screen: lazy(screen) }];
});

/** The key of a place by where it stands in the rail: the digits for the first nine (Ctrl+0 makes the page its usual size), Alt+H for History after them. */
export const placeKey = (index: number): string => (index < 9 ? `Ctrl+${index + 1}` : 'Alt+H');
