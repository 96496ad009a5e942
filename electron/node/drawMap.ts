import { createHash } from 'node:crypto';
import { heardBy } from '../../db/mapMatter.ts';
import { readQuotes } from '../../db/quotes.ts';
import type { Reader } from '../../db/reader.ts';
import type { Picture } from '../../shared/analysis/map/picture.ts';
import { titleOf } from '../../shared/analysis/map/titles.ts';
import { pagesOf, pictureOf } from '../../shared/analysis/map/views.ts';
import { inWords } from '../../shared/analysis/map/words.ts';
import { quotesInOrder } from '../../shared/analysis/reportOrder.ts';
import type { MapFilterInput, MapFormat } from '../../shared/api/inputs.ts';
import { mapHtml, type ThemeQuotes } from '../../shared/exporters/map/html.ts';
import { mapJson } from '../../shared/exporters/map/json.ts';
import { mapPdf } from '../../shared/exporters/map/pdf.ts';
import { mapSvg } from '../../shared/exporters/map/svg.ts';
import { assertNever } from '../../shared/model/errors.ts';
import type { QuoteSnapshot } from '../../shared/model/quotes.ts';
import type { MapView, ThemeMap } from '../../shared/model/themeMap.ts';
import { mapFonts } from './mapFonts.ts';
import { svgToPng } from './raster.ts';

type Drawing = {
  readonly view: MapView;
  readonly format: MapFormat;
  /** Themes around which the map view shows their codes. */
  readonly codes: ReadonlySet<string>;
  readonly filter: MapFilterInput | undefined;
};

/** A view of the map in a format. The same study gives the same bytes. */
export async function drawMap(
  read: Reader,
  map: ThemeMap,
  { view, format, codes, filter }: Drawing,
): Promise<Uint8Array> {
  const encode = (text: string) => new TextEncoder().encode(text);
  const picture = (): Picture => pictureOf(map, view, undefined, { codes });
  switch (format) {
    case 'svg':
      return encode(mapSvg(picture(), inWords(map, view)));
    case 'png':
      return svgToPng(mapSvg(picture(), inWords(map, view)), 2);
    case 'pdf':
      return mapPdf(pagesOf(map, view, { codes }), titleOf(map, view), mapFonts());
    case 'html':
      return encode(
        mapHtml({
          map,
          picture: picture(),
          words: inWords(map, view),
          quotes: themeQuotes(read, map, filter),
          fonts: mapFonts(),
          sha256: text => createHash('sha256').update(text, 'utf8').digest('base64'),
          base64: bytes => Buffer.from(bytes).toString('base64'),
        }),
      );
    case 'json':
      return encode(mapJson(map));
    default:
      return assertNever(format);
  }
}

/** Most quotes of one theme in a page that leaves the study. */
const mostQuotes = 12;

/** Quotes of the themes of a map, narrowed as the map is. */
export function mapQuotes(read: Reader, filter: MapFilterInput = {}): QuoteSnapshot {
  const { groups, phases } = heardBy(filter);
  return readQuotes(read, {
    within: { ...filter.within, groups: groups && [...groups], phases: phases && [...phases] },
  });
}

function themeQuotes(
  read: Reader,
  map: ThemeMap,
  filter: MapFilterInput | undefined,
): ReadonlyMap<string, ThemeQuotes> {
  const all = quotesInOrder(mapQuotes(read, filter));
  return new Map(
    map.themes.map(theme => {
      const own = all.filter(quote => quote.themes.includes(theme.name));
      const quotes = own
        .slice(0, mostQuotes)
        .map(({ text, printed = text, attribution }) => ({ text: printed, attribution }));
      return [theme.id, { quotes, total: own.length }];
    }),
  );
}
