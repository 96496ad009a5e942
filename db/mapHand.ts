import type { ThemeId } from '../shared/model/ids.ts';
import type { MapPlace, MapView } from '../shared/model/themeMap.ts';
import type { Reader } from './reader.ts';
import type { Writer } from './writer.ts';

/** Where themes were put by hand. */
export function mapPlaces(read: Reader): ReadonlyMap<ThemeId, MapPlace> {
  return new Map(
    read
      .all<{ id: ThemeId; x: number; y: number }>('SELECT id, x, y FROM map_place')
      .map(({ id, x, y }) => [id, { x, y }]),
  );
}

/** Puts a theme's ring at a place, or with null gives it back to the layout. */
export function placeTheme(read: Reader, write: Writer, id: ThemeId, place: MapPlace | null): void {
  const placed = read.count('SELECT count(*) FROM map_place WHERE id = ?', id) > 0;
  if (place === null) {
    if (placed) write.remove('map_place', id);
  } else if (placed) write.update('map_place', id, place);
  else write.insert('map_place', { id, ...place });
}

/** The researcher's own titles of the views. */
export function mapTitles(read: Reader): Readonly<Partial<Record<MapView, string>>> {
  return Object.fromEntries(
    read.all<{ id: MapView; title: string }>('SELECT id, title FROM map_title').map(({ id, title }) => [id, title]),
  );
}

/** Names a view, or with null goes back to the draft. */
export function nameMap(read: Reader, write: Writer, view: MapView, title: string | null): void {
  const named = read.count('SELECT count(*) FROM map_title WHERE id = ?', view) > 0;
  if (title === null) {
    if (named) write.remove('map_title', view);
  } else if (named) write.update('map_title', view, { title });
  else write.insert('map_title', { id: view, title });
}
