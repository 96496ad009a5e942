import type { Code, Framework, Theme } from '../model/entities.ts';
import type { CodeId, SourceId, ThemeId } from '../model/ids.ts';
import type { MapFilter, MapPlace, MapTheme, MapView, ThemeMap } from '../model/themeMap.ts';
import type { CodedSpans } from './cooccurrence.ts';
import type { StudyFilter } from './filter.ts';
import { mapFilterInWords } from './map/filterWords.ts';

/** What a map is narrowed to: by its own filter, and by the one that holds across the app. */
export type MapAsking = MapFilter & { readonly within?: StudyFilter | undefined };

/** What a theme map is made of. `spans` holds what was coded by those the filter hears; their codes and sources are places in `coded` and `sources`. */
export type MapMatter = {
  readonly title: string;
  readonly titles: Readonly<Partial<Record<MapView, string>>>;
  readonly framework: Framework;
  readonly themes: readonly Pick<Theme, 'id' | 'name' | 'concept' | 'status' | 'codes' | 'outcomes'>[];
  readonly codes: readonly Pick<Code, 'id' | 'name'>[];
  readonly relations: ThemeMap['relations'];
  /** Sources of the extracts that speak against a theme. */
  readonly against: ReadonlyMap<ThemeId, readonly SourceId[]>;
  readonly places: ReadonlyMap<ThemeId, MapPlace>;
  readonly spans: CodedSpans;
  readonly coded: readonly { readonly id: CodeId }[];
  readonly sources: readonly Omit<ThemeMap['sources'][number], 'extracts'>[];
  /** Sources that the filter of the study lets through, and that filter in words; absent where there is none. */
  readonly within?: { readonly sources: ReadonlySet<SourceId>; readonly words: string };
};

/** The theme map of a study, narrowed. A link weighs the distinct extracts it carries. Codes in no theme are left out; outcomes without a theme stay. */
export function themeMapOf(matter: MapMatter, filter: MapAsking = {}): ThemeMap {
  const outcomes = matter.framework.outcomes.filter(one => !filter.outcomes || filter.outcomes.includes(one.number));
  const asked = matter.themes.filter(
    theme =>
      (!filter.statuses || filter.statuses.includes(theme.status)) &&
      (!filter.within?.themes || filter.within.themes.includes(theme.id)) &&
      (!filter.outcomes || outcomes.some(outcome => outcome.themes.includes(theme.id))),
  );
  const first = weigh(matter, asked, outcomes);
  const themes = asked.filter(theme => (first.themes.get(theme.id)?.size ?? 0) >= (filter.least ?? 0));
  const weights = themes.length === asked.length ? first : weigh(matter, themes, outcomes);
  const shown = new Map(themes.map(theme => [theme.id, theme]));
  const used = new Set(themes.flatMap(theme => theme.codes));
  const ofCode = (code: CodeId) => weights.codes.get(code) ?? 0;
  const mapped = themes.map(theme => mapTheme(theme, matter, weights.themes.get(theme.id)));
  const extractsOf = new Map(mapped.map(theme => [theme.id, theme.extracts]));
  const heard = matter.sources.filter(
    source =>
      (!matter.within || matter.within.sources.has(source.id)) &&
      (!filter.groups || filter.groups.includes(source.group)) &&
      (!filter.phases || filter.phases.includes(source.phase)),
  );
  return {
    title: matter.title,
    titles: matter.titles,
    filter: [matter.within?.words, mapFilterInWords(filter, outcomes)].filter(Boolean).join('; ') || null,
    outcomes: outcomes.map(({ id, number, title, themes: under }) => ({
      id,
      number,
      title,
      extracts: weights.outcomes.get(id) ?? 0,
      themes: under.filter(theme => shown.has(theme)).length,
    })),
    themes: mapped,
    codes: matter.codes.filter(code => used.has(code.id)).map(({ id, name }) => ({ id, name, extracts: ofCode(id) })),
    codeLinks: themes.flatMap(theme => theme.codes.map(code => ({ code, theme: theme.id, extracts: ofCode(code) }))),
    outcomeLinks: themes.flatMap(theme =>
      theme.outcomes
        .filter(outcome => outcomes.some(one => one.id === outcome))
        .map(outcome => ({
          theme: theme.id,
          outcome,
          extracts: extractsOf.get(theme.id) ?? 0,
          primary: outcome === theme.outcomes[0],
        })),
    ),
    relations: matter.relations.filter(({ from, to }) => shown.has(from) && shown.has(to) && from !== to),
    sources: heard.map(source => ({ ...source, extracts: weights.sources.get(source.id) ?? 0 })),
  };
}

function mapTheme(
  { id, name, concept, status }: MapMatter['themes'][number],
  { places, against, sources }: MapMatter,
  heard: ReadonlyMap<SourceId, number> | undefined,
): MapTheme {
  const bySource = sources.flatMap(({ id: source }) => {
    const extracts = heard?.get(source) ?? 0;
    return extracts > 0 ? [{ source, extracts }] : [];
  });
  return {
    id,
    name,
    concept,
    status,
    extracts: bySource.reduce((sum, one) => sum + one.extracts, 0),
    sources: bySource.length,
    heard: bySource,
    against: against.get(id) ?? [],
    place: places.get(id) ?? null,
  };
}

type Weights = {
  readonly themes: ReadonlyMap<ThemeId, ReadonlyMap<SourceId, number>>;
  readonly codes: ReadonlyMap<CodeId, number>;
  readonly outcomes: ReadonlyMap<string, number>;
  readonly sources: ReadonlyMap<SourceId, number>;
};

/** Distinct stretches of text under everything. Spans come sorted, so that one stretch's codings stand together. */
function weigh(
  { spans, coded, sources }: MapMatter,
  themes: MapMatter['themes'],
  outcomes: Framework['outcomes'],
): Weights {
  const themesOf = groupBy(themes.flatMap(theme => theme.codes.map(code => [code, theme.id] as const)));
  const outcomesOf = groupBy(outcomes.flatMap(outcome => outcome.themes.map(theme => [theme, outcome.id] as const)));
  const weights = {
    themes: new Map<ThemeId, Map<SourceId, number>>(),
    codes: new Map<CodeId, number>(),
    outcomes: new Map<string, number>(),
    sources: new Map<SourceId, number>(),
  };
  for (let from = 0; from < spans.count; ) {
    const hit = new Set<ThemeId>();
    let to = from;
    for (; to < spans.count && sameWords(spans, from, to); to++) {
      const code = coded[spans.code[to] ?? -1]?.id;
      if (code === undefined) continue;
      add(weights.codes, code);
      for (const theme of themesOf.get(code) ?? []) hit.add(theme);
    }
    const source = sources[spans.source[from] ?? -1]?.id;
    if (source !== undefined && hit.size > 0) {
      add(weights.sources, source);
      for (const theme of hit) {
        const bySource = weights.themes.get(theme) ?? new Map<SourceId, number>();
        weights.themes.set(theme, bySource);
        add(bySource, source);
      }
      for (const outcome of new Set([...hit].flatMap(theme => outcomesOf.get(theme) ?? []))) {
        add(weights.outcomes, outcome);
      }
    }
    from = to;
  }
  return weights;
}

const sameWords = ({ source, start, end }: CodedSpans, a: number, b: number): boolean =>
  source[a] === source[b] && start[a] === start[b] && end[a] === end[b];

function add<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function groupBy<A, B>(pairs: readonly (readonly [A, B])[]): ReadonlyMap<A, readonly B[]> {
  const groups = new Map<A, B[]>();
  for (const [key, value] of pairs) {
    const list = groups.get(key);
    if (list) list.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
