import { isOpen, type StudyFilter } from '../shared/analysis/filter.ts';
import { filterInWords } from '../shared/analysis/filterWords.ts';
import { type MapAsking, type MapMatter, themeMapOf } from '../shared/analysis/themeMap.ts';
import type { SourceId, ThemeId } from '../shared/model/ids.ts';
import type { ThemeMap } from '../shared/model/themeMap.ts';
import { readCoded } from './coded.ts';
import { codeFacts } from './codes.ts';
import { filterNames } from './filterNames.ts';
import { getFramework } from './frameworks.ts';
import { mapPlaces, mapTitles } from './mapHand.ts';
import { sourcesHeard } from './people.ts';
import type { Reader } from './reader.ts';
import { studyFacts } from './study.ts';
import { listRelations } from './themeRelations.ts';
import { themeRows } from './themes.ts';

/** The theme map of the study, narrowed. */
export function readMap(read: Reader, filter: MapAsking = {}): ThemeMap {
  const { spans, codes, sources } = readCoded(read, heardBy(filter));
  const { within } = filter;
  const words = within && !isOpen(within) ? filterInWords(within, filterNames(read)) : null;
  const matter: MapMatter = {
    title: studyFacts(read).title,
    titles: mapTitles(read),
    framework: getFramework(read),
    themes: themeRows(read),
    codes: codeFacts(read),
    relations: listRelations(read).map(({ from, to, kind }) => ({ from, to, kind })),
    against: against(read),
    places: mapPlaces(read),
    spans,
    coded: codes,
    sources: sources.map(({ id, title, group, phase }) => ({ id, title, group, phase })),
    ...(within && words !== null && { within: { sources: new Set(sourcesHeard(read, within)), words } }),
  };
  return themeMapOf(matter, filter);
}

/** What a map hears: what passes its own filter and the one of the study. */
export function heardBy({ groups, phases, within = {} }: MapAsking): StudyFilter {
  return { ...within, groups: both(within.groups, groups), phases: both(within.phases, phases) };
}

function both<T>(one: readonly T[] | undefined, other: readonly T[] | undefined): readonly T[] | undefined {
  return one && other ? one.filter(value => other.includes(value)) : (one ?? other);
}

/** Sources with an extract that was marked as contrary to a theme. */
function against(read: Reader): ReadonlyMap<ThemeId, readonly SourceId[]> {
  const rows = read.all<{ theme: ThemeId; source: SourceId }>(
    `SELECT DISTINCT theme_id AS theme, source_id AS source FROM theme_mark WHERE stance = 'contrary' ORDER BY theme_id, source_id`,
  );
  const found = new Map<ThemeId, SourceId[]>();
  for (const { theme, source } of rows) found.set(theme, [...(found.get(theme) ?? []), source]);
  return found;
}
