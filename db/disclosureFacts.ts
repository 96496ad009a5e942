import { headCount } from '../shared/analysis/disclosure/headCount.ts';
import type {
  DisclosureMark,
  DisclosureQuote,
  DisclosureSource,
  PrintedProse,
} from '../shared/analysis/disclosure/input.ts';
import type { Source, Span, Speaker } from '../shared/model/entities.ts';
import type { CodingId, SourceId, SpeakerId } from '../shared/model/ids.ts';
import type { SpeakerRole } from '../shared/model/kinds.ts';
import type { QuotedExtract, QuoteSnapshot } from '../shared/model/quotes.ts';
import { type ExtractPlace, extractKey, placeOfKey, quotesIn } from '../shared/text/quoteLinks.ts';
import { preparedOn } from './preparedQuotes.ts';
import type { Reader } from './reader.ts';
import { sourceText } from './sources.ts';
import { type Places, placesOf, speakerAt } from './speakers.ts';
import { listRelations } from './themeRelations.ts';

export type LabelOf = (source: Source, speaker: Speaker | null) => string;

/** Tells quotes that are printed twice from others. */
export const quoteKey = ({ source, file, start, end }: DisclosureQuote) => `${source ?? file}:${start}-${end}`;

type Heard = {
  readonly read: Reader;
  readonly texts: Map<SourceId, string>;
  readonly places: ReadonlyMap<SourceId, Places>;
  readonly prepared: ReturnType<typeof preparedOn>;
};

const heardIn = (read: Reader): Heard => ({
  read,
  texts: new Map(),
  places: placesOf(read),
  prepared: preparedOn(read),
});

/** The quotes of a snapshot as they are printed; those that are held back are left out. */
export function quotesOf(
  read: Reader,
  snapshot: QuoteSnapshot,
  sources: readonly Source[],
): readonly DisclosureQuote[] {
  const heard = heardIn(read);
  const themes = themesByCode(snapshot);
  const every = [...snapshot.extracts, ...snapshot.outcomes.flatMap(outcome => outcome.straight ?? [])];
  return every.flatMap(extract => {
    const source = sources.find(one => one.id === extract.sourceId) ?? null;
    const themed = [...new Set(extract.codes.flatMap(code => themes.get(code) ?? []))];
    return quoteAt(heard, extract, source, themed, around(snapshot, extract));
  });
}

/** Where the words stand that the snapshot gives around an extract. */
function around({ extra }: QuoteSnapshot, { sourceId: source, start, end }: QuotedExtract): readonly Span[] {
  const detail = extra?.details.get(extractKey({ source, start, end }));
  return detail ? [...detail.before, ...detail.after].map(turn => turn.place) : [];
}

/** What of an extract the check looks at. */
type Printed = Pick<
  QuotedExtract,
  | 'start'
  | 'end'
  | 'text'
  | 'codings'
  | 'attribution'
  | 'source'
  | 'speaker'
  | 'group'
  | 'phase'
  | 'participant'
  | 'ref'
>;

function quoteAt(
  { read, texts, places, prepared }: Heard,
  extract: Printed,
  source: Source | null,
  themes: readonly string[],
  beside: readonly Span[] = [],
): readonly DisclosureQuote[] {
  const { start, end, text } = extract;
  const ready = source ? prepared.get(extractKey({ source: source.id, start, end })) : undefined;
  if (ready?.state === 'held') return [];
  const place = source ? places.get(source.id) : undefined;
  const voice = place ? speakerAt(place, start, end) : null;
  const id = extract.ref ?? extract.codings[0] ?? `${extract.source}:${start}-${end}`;
  return [
    {
      id,
      identity: extract.codings[0] ?? `${source?.id ?? extract.source}:${start}-${end}`,
      source: source?.id ?? null,
      file: extract.source,
      start,
      end,
      text,
      inText: source ? wordsAt(read, texts, source.id, start, end) : null,
      places: [{ start, end }, ...(ready ? [ready.bounds] : []), ...beside],
      printed: ready?.printed ?? text,
      leadIn: ready?.leadIn ?? '',
      fault: ready?.again ?? null,
      label: extract.attribution,
      speaker: voice?.id ?? null,
      speakerName: extract.speaker,
      person: voice?.person ?? null,
      role: voice?.role ?? null,
      supportRole: voice?.supportRole ?? null,
      participant: extract.participant,
      group: extract.group,
      phase: extract.phase,
      themes,
    },
  ];
}

/** Words that are printed without being quotes of the snapshot; one whose source is gone is a quote without a source. */
export function quotesAt(
  read: Reader,
  places: readonly ExtractPlace[],
  label: LabelOf,
  sources: readonly Source[],
): readonly DisclosureQuote[] {
  if (places.length === 0) return [];
  const heard = heardIn(read);
  const known = new Map(sources.map(source => [source.id, source]));
  return places.flatMap(({ source: id, start, end }) => {
    const there = known.get(id);
    const place = heard.places.get(id);
    const voice = place ? speakerAt(place, start, end) : null;
    const text = there ? wordsAt(read, heard.texts, id, start, end) : '';
    const coding = read.get<{ id: CodingId; ref: string | null }>(
      'SELECT id, ref FROM coding WHERE source_id = ? AND start_at = ? AND end_at = ? ORDER BY ref IS NULL, id LIMIT 1',
      id,
      start,
      end,
    );
    const extract: Printed = {
      start,
      end,
      text,
      codings: coding ? [coding.id] : [],
      attribution: there ? label(there, voice) : '',
      source: there?.fileName ?? id,
      speaker: voice?.name ?? '',
      group: there?.group ?? null,
      phase: there?.phase ?? null,
      participant: there?.participant ?? null,
      ref: coding?.ref ?? null,
    };
    return quoteAt(heard, extract, there ?? null, []);
  });
}

function wordsAt(read: Reader, texts: Map<SourceId, string>, source: SourceId, start: number, end: number): string {
  const text = texts.get(source) ?? sourceText(read, source);
  texts.set(source, text);
  return text.slice(start, end);
}

function themesByCode({ themes }: QuoteSnapshot): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const theme of themes) {
    for (const code of theme.codes) {
      const known = names.get(code) ?? [];
      known.push(theme.name);
      names.set(code, known);
    }
  }
  return names;
}

/** Headings and definitions that every bundle prints. */
export function snapshotProse({ title, outcomes, themes, codes }: QuoteSnapshot): readonly PrintedProse[] {
  return [
    { where: 'title of the study', text: title, owner: 'study:title' },
    ...outcomes.flatMap(outcome => [
      { where: `title of outcome ${outcome.number}`, text: outcome.title, owner: `outcome:${outcome.id}:title` },
      {
        where: `statement of outcome ${outcome.number}`,
        text: outcome.statement,
        owner: `outcome:${outcome.id}:statement`,
      },
    ]),
    ...themes.flatMap(theme => [
      { where: `name of the theme “${theme.name}”`, text: theme.name, owner: `theme:${theme.id}:name` },
      {
        where: `central concept of the theme “${theme.name}”`,
        text: theme.concept,
        owner: `theme:${theme.id}:concept`,
      },
      {
        where: `definition of the theme “${theme.name}”`,
        text: theme.definition,
        owner: `theme:${theme.id}:definition`,
      },
    ]),
    ...codes.map(code => ({
      where: `name of the code “${code.name}”`,
      text: code.name,
      owner: `code:${code.id}:name`,
    })),
  ];
}

type VoiceRow = Omit<Speaker, 'id'> & {
  readonly id: SpeakerId;
  readonly source: SourceId;
  readonly person: string;
  readonly role: SpeakerRole;
};

/** Every speaker with a turn or a name of their own, and the person it is: the participant where one is known, else the speaker. */
export const speakerRows = (read: Reader): readonly VoiceRow[] =>
  read.all<VoiceRow>(
    `SELECT k.id, k.source_id AS source, k.label, k.name, k.role, k.support_role AS supportRole,
       coalesce(k.participant_id, CASE WHEN k.role = 'participant' THEN s.participant_id END, k.id) AS person
     FROM speaker k JOIN source s ON s.id = k.source_id ORDER BY s.position, k.position`,
  );

export function sourceFacts(read: Reader): readonly DisclosureSource[] {
  return read
    .all<{ id: SourceId; kind: DisclosureSource['kind']; metadata: string }>('SELECT id, kind, metadata FROM source')
    .map(({ id, kind, metadata }) => ({ id, kind, headCount: headCount(JSON.parse(metadata)) }));
}

export function markFacts(read: Reader): readonly DisclosureMark[] {
  return read
    .all<{ id: string; source: SourceId; start: number; end: number; kind: string; by: string; agreed: string | null }>(
      `SELECT id, source_id AS source, start_at AS start, end_at AS "end", kind, coder_id AS "by", agreed_by AS agreed
       FROM sensitive ORDER BY source_id, start_at, id`,
    )
    .map(({ by, agreed, ...mark }) => ({
      ...mark,
      agreed: agreed === null ? 'no' : agreed === by ? 'same-coder' : 'other-coder',
    }));
}

type ThemeWords = {
  readonly id: string;
  readonly name: string;
  readonly narrative: string | null;
  readonly isNot: string | null;
  readonly role: string | null;
};

/** What the report prints besides quotes: narratives, case studies and recommendations of the whole study, and the words that they quote. */
export function reportProse(read: Reader): {
  readonly prose: readonly PrintedProse[];
  readonly places: readonly ExtractPlace[];
} {
  const themes = read.all<ThemeWords>(
    'SELECT id, name, narrative, is_not AS isNot, role FROM theme WHERE discarded_at IS NULL ORDER BY position, id',
  );
  const studies = read.all<{ id: string; title: string; body: string; disclaimer: string }>(
    'SELECT id, title, body, disclaimer FROM case_study ORDER BY position, id',
  );
  const recommendations = read.all<{ id: string; addressee: string; body: string }>(
    'SELECT id, addressee, body FROM recommendation ORDER BY position, id',
  );
  const prose = [
    ...themes.flatMap(({ id, name, narrative, isNot, role }) => [
      { where: `narrative of the theme “${name}”`, text: narrative ?? '', owner: `theme:${id}:narrative` },
      { where: `what the theme “${name}” is not`, text: isNot ?? '', owner: `theme:${id}:is_not` },
      { where: `role of the theme “${name}”`, text: role ?? '', owner: `theme:${id}:role` },
    ]),
    ...listRelations(read).flatMap(({ id, kind, note }) => [
      { where: 'kind of a relation between themes', text: kind, owner: `theme_relation:${id}:kind` },
      { where: 'note on a relation between themes', text: note, owner: `theme_relation:${id}:note` },
    ]),
    ...studies.flatMap(({ id, title, body, disclaimer }) => [
      { where: `title of the case study “${title}”`, text: title, owner: `case_study:${id}:title` },
      { where: `case study “${title}”`, text: body, owner: `case_study:${id}:body` },
      { where: `disclaimer of the case study “${title}”`, text: disclaimer, owner: `case_study:${id}:disclaimer` },
    ]),
    ...recommendations.map(({ id, addressee, body }, index) => ({
      where: `recommendation ${index + 1}`,
      text: `${addressee}\n${body}`,
      owner: `recommendation:${id}`,
    })),
  ].filter(one => one.text.trim() !== '');
  const keys = new Set(prose.flatMap(one => quotesIn(one.text)));
  return { prose, places: [...keys].flatMap(key => placeOfKey(key) ?? []) };
}
