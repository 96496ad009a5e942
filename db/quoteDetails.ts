import type { ParticipantId, SourceId } from '../shared/model/ids.ts';
import type { BundleExtra, BundleSource, ContextTurn, QuoteDetail } from '../shared/model/quotes.ts';
import { type AttributionStyle, renderAttribution } from '../shared/text/attributionStyle.ts';
import { type ExtractPlace, extractKey } from '../shared/text/quoteLinks.ts';
import { wordsAround } from '../shared/text/wordsAround.ts';
import { listAttributes } from './attributes.ts';
import type { StudyExtract } from './extracts.ts';
import { listParticipants } from './participants.ts';
import { factsOf, peopleSpeaking } from './quotePeople.ts';
import type { Reader } from './reader.ts';
import { sharedLabels } from './sharedLabels.ts';
import { sourceText } from './sources.ts';
import { mainTurnAt, type Places, placesOf } from './speakers.ts';

type Options = {
  readonly style?: AttributionStyle | null;
  readonly words?: ((place: ExtractPlace) => string) | undefined;
  /** Turns before and after. */
  readonly context: number;
};

/** What a bundle prints of these extracts besides their words. */
export function bundleExtra(read: Reader, extracts: readonly StudyExtract[], options: Options): BundleExtra {
  const attributes = listAttributes(read);
  const values = new Map<ParticipantId, Readonly<Record<string, string>>>(
    listParticipants(read).map(person => [
      person.id,
      Object.fromEntries(attributes.flatMap(({ id, name }) => (person.values[id] ? [[name, person.values[id]]] : []))),
    ]),
  );
  const person = peopleSpeaking(read);
  const notes = notesOn(read);
  const around = options.context > 0 ? contextOf(read, extracts, options) : () => ({ before: [], after: [] });
  const details = new Map<string, QuoteDetail>();
  for (const extract of extracts) {
    const key = extractKey({ ...extract, source: extract.source.id });
    const who = person(extract);
    details.set(key, {
      values: (who && values.get(who.id)) ?? {},
      turn: extract.turn,
      notes: notes.get(key) ?? [],
      ...around(extract),
    });
  }
  return {
    attributes: attributes.map(attribute => attribute.name),
    sources: sourcesOf(read, extracts, options),
    shared: sharedLabels(extracts, options.style, person),
    details,
  };
}

/** Notes on codings, then memos on words, by extract. */
function notesOn(read: Reader): ReadonlyMap<string, readonly string[]> {
  const rows = read.all<{ source: SourceId; start: number; end: number; words: string }>(
    `SELECT source_id AS source, start_at AS start, end_at AS "end", note AS words, 0 AS kind, id FROM coding WHERE note <> ''
     UNION ALL
     SELECT source_id, start_at, end_at, CASE WHEN title = '' THEN body WHEN body = '' THEN title ELSE title || ': ' || body END, 1, id
     FROM memo WHERE about = 'extract'
     ORDER BY kind, id`,
  );
  const notes = new Map<string, string[]>();
  for (const { words, ...place } of rows) {
    const key = extractKey(place);
    const list = notes.get(key);
    if (!list) notes.set(key, [words]);
    else if (!list.includes(words)) list.push(words);
  }
  return notes;
}

type Around = { readonly before: readonly ContextTurn[]; readonly after: readonly ContextTurn[] };

function contextOf(
  read: Reader,
  extracts: readonly StudyExtract[],
  { words, context }: Options,
): (extract: StudyExtract) => Around {
  const places = placesOf(read, [...new Set(extracts.map(extract => extract.source.id))]);
  const texts = new Map<SourceId, string>();
  const textOf = (id: SourceId) => {
    const known = texts.get(id) ?? sourceText(read, id);
    texts.set(id, known);
    return known;
  };
  return ({ source, start, end }) => {
    const heard = places.get(source.id);
    if (!heard) return { before: [], after: [] };
    const says = (from: number, to: number) =>
      words && from < to ? words({ source: source.id, start: from, end: to }) : textOf(source.id).slice(from, to);
    return wordsAround(turnsNear(heard, start, end, context), { start, end }, context, says);
  };
}

/** The turns that words touch, and `around` more on each side, with who speaks. */
function turnsNear(heard: Places, start: number, end: number, around: number) {
  const { turns, speakers } = heard;
  const main = Math.max(0, mainTurnAt(heard, start, end));
  let first = main;
  while (first > 0 && turns.end(first - 1) > start) first--;
  let last = main;
  while (last + 1 < turns.count && turns.start(last + 1) < end) last++;
  const from = Math.max(0, first - around);
  return Array.from({ length: Math.min(turns.count, last + 1 + around) - from }, (_, index) => {
    const at = from + index;
    const speaker = speakers[turns.speaker(at)] ?? null;
    return {
      start: turns.start(at),
      end: turns.end(at),
      who: speaker?.role === 'interviewer' ? 'Interviewer' : (speaker?.name ?? ''),
    };
  });
}

function sourcesOf(read: Reader, extracts: readonly StudyExtract[], { style }: Options): readonly BundleSource[] {
  const person = style ? peopleSpeaking(read) : () => null;
  const found = new Map<SourceId, { readonly order: number; readonly source: BundleSource }>();
  for (const extract of extracts) {
    const { id, title, fileName, kind, group, phase, participant } = extract.source;
    if (found.has(id)) continue;
    const main = { ...extract, speaker: null };
    found.set(id, {
      order: extract.sourceOrder,
      source: {
        id,
        title,
        fileName,
        kind,
        group,
        phase,
        participant,
        attribution: renderAttribution(style, { ...factsOf(main, person(main)), participant }),
      },
    });
  }
  return [...found.values()].sort((a, b) => a.order - b.order).map(one => one.source);
}
