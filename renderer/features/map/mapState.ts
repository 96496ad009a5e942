import { useState } from 'react';
import type { MapFilter, MapView } from '../../../shared/model/themeMap.ts';

/** What the map shows of a study; kept while the window is open. */
export type MapState = {
  readonly filter: MapFilter;
  /** Themes around which their codes are shown; 'all' for every theme. */
  readonly codes: ReadonlySet<string> | 'all';
};

const states = new Map<string, MapState>();
const first: MapState = { filter: {}, codes: new Set() };

/** The map's filter and codes, as they were left when the place was last shown. */
export function useMapState(study: string): readonly [MapState, (change: Partial<MapState>) => void] {
  const [state, setState] = useState(states.get(study) ?? first);
  const change = (changed: Partial<MapState>) => {
    const next = { ...(states.get(study) ?? first), ...changed };
    states.set(study, next);
    setState(next);
  };
  return [state, change];
}

/** Whether a filter narrows anything. */
export const narrows = (filter: MapFilter): boolean =>
  Object.values(filter).some(value => (typeof value === 'number' ? value > 0 : value !== undefined));

export const viewChoices: readonly { readonly id: MapView; readonly name: string }[] = [
  { id: 'map', name: 'Map' },
  { id: 'flow', name: 'Flow' },
  { id: 'grid', name: 'Grid' },
];
