import { checkDisclosure } from '../shared/analysis/disclosure/check.ts';
import { headCount } from '../shared/analysis/disclosure/headCount.ts';
import type {
  DisclosureMark,
  DisclosureQuote,
  DisclosureSource,
  DisclosureVoice,
  PrintedProse,
} from '../shared/analysis/disclosure/input.ts';
import { blockingLines } from '../shared/analysis/disclosure/lines.ts';
import { type AcceptedFinding, type Finding, leastPeople } from '../shared/model/disclosure.ts';
import type { Source, Speaker } from '../shared/model/entities.ts';
import { NinefoldError } from '../shared/model/errors.ts';
import type { AttributeId, SourceId, SpeakerId } from '../shared/model/ids.ts';
import type { SpeakerRole } from '../shared/model/kinds.ts';
import type { QuotedExtract, QuoteSnapshot } from '../shared/model/quotes.ts';
import { attribute } from '../shared/text/attribution.ts';
import { type ExtractPlace, extractKey } from '../shared/text/quoteLinks.ts';
import { listAttributes } from './attributes.ts';
import { listParticipants } from './participants.ts';
import { preparedOn } from './preparedQuotes.ts';
import type { Reader } from './reader.ts';
import { listSources, sourceText } from './sources.ts';
import { type Places, placesOf, speakerAt } from './speakers.ts';

/** How the disclosure check is to look at what would be printed. */
export type DisclosureOptions = {
  /** Words that must not be printed, from the open key; null: the key is closed or there is none. Leave them null where words are printed as spoken. */
  readonly terms: readonly string[] | null;
  /** A label that fewer people carry is small; 5 unless told. */
  readonly least?: number;
  /** The attribution style; the house style unless told. It has to be the one that made the snapshot's attributions. */
  readonly label?: (source: Source, speaker: Speaker | null) => string;
  /** Attributes of participants that are printed beside quotes; all of the study unless told. */
  readonly attributes?: readonly AttributeId[];
  /** Whether precise roles are printed in a column of their own. */
  readonly printsRoles?: boolean;
  /** What else is printed: definitions, narratives, case studies. Leftover names are looked for in it. */
  readonly prose?: readonly PrintedProse[];
  /** Words printed besides the snapshot's quotes, such as those that narratives quote. */
  readonly places?: readonly ExtractPlace[];
};

/** What the disclosure check finds in a bundle of quotes, blocking findings first. Quotes that are held back are not printed and so not looked at. */
export function findingsFor(read: Reader, snapshot: QuoteSnapshot, options: DisclosureOptions): readonly Finding[] {
  const sources = listSources(read);
  const voices = speakerRows(read);
  const printed = [...quotesOf(read, snapshot, sources), ...elsewhere(read, options, sources)];
  const quotes = [...new Map(printed.map(quote => [quoteKey(quote), quote])).values()];
  const label = options.label ?? attribute;
  const known = new Map(sources.map(source => [source.id, source]));
  const wanted = options.attributes && new Set(options.attributes);
  return checkDisclosure({
    quotes,
    voices: voices.flatMap((voice): readonly DisclosureVoice[] => {
      const source = known.get(voice.source);
      if (!source || voice.role === 'interviewer') return [];
      return [{ source: source.id, speaker: voice.id, person: voice.person, label: label(source, voice) }];
    }),
    sources: sourceFacts(read),
    people: listParticipants(read).map(({ id, label: number, group, phase, role, roleDecision, values }) => ({
      id,
      label: number,
      group,
      phase,
      role,
      roleDecided: roleDecision !== null,
      values,
    })),
    marks: markFacts(read),
    prose: [...snapshotProse(snapshot), ...(options.prose ?? [])],
    terms: options.terms,
    attributes: listAttributes(read).filter(one => !wanted || wanted.has(one.id)),
    printsRoles: options.printsRoles ?? false,
    least: options.least ?? leastPeople,
  });
}

/** Findings that the team goes along with, the last accepted first. */
export function acceptedFindings(read: Reader): readonly AcceptedFinding[] {
  return read.all<AcceptedFinding>(
    `SELECT a.finding, a.reason, c.name AS "by", a.at FROM disclosure_accepted a JOIN coder c ON c.id = a.coder_id
     ORDER BY a.at DESC, a.id DESC`,
  );
}

/** To be called before anything is written. `accepted`: those of `acceptedFindings`. @throws `disclosure` with the findings that block and are not accepted. */
export function refuseBlocked(
  findings: readonly Finding[],
  accepted: readonly Pick<AcceptedFinding, 'finding'>[],
): void {
  const settled = new Set(accepted.map(one => one.finding));
  const open = findings.filter(one => one.level === 'blocking' && !settled.has(one.key));
  if (open.length === 0) return;
  const what = open.length === 1 ? '1 finding blocks' : `${open.length.toLocaleString('en-GB')} findings block`;
  const lines = blockingLines(open);
  const more = lines.length > 20 ? `\n… and ${lines.length - 20} more.` : '';
  throw new NinefoldError(
    'disclosure',
    `${what} this export. Nothing was written. Settle each, or accept it with a reason.\n${lines.slice(0, 20).join('\n')}${more}`,
    { findings: open },
  );
}

const quoteKey = ({ source, file, start, end }: DisclosureQuote) => `${source ?? file}:${start}-${end}`;

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

function quotesOf(read: Reader, snapshot: QuoteSnapshot, sources: readonly Source[]): readonly DisclosureQuote[] {
  const heard = heardIn(read);
  const themes = themesByCode(snapshot);
  const every = [...snapshot.extracts, ...snapshot.outcomes.flatMap(outcome => outcome.straight ?? [])];
  return every.flatMap(extract => {
    const source = sources.find(one => one.id === extract.sourceId) ?? null;
    const themed = [...new Set(extract.codes.flatMap(code => themes.get(code) ?? []))];
    return quoteAt(heard, extract, source, themed);
  });
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
function elsewhere(read: Reader, options: DisclosureOptions, sources: readonly Source[]): readonly DisclosureQuote[] {
  if (!options.places?.length) return [];
  const heard = heardIn(read);
  const known = new Map(sources.map(source => [source.id, source]));
  return options.places.flatMap(({ source: id, start, end }) => {
    const there = known.get(id);
    const place = heard.places.get(id);
    const voice = place ? speakerAt(place, start, end) : null;
    const text = there ? wordsAt(read, heard.texts, id, start, end) : '';
    const extract: Printed = {
      start,
      end,
      text,
      codings: [],
      attribution: there ? (options.label ?? attribute)(there, voice) : '',
      source: there?.fileName ?? id,
      speaker: voice?.name ?? '',
      group: there?.group ?? null,
      phase: there?.phase ?? null,
      participant: there?.participant ?? null,
      ref: null,
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
function snapshotProse({ title, outcomes, themes, codes }: QuoteSnapshot): readonly PrintedProse[] {
  return [
    { where: 'title of the study', text: title },
    ...outcomes.flatMap(outcome => [
      { where: `title of outcome ${outcome.number}`, text: outcome.title },
      { where: `statement of outcome ${outcome.number}`, text: outcome.statement },
    ]),
    ...themes.flatMap(theme => [
      { where: `name of the theme “${theme.name}”`, text: theme.name },
      { where: `central concept of the theme “${theme.name}”`, text: theme.concept },
      { where: `definition of the theme “${theme.name}”`, text: theme.definition },
    ]),
    ...codes.map(code => ({ where: `name of the code “${code.name}”`, text: code.name })),
  ];
}

type VoiceRow = Omit<Speaker, 'id'> & {
  readonly id: SpeakerId;
  readonly source: SourceId;
  readonly person: string;
  readonly role: SpeakerRole;
};

/** Every speaker with a turn or a name of their own, and the person it is: the participant where one is known, else the speaker. */
const speakerRows = (read: Reader): readonly VoiceRow[] =>
  read.all<VoiceRow>(
    `SELECT k.id, k.source_id AS source, k.label, k.name, k.role, k.support_role AS supportRole,
       coalesce(k.participant_id, CASE WHEN k.role = 'participant' THEN s.participant_id END, k.id) AS person
     FROM speaker k JOIN source s ON s.id = k.source_id ORDER BY s.position, k.position`,
  );

function sourceFacts(read: Reader): readonly DisclosureSource[] {
  return read
    .all<{ id: SourceId; kind: DisclosureSource['kind']; metadata: string }>('SELECT id, kind, metadata FROM source')
    .map(({ id, kind, metadata }) => ({ id, kind, headCount: headCount(JSON.parse(metadata)) }));
}

function markFacts(read: Reader): readonly DisclosureMark[] {
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
