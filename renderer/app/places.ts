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
export const rail: readonly PlaceEntry[] = entries.flatMap(({ file: _file, ...entry }) => {
  const load = loads.get(entry.place);
  return load ? [{ ...entry, Screen: lazy(async () => ({ default: await load() })) }] : [];
});

/** The screen of a place as it is now: one that was fetched is shown at once, without the short wait that React keeps a placeholder for. Ask once for each visit: another answer would begin the screen anew. */
export const screenOf = ({ place, Screen }: PlaceEntry): ComponentType => fetched.get(place) ?? Screen;

/** Begins to fetch the screen of a place. One that can't be fetched is told of when the place is opened. */
export function fetchScreen(place: Place): void {
  loads
    .get(place)?.()
    .catch(() => undefined);
}

/** Fetches the screens of all places, one after the other while the window has nothing to do. @returns what stops it. */
export function fetchScreens(): () => void {
  const waiting = [...loads].filter(([place]) => !fetched.has(place)).map(([, load]) => load);
  let stopped = false;
  const whenIdle = 'requestIdleCallback' in window ? requestIdleCallback : (run: () => void) => setTimeout(run, 200);
  const next = () => {
    const load = stopped ? undefined : waiting.shift();
    load?.().then(
      () => whenIdle(next),
      () => whenIdle(next),
    );
  };
  whenIdle(next);
  return () => {
    stopped = true;
  };
}

/** The key of a place by where it stands in the rail: the digits for the first nine (Ctrl+0 makes the page its usual size), Alt+H for History after them. */
export const placeKey = (index: number): string => (index < 9 ? `Ctrl+${index + 1}` : 'Alt+H');
