import { mapTitles, nameMap, placeTheme } from '../../../db/mapHand.ts';
import { readMap } from '../../../db/mapMatter.ts';
import { themeRow, themeRows } from '../../../db/themes.ts';
import type { MapFormat } from '../../../shared/api/inputs.ts';
import { unsetLetters } from '../../../shared/exporters/map/unset.ts';
import type { MapView } from '../../../shared/model/themeMap.ts';
import { exportName as nameOf } from '../../../shared/text/exportName.ts';
import type { Ctx } from '../context.ts';
import type { Handlers } from '../dispatch.ts';
import { drawMap, mapQuotes } from '../drawMap.ts';
import { deliver, refuseEmpty } from '../exporting.ts';
import { mapFonts } from '../mapFonts.ts';
import { wordsIn } from '../plain.ts';
import { checkWords } from '../reportCheck.ts';

type Part = Pick<Handlers<Ctx>, 'map.get' | 'map.export' | 'map.place' | 'map.arrange' | 'map.title'>;

export const mapHandlers: Part = {
  'map.get': ({ study, filter }, { sessions }) => readMap(sessions.get(study).file.read, filter),
  'map.export': async ({ study, view = 'flow', format, filter, codes, out }, { sessions, caller }) => {
    const session = sessions.get(study);
    const { read } = session.file;
    const map = readMap(read, filter);
    refuseEmpty(
      map.themes.length,
      map.filter === null
        ? 'There is no theme to draw yet. Make one on the Themes page.'
        : `There is no theme to draw: the map shows only ${map.filter}.`,
    );
    // Quotes stand in the page alone; names of codes and themes in every format.
    const quotes = format === 'html' ? mapQuotes(read, filter) : undefined;
    checkWords(session, 'the map', map, quotes);
    const bytes = await drawMap(read, map, { view, format, codes: new Set<string>(codes), filter });
    const fileName = nameOf(map.title, viewNames[view], format);
    const made = deliver({ fileName, mediaType: mediaTypes[format], bytes, items: map.themes.length }, out, caller);
    const set = format === 'pdf' || format === 'png';
    return { ...made, unset: set ? unsetLetters(wordsIn(map), mapFonts()) : '' };
  },
  'map.place': ({ study, theme, place }, { sessions }) => {
    const session = sessions.get(study);
    const { read } = session.file;
    return sessions.command(session, 'map.place', { study, theme, place }, write => {
      const { name } = themeRow(read, theme);
      placeTheme(read, write, theme, place);
      const summary = place === null ? `Gave “${name}” back to the map's layout` : `Moved “${name}” on the map`;
      return { result: null, summary };
    });
  },
  'map.arrange': ({ study }, { sessions }) => {
    const session = sessions.get(study);
    const { read } = session.file;
    return sessions.command(session, 'map.arrange', { study }, write => {
      for (const { id } of themeRows(read)) placeTheme(read, write, id, null);
      return { result: null, summary: 'Arranged the map anew' };
    });
  },
  'map.title': ({ study, view, title }, { sessions }) => {
    const session = sessions.get(study);
    const { read } = session.file;
    return sessions.command(session, 'map.title', { study, view, title }, write => {
      const before = mapTitles(read)[view];
      nameMap(read, write, view, title);
      const summary = title === null ? `Took the title “${before ?? ''}” off the map` : `Titled the map “${title}”`;
      return { result: null, summary };
    });
  },
};

const viewNames: Readonly<Record<MapView, string>> = {
  map: 'thematic map',
  flow: 'theme map',
  grid: 'evidence grid',
};

const mediaTypes: Readonly<Record<MapFormat, string>> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  pdf: 'application/pdf',
  html: 'text/html',
  json: 'application/json',
};
