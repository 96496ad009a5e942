import type { Coverage } from '../shared/api/outputs/theme.ts';
import type { CodeId, FrameworkId, ThemeId } from '../shared/model/ids.ts';
import { readCoded } from './coded.ts';
import { getFramework } from './frameworks.ts';
import type { Reader } from './reader.ts';
import { listSources } from './sources.ts';
import { themeRows } from './themes.ts';

/** What stands under each entry of a framework, and which groups in which phase it comes from. */
export function readCoverage(read: Reader, id?: FrameworkId): Coverage {
  const framework = getFramework(read, id);
  const themes = themeRows(read);
  const { spans, voice, voices, codes, sources } = readCoded(read);
  const { columns, columnOf } = columnsOf(read);
  const entriesOf = entriesByCode(framework.outcomes, new Map(themes.map(theme => [theme.id, theme.codes])));
  const byPlace = codes.map(code => entriesOf.get(code.id) ?? []);
  const tallies = framework.outcomes.map(() => ({
    extracts: 0,
    sources: new Set<number>(),
    people: new Set<number>(),
    cells: new Array<number>(columns.length).fill(0),
    last: '',
  }));
  for (let index = 0; index < spans.count; index++) {
    const source = spans.source[index] ?? 0;
    const key = `${source} ${spans.start[index]} ${spans.end[index]}`;
    for (const entry of byPlace[spans.code[index] ?? 0] ?? []) {
      const tally = tallies[entry];
      // Spans ascend, so that all codes on the same words come one after the other.
      if (!tally || tally.last === key) continue;
      tally.last = key;
      tally.extracts++;
      tally.sources.add(source);
      tally.people.add(voices[voice[index] ?? 0]?.person ?? -1);
      const column = columnOf.get(sources[source]?.id ?? '');
      if (column !== undefined) tally.cells[column] = (tally.cells[column] ?? 0) + 1;
    }
  }
  const placed = new Set(framework.outcomes.flatMap(outcome => outcome.themes));
  return {
    columns,
    outcomes: framework.outcomes.map((outcome, place) => {
      const tally = tallies[place];
      return {
        outcome: outcome.id,
        themes: outcome.themes,
        extracts: tally?.extracts ?? 0,
        sources: [...(tally?.sources ?? [])].sort((a, b) => a - b).flatMap(at => sources[at]?.id ?? []),
        participants: tally?.people.size ?? 0,
        quotes: outcome.quotes,
        cells: tally?.cells ?? [],
      };
    }),
    unplaced: themes.filter(theme => !placed.has(theme.id)).map(theme => theme.id),
  };
}

function entriesByCode(
  outcomes: readonly { readonly themes: readonly ThemeId[] }[],
  codesOf: ReadonlyMap<ThemeId, readonly CodeId[]>,
): ReadonlyMap<CodeId, readonly number[]> {
  const found = new Map<CodeId, number[]>();
  for (const [entry, { themes }] of outcomes.entries()) {
    for (const code of new Set(themes.flatMap(theme => codesOf.get(theme) ?? []))) {
      const list = found.get(code);
      if (list) list.push(entry);
      else found.set(code, [entry]);
    }
  }
  return found;
}

/** Groups by phase as the study has them: groups by name, then phases; what is not known last. */
function columnsOf(read: Reader): {
  readonly columns: Coverage['columns'];
  readonly columnOf: ReadonlyMap<string, number>;
} {
  const sources = listSources(read);
  const keyOf = (source: { readonly group: string | null; readonly phase: number | null }) =>
    JSON.stringify([source.group, source.phase]);
  const groups = [...Map.groupBy(sources, keyOf).values()]
    .map(list => ({ group: list[0]?.group ?? null, phase: list[0]?.phase ?? null, sources: list.length }))
    .sort(
      (a, b) =>
        Number(a.group === null) - Number(b.group === null) ||
        (a.group ?? '').localeCompare(b.group ?? '', 'en') ||
        (a.phase ?? 100) - (b.phase ?? 100),
    );
  const places = new Map(groups.map((group, place) => [keyOf(group), place]));
  return { columns: groups, columnOf: new Map(sources.map(source => [source.id, places.get(keyOf(source)) ?? 0])) };
}
