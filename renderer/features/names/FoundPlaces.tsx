import { useMemo } from 'react';
import { Button } from '../../ui/Button.tsx';
import { counted, figure } from '../../ui/words.ts';
import type { Ticked } from './draft.ts';
import { howFound } from './names.ts';
import css from './Places.module.css';
import { TickList, type TickPlace } from './TickList.tsx';

/** All places where words were found, sure ones ticked; what is not sure says why. */
export function FoundPlaces({
  places,
  ticked,
  looking,
  found,
  nowhere = 'These words stand in no source.',
  onTick,
}: {
  readonly places: readonly Ticked[];
  readonly ticked: readonly Ticked[];
  readonly looking: boolean;
  readonly found: boolean;
  /** Said where no place was found. */
  readonly nowhere?: string;
  readonly onTick: (places: readonly Ticked[], ticked: boolean) => void;
}) {
  const rows = useMemo(() => places.map(rowOf), [places]);
  const keys = useMemo(() => new Set(ticked.map(place => place.key)), [ticked]);
  const doubtful = places.filter(place => !place.sure).length;
  const tick = (some: readonly string[], on: boolean) => {
    const wanted = new Set(some);
    onTick(
      places.filter(place => wanted.has(place.key)),
      on,
    );
  };
  return (
    <>
      <div className={css.sum}>
        <span role="status">
          {!found && looking
            ? 'Looking in all sources …'
            : places.length === 0
              ? nowhere
              : `${figure(ticked.length)} of ${counted(places.length, 'place')} ticked${
                  doubtful > 0 ? `; ${figure(doubtful)} to look at first` : ''
                }`}
        </span>
        {places.length > 1 && (
          <Button look="quiet" onPress={() => onTick(places, ticked.length < places.length)}>
            {ticked.length === places.length ? 'Tick none' : 'Tick all'}
          </Button>
        )}
      </div>
      <TickList label="Places found" places={rows} ticked={keys} onTick={tick} />
    </>
  );
}

const rowOf = (place: Ticked): TickPlace => ({
  ...place,
  words: place.found,
  note: howFound(place),
  doubtful: !place.sure,
});
