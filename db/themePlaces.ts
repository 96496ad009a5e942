import type { Extract } from '../shared/api/outputs.ts';
import type { CodeId, SourceId, ThemeId } from '../shared/model/ids.ts';
import { attribute } from '../shared/text/attribution.ts';
import { type ExtractPlace, extractKey } from '../shared/text/quoteLinks.ts';
import { contextOf } from '../shared/text/selection.ts';
import type { Reader } from './reader.ts';
import { listSources, sourceText } from './sources.ts';
import { mainTurnAt, placesOf, speakerAt } from './speakers.ts';

/** UTF-16 units of context either side. */
const contextLength = 120;

/** Extracts of a theme by their places, in source order; what only an interviewer says is left out. */
export function themePlaces(read: Reader, theme: ThemeId): readonly ExtractPlace[] {
  const rows = read.all<ExtractPlace>(
    `SELECT p.source, p.start, p."end" FROM (
       SELECT DISTINCT c.source_id AS source, c.start_at AS start, c.end_at AS "end"
       FROM theme_code l CROSS JOIN coding c INDEXED BY coding_code ON c.code_id = l.code_id WHERE l.theme_id = ?
     ) p JOIN source s ON s.id = p.source ORDER BY s.position, s.id, p.start, p."end"`,
    theme,
  );
  const heard = placesOf(read, [...new Set(rows.map(row => row.source))]);
  return rows.filter(({ source, start, end }) => {
    const place = heard.get(source);
    return place !== undefined && speakerAt(place, start, end)?.role !== 'interviewer';
  });
}

export type ShownExtract = Extract & { readonly before: string; readonly after: string };

/** What is needed to show places as extracts, in the order given; places of sources that are gone are left out. */
export function extractsAt(read: Reader, places: readonly ExtractPlace[]): readonly ShownExtract[] {
  const sources = new Map(listSources(read).map(source => [source.id, source]));
  const wanted = [...new Set(places.map(place => place.source))];
  const heard = placesOf(read, wanted);
  const texts = new Map<SourceId, string>();
  const codes = codesAt(read, wanted);
  return places.flatMap(place => {
    const source = sources.get(place.source);
    const voices = heard.get(place.source);
    if (!source || !voices) return [];
    const text = texts.get(source.id) ?? sourceText(read, source.id);
    texts.set(source.id, text);
    const { start, end } = place;
    const turn = mainTurnAt(voices, start, end);
    const speaker = turn < 0 ? null : (voices.speakers[voices.turns.speaker(turn)] ?? null);
    const { prefix, suffix } = contextOf(text, place, contextLength);
    return {
      key: extractKey(place),
      source: source.id,
      start,
      end,
      text: text.slice(start, end),
      attribution: attribute(source, speaker),
      speaker: speaker?.name ?? '',
      turn: turn < 0 ? 0 : voices.turns.ordinal(turn),
      codes: codes(place),
      before: prefix,
      after: suffix,
    };
  });
}

/** The codes on exactly some words, for as many places as there are. */
function codesAt(read: Reader, sources: readonly SourceId[]): (place: ExtractPlace) => readonly CodeId[] {
  const known = new Map<string, Set<CodeId>>();
  for (const row of read.all<ExtractPlace & { readonly code: CodeId }>(
    `SELECT source_id AS source, start_at AS start, end_at AS "end", code_id AS code FROM coding
     WHERE source_id IN (SELECT value FROM json_each(?)) ORDER BY id`,
    JSON.stringify(sources),
  )) {
    const key = extractKey(row);
    const set = known.get(key);
    if (set) set.add(row.code);
    else known.set(key, new Set([row.code]));
  }
  return place => [...(known.get(extractKey(place)) ?? [])];
}
