import type { MapFormat } from '../../../shared/api/inputs.ts';
import type { ThemeId } from '../../../shared/model/ids.ts';
import type { MapFilter, MapView, ThemeMap } from '../../../shared/model/themeMap.ts';
import { exportName } from '../../../shared/text/exportName.ts';
import { toastSaved } from '../../app/saved.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { saveExport } from '../../client/desktop.ts';
import { toastError, toastPart } from '../../ui/toast.tsx';

export const exportChoices: readonly { readonly id: MapFormat; readonly name: string }[] = [
  { id: 'svg', name: 'SVG, for a report or further drawing' },
  { id: 'png', name: 'PNG, at twice the size' },
  { id: 'pdf', name: 'PDF, on A4 landscape' },
  { id: 'html', name: 'Web page, with concepts and quotes' },
  { id: 'json', name: 'JSON, the figures behind it' },
];

const names: Readonly<Record<MapView, string>> = {
  map: 'thematic map',
  flow: 'theme map',
  grid: 'evidence grid',
};

/** Saves the view that is shown, with its filter and the codes around its themes. */
export function useMapExport(
  map: ThemeMap | undefined,
  view: MapView,
  /** Its own filter, and that of the study. */
  filter: MapFilter,
  codes: ReadonlySet<string>,
): (format: MapFormat) => void {
  const client = useClient();
  const { handle: study } = useStudy();
  return format => {
    const asked = { study, view, format, filter: filter as object, codes: [...codes] as ThemeId[] };
    let unset = '';
    void saveExport(exportName(map?.title ?? '', names[view], format), async out => {
      const made = await client.call('map.export', { ...asked, ...(out !== undefined && { out }) });
      unset = made.unset;
      return made;
    }).then(saved => {
      toastSaved(saved);
      if (saved && unset !== '')
        toastPart(
          `The picture’s fonts lack “${unset}” and show boxes instead. Save it as SVG or as a web page to show all letters.`,
        );
    }, toastError);
  };
}
