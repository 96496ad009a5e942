import { wordsOf } from '../shared/analysis/themeAdvice.ts';
import { themeOverlap } from '../shared/analysis/themeOverlap.ts';
import type { ThemeAgainst } from '../shared/api/outputs/theme.ts';
import type { Span } from '../shared/model/entities.ts';
import type { CodeId, SourceId, ThemeId } from '../shared/model/ids.ts';
import type { ExtractPlace } from '../shared/text/quoteLinks.ts';
import { sentencesIn } from '../shared/text/sentences.ts';
import { readCoded } from './coded.ts';
import { codeFacts } from './codes.ts';
import type { Reader } from './reader.ts';
import { searchStudy } from './search.ts';
import { listSources, sourceText } from './sources.ts';
import { mainTurnAt, placesOf } from './speakers.ts';
import { extractsAt, themePlaces } from './themePlaces.ts';
import { type ThemeRow, themeRow, themeRows } from './themes.ts';

/** Words of one call that are looked for, and hits that are read for each. */
const mostWords = 12;
const mostHits = 300;

/** A theme against the whole data set: where it is absent, what it shares with other themes, and words that it may have missed. */
export function themeAgainst(
  read: Reader,
  id: ThemeId,
  { words, limit = 100 }: { readonly words?: string | undefined; readonly limit?: number | undefined },
): ThemeAgainst {
  const theme = themeRow(read, id);
  const places = themePlaces(read, id);
  const speaking = new Set(places.map(place => place.source));
  const sources = listSources(read);
  return {
    theme: id,
    absent: sources.filter(source => !speaking.has(source.id)).map(source => source.id),
    groups: groupsOf(sources, speaking),
    overlap: overlapOf(read, theme),
    suggested: suggestedWords(read, theme),
    candidates: words?.trim() ? candidatesFor(read, places, words, limit) : { total: 0, extracts: [] },
  };
}

function groupsOf(
  sources: readonly { readonly id: SourceId; readonly group: string | null; readonly phase: number | null }[],
  speaking: ReadonlySet<SourceId>,
): ThemeAgainst['groups'] {
  const groups = Map.groupBy(sources, source => JSON.stringify([source.group, source.phase]));
  return [...groups.values()]
    .map(list => ({
      group: list[0]?.group ?? '',
      phase: list[0]?.phase ?? null,
      sources: list.length,
      speaking: list.filter(source => speaking.has(source.id)).length,
    }))
    .sort(
      (a, b) =>
        Number(a.group === '') - Number(b.group === '') ||
        a.group.localeCompare(b.group, 'en') ||
        (a.phase ?? 100) - (b.phase ?? 100),
    );
}

function overlapOf(read: Reader, theme: ThemeRow): ThemeAgainst['overlap'] {
  const themes = [theme, ...themeRows(read).filter(one => one.id !== theme.id)];
  const { spans, codes } = readCoded(read);
  const themesOf = new Map<CodeId, number[]>();
  for (const [place, one] of themes.entries())
    for (const code of one.codes) themesOf.set(code, [...(themesOf.get(code) ?? []), place]);
  const shared = themeOverlap(
    spans,
    codes.map(code => themesOf.get(code.id) ?? []),
    themes.length,
    0,
  );
  return themes
    .map((one, place) => ({ theme: one.id, shared: shared[place] }))
    .flatMap(({ theme: other, shared: one }) =>
      one && one.units > 0 ? [{ theme: other, extracts: one.extracts, share: one.ofOwn, ofOther: one.ofOther }] : [],
    )
    .sort((a, b) => b.share - a.share || b.extracts - a.extracts);
}

function suggestedWords(read: Reader, theme: ThemeRow): readonly string[] {
  const names = new Map(codeFacts(read).map(code => [code.id, code.name]));
  const texts = [theme.name, ...theme.codes.map(code => names.get(code) ?? ''), theme.concept];
  return [...new Set(texts.flatMap(text => [...wordsOf(text)]))].filter(word => word.length > 2).slice(0, mostWords);
}

/** Sentences with any of the words that the theme does not hold and that no interviewer says, in source order. */
function candidatesFor(
  read: Reader,
  places: readonly ExtractPlace[],
  words: string,
  limit: number,
): ThemeAgainst['candidates'] {
  const held = Map.groupBy(places, place => place.source);
  const found = new Map<SourceId, Map<string, Span>>();
  const sentences = new Map<string, readonly Span[]>();
  const texts = new Map<SourceId, string>();
  for (const text of (words.match(/"[^"]+"|\S+/g) ?? []).slice(0, mostWords)) {
    const { hits } = searchStudy(read, {
      text,
      mode: 'words',
      typing: false,
      places: ['transcripts'],
      sources: null,
      speakers: null,
      filter: undefined,
      offset: 0,
      limit: mostHits,
    });
    const heard = placesOf(read, [...new Set(hits.map(hit => hit.source))]);
    for (const hit of hits) {
      const voices = heard.get(hit.source);
      if (!voices) continue;
      const turn = mainTurnAt(voices, hit.start, hit.end);
      if (turn >= 0 && voices.speakers[voices.turns.speaker(turn)]?.role === 'interviewer') continue;
      const whole = texts.get(hit.source) ?? sourceText(read, hit.source);
      texts.set(hit.source, whole);
      const within = turn < 0 ? hit : { start: voices.turns.start(turn), end: voices.turns.end(turn) };
      const key = `${hit.source} ${within.start}`;
      const here = sentences.get(key) ?? sentencesIn(whole, within);
      sentences.set(key, here);
      const span = here.find(one => one.start <= hit.start && hit.start < one.end) ?? hit;
      if ((held.get(hit.source) ?? []).some(one => one.start < span.end && span.start < one.end)) continue;
      const list = found.get(hit.source) ?? new Map<string, Span>();
      found.set(hit.source, list.set(`${span.start}`, { start: span.start, end: span.end }));
    }
  }
  const all = listSources(read).flatMap(({ id }) =>
    [...(found.get(id)?.values() ?? [])].sort((a, b) => a.start - b.start).map(span => ({ source: id, ...span })),
  );
  const extracts = extractsAt(read, all.slice(0, limit)).map(
    ({ before: _before, after: _after, ...extract }) => extract,
  );
  return { total: all.length, extracts };
}
