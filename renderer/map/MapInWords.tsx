import { memo } from 'react';
import { inWords } from '../../shared/analysis/map/words.ts';
import type { MapView, ThemeMap } from '../../shared/model/themeMap.ts';

/** The whole view as a list, for those who hear the page. */
export const MapInWords = memo(function MapInWords({ map, view }: { readonly map: ThemeMap; readonly view: MapView }) {
  return (
    <section className="visually-hidden" aria-label="The map in words">
      <ul>
        {inWords(map, view).map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
          <li key={index}>{line}</li>
        ))}
      </ul>
    </section>
  );
});
