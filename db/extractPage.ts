import { asksForPeople, isOpen, passesPerson, type StudyFilter } from '../shared/analysis/filter.ts';
import type { ExtractGroup, ExtractGrouping, ExtractPage, ExtractRow } from '../shared/api/outputs/coding.ts';
import type { Source, Span } from '../shared/model/entities.ts';
import { assertNever } from '../shared/model/errors.ts';
import type { CodeId, CodingId, ParticipantId, SourceId } from '../shared/model/ids.ts';
import { attribute } from '../shared/text/attribution.ts';
import { contextOf } from '../shared/text/selection.ts';
import { nobody, participantTraits, sourcesWithin } from './people.ts';
import type { Reader } from './reader.ts';
import { listSources, sourceText } from './sources.ts';
import { type KnownSpeaker, mainTurnAt, speakerAt } from './speakers.ts';
import { voicesOf } from './voices.ts';

/** UTF-16 units of context either side. */
const contextLength = 120;

/** A stretch that carries one of the codes, by its place alone. */
type Place = Span & { readonly source: SourceId };
type Grouped = ExtractGroup & { readonly places: readonly Place[] };

/**
 * One page of the extracts of some codes. The places come from the index of codings alone; texts, speakers and codings are read for the page only.
 * `evidenceOnly` leaves out what only an interviewer says.
 */
export function extractPage(
  read: Reader,
  codes: readonly CodeId[],
  wanted: {
    readonly group: ExtractGrouping;
    readonly filter?: StudyFilter | undefined;
    readonly offset: number;
    readonly limit: number;
    readonly evidenceOnly: boolean;
  },
): ExtractPage {
  const sources = listSources(read);
  const places = placesOf(read, codes, sources, wanted.evidenceOnly).filter(placeFilter(read, wanted.filter));
  const groups = groupsOf(read, sources, places, wanted.group);
  const rows: ExtractRow[] = [];
  const make = rowMaker(read, sources);
  let from = 0;
  for (const group of groups) {
    const first = Math.max(0, wanted.offset - from);
    const last = Math.min(group.places.length, wanted.offset + wanted.limit - from);
    for (const place of group.places.slice(first, Math.max(first, last))) rows.push(make(place, group.key));
    from += group.places.length;
  }
  return { total: from, groups: groups.map(({ places: _places, ...group }) => group), rows };
}

/** Every distinct stretch, in source order. */
function placesOf(
  read: Reader,
  codes: readonly CodeId[],
  sources: readonly Source[],
  evidenceOnly: boolean,
): readonly Place[] {
  const bySource = new Map<SourceId, Map<string, Place>>();
  for (const code of codes) {
    for (const place of read.all<Place>(
      'SELECT DISTINCT source_id AS source, start_at AS start, end_at AS "end" FROM coding WHERE code_id = ? ORDER BY source_id, start_at, end_at',
      code,
    )) {
      const there = bySource.get(place.source);
      const key = `${place.start} ${place.end}`;
      if (there) there.set(key, place);
      else bySource.set(place.source, new Map([[key, place]]));
    }
  }
  return sources.flatMap(source => {
    const places = [...(bySource.get(source.id)?.values() ?? [])];
    const ordered = codes.length > 1 ? places.sort((a, b) => a.start - b.start || a.end - b.end) : places;
    return evidenceOnly ? ordered.filter(place => isEvidence(read, place)) : ordered;
  });
}

/** Whether a stretch passes the filter of the study, by the same rules as `extractFilter`. */
function placeFilter(read: Reader, filter: StudyFilter | undefined): (place: Place) => boolean {
  if (filter === undefined || isOpen(filter)) return () => true;
  const sources = sourcesWithin(read, filter);
  const people = asksForPeople(filter) ? participantTraits(read) : null;
  const stands = (condition: string, given: readonly string[] | undefined) => {
    if (!given) return () => true;
    const sql = `SELECT count(*) FROM coding WHERE source_id = ? AND start_at = ? AND end_at = ? AND ${condition}`;
    const wanted = JSON.stringify(given);
    return ({ source, start, end }: Place) => read.count(sql, source, start, end, wanted) > 0;
  };
  const byCoder = stands('coder_id IN (SELECT value FROM json_each(?))', filter.coders);
  const inTheme = stands(
    'code_id IN (SELECT code_id FROM theme_code WHERE theme_id IN (SELECT value FROM json_each(?)))',
    filter.themes,
  );
  return place => {
    if (sources && !sources.has(place.source)) return false;
    const person = people && saidBy(read, place)?.person;
    if (people && !passesPerson(filter, people.get(person as ParticipantId) ?? nobody)) return false;
    return byCoder(place) && inTheme(place);
  };
}

/** Who says the words; null where nobody is known. */
function saidBy(read: Reader, place: Place): KnownSpeaker | null {
  const voices = voicesOf(read, place.source);
  return voices && speakerAt(voices, place.start, place.end);
}

const isEvidence = (read: Reader, place: Place) => saidBy(read, place)?.role !== 'interviewer';

function groupsOf(
  read: Reader,
  sources: readonly Source[],
  places: readonly Place[],
  by: ExtractGrouping,
): readonly Grouped[] {
  const known = new Map(sources.map(source => [source.id, source]));
  const groups = new Map<string, { readonly label: string; readonly places: Place[] }>();
  for (const place of places) {
    const source = known.get(place.source);
    if (!source) continue;
    const { key, label } = groupOf(read, source, place, by);
    const group = groups.get(key);
    if (group) group.places.push(place);
    else groups.set(key, { label, places: [place] });
  }
  const made = [...groups].map(([key, { label, places: list }]) => ({ key, label, count: list.length, places: list }));
  // Sources and speakers stand as they come; groups and phases in their own order, the unknown last.
  if (by === 'phase') return made.sort((a, b) => rank(a.key) - rank(b.key));
  if (by === 'group') return made.sort((a, b) => Number(a.key === '') - Number(b.key === ''));
  return made;
}

const rank = (phase: string) => (phase === '' ? Number.POSITIVE_INFINITY : Number(phase));

function groupOf(read: Reader, source: Source, place: Place, by: ExtractGrouping): { key: string; label: string } {
  switch (by) {
    case 'source':
      return { key: source.id, label: source.attribution };
    case 'speaker': {
      const voice = saidBy(read, place);
      if (!voice) return { key: `source ${source.id}`, label: attribute(source, null) };
      return {
        key: voice.person,
        label: source.participant !== null && voice.role === 'participant' ? source.participant : voice.name,
      };
    }
    case 'group':
      return { key: source.group ?? '', label: source.group ?? 'Group not known' };
    case 'phase':
      return source.phase === null
        ? { key: '', label: 'Phase not known' }
        : { key: String(source.phase), label: `Phase ${source.phase}` };
    case 'none':
      return { key: '', label: '' };
    default:
      return assertNever(by);
  }
}

function rowMaker(read: Reader, sources: readonly Source[]): (place: Place, group: string) => ExtractRow {
  const known = new Map(sources.map(source => [source.id, source]));
  const texts = new Map<SourceId, string>();
  return (place, group) => {
    const text = texts.get(place.source) ?? sourceText(read, place.source);
    texts.set(place.source, text);
    const source = known.get(place.source);
    const voices = voicesOf(read, place.source);
    const voice = saidBy(read, place);
    const codings = read.all<{ id: CodingId; code: CodeId }>(
      'SELECT id, code_id AS code FROM coding WHERE source_id = ? AND start_at = ? AND end_at = ? ORDER BY id',
      place.source,
      place.start,
      place.end,
    );
    const { prefix, suffix } = contextOf(text, place, contextLength);
    return {
      key: `${place.source}:${place.start}-${place.end}`,
      ...place,
      group,
      text: text.slice(place.start, place.end),
      before: prefix,
      after: suffix,
      attribution: source ? attribute(source, voice) : '',
      speaker: voice?.name ?? '',
      turn: voices ? mainTurnAt(voices, place.start, place.end) + 1 : 0,
      codes: [...new Set(codings.map(coding => coding.code))],
      codings,
    };
  };
}
