import { useSyncExternalStore } from 'react';

export const places = [
  'sources',
  'code',
  'names',
  'themes',
  'map',
  'explore',
  'quotes',
  'report',
  'memos',
  'history',
] as const;
export type Place = (typeof places)[number];

/** Where the window is: a place of the open study, and what it shows there. Held in the address, so that a reload stays. */
export type Route = { readonly place: Place; readonly id: string | null; readonly query: URLSearchParams };

function parse(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [place, id] = path.split('/');
  return {
    place: places.find(one => one === place) ?? 'sources',
    id: id ? decodeURIComponent(id) : null,
    query: new URLSearchParams(query),
  };
}

let current = parse(location.hash);
addEventListener('hashchange', () => {
  current = parse(location.hash);
});

/** The route at this moment. */
export const routeNow = (): Route => current;

/** The route, followed as it changes. */
export function useRoute(): Route {
  return useSyncExternalStore(
    changed => {
      addEventListener('hashchange', changed);
      return () => removeEventListener('hashchange', changed);
    },
    () => current,
  );
}

/** The address of a place; `at` is a stretch of a source's text in UTF-16 units, start-end. */
export function hrefOf(place: Place, id?: string, at?: { readonly start: number; readonly end: number }): string {
  return `#/${place}${id ? `/${encodeURIComponent(id)}` : ''}${at ? `?at=${at.start}-${at.end}` : ''}`;
}

export function go(place: Place, id?: string, at?: { readonly start: number; readonly end: number }): void {
  location.hash = hrefOf(place, id, at);
}

/** Shows all extracts of a code where the transcript of `source` stands ('' for the one shown last); going back returns to it. */
export function showExtracts(source: string, code: string): void {
  location.hash = `${hrefOf('code', source || undefined)}?extracts=${encodeURIComponent(code)}`;
}

/** Shows the page of autocoding where the transcript of `source` stands; going back returns to it. */
export function showAutocode(source: string): void {
  location.hash = `${hrefOf('code', source)}?autocode=1`;
}

/** Words looked for, as they travel in an address: `mode` 'substring' finds them inside words, too. */
export type Sought = { readonly text: string; readonly mode: 'words' | 'substring' };

/** What an address asks to find; null where it asks for nothing. */
export function soughtAt(query: URLSearchParams): Sought | null {
  const text = query.get('find') ?? '';
  return text === '' ? null : { text, mode: query.get('mode') === 'substring' ? 'substring' : 'words' };
}

const soughtQuery = ({ text, mode }: Sought): string =>
  `find=${encodeURIComponent(text)}${mode === 'substring' ? '&mode=substring' : ''}`;

/** The address of a hit in its transcript, where all hits of the same words are highlighted. */
export function hrefOfHit(
  hit: { readonly source: string; readonly start: number; readonly end: number },
  sought: Sought,
): string {
  return `${hrefOf('code', hit.source, hit)}&${soughtQuery(sought)}`;
}

/** The address of the search of the whole study for these words. */
export function hrefOfSearch(sought: Sought): string {
  return `${hrefOf('explore', 'search')}${sought.text === '' ? '' : `?${soughtQuery(sought)}`}`;
}
