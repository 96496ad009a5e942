import { acceptedFindings, acceptFindings, findingsFor, refuseBlocked, termsKnown } from '../../db/disclosure.ts';
import { refuseUnchecked } from '../../db/preparedQuotes.ts';
import { savedAttribution, savedBundle } from '../../db/printStyles.ts';
import { preparedIn, type QuoteOptions, readQuotes } from '../../db/quotes.ts';
import type { Reader } from '../../db/reader.ts';
import { keyOf, spokenViewOf } from '../../db/spoken.ts';
import { studyStamp } from '../../db/stamp.ts';
import { detailProse } from '../../shared/analysis/disclosure/detailProse.ts';
import { wordsPrinted } from '../../shared/analysis/disclosure/printedWords.ts';
import { disclosureReport } from '../../shared/analysis/disclosure/report.ts';
import { sharedLabelFindings } from '../../shared/analysis/disclosure/sharedLabel.ts';
import { quotesInOrder } from '../../shared/analysis/reportOrder.ts';
import type { InputOf } from '../../shared/api/methods.ts';
import { bundleOf, printedOf } from '../../shared/exporters/quotes/index.ts';
import {
  type CheckedFinding,
  type DisclosureReport,
  type Finding,
  leastPeople,
} from '../../shared/model/disclosure.ts';
import type { SourceId } from '../../shared/model/ids.ts';
import { type BundleSettings, usualSettings } from '../../shared/model/printStyles.ts';
import type { QuoteSnapshot } from '../../shared/model/quotes.ts';
import { type AttributionStyle, renderAttribution, styleOf } from '../../shared/text/attributionStyle.ts';
import type { ExtractPlace } from '../../shared/text/quoteLinks.ts';
import { count } from './plain.ts';
import { sha256 } from './printing.ts';
import type { Session, Sessions } from './sessions.ts';

type Asked = InputOf<'quote.check'> & Pick<InputOf<'quote.export'>, 'accept'>;

/** What a bundle is asked to print: a saved choice, with what is said besides going before it. @throws `not-found`, `invalid-input`. */
export function settingsOf(read: Reader, asked: Asked): BundleSettings {
  const { template, parts, context, style, format } = asked;
  const saved = template === undefined ? usualSettings : savedBundle(read, template);
  const columns = asked.columns === undefined ? saved.columns : asked.columns;
  return {
    columns,
    parts: parts ?? saved.parts,
    context: printsAround(format, columns) ? (context ?? saved.context) : 0,
    style: style === undefined ? saved.style : typeof style === 'string' ? style : null,
  };
}

/** The form of attributions that is asked for; null for the house style. @throws `not-found`, `invalid-input`. */
export function attributionOf(read: Reader, { style }: Asked, saved: BundleSettings): AttributionStyle | null {
  if (style !== undefined && style !== null && typeof style !== 'string')
    return styleOf(style.name ?? 'given style', style.template);
  return saved.style === null ? null : savedAttribution(read, saved.style);
}

/** Reads all that a bundle prints at one moment. @throws `key-needed` where it is wanted as spoken and the key is closed. */
export function readBundle(
  { file }: Session,
  asked: Asked,
  style: AttributionStyle | null,
  context: number,
): { readonly snapshot: QuoteSnapshot; readonly printed: QuoteSnapshot } {
  const options: QuoteOptions = { style, extra: { context } };
  const printed = readQuotes(file.read, asked.filter, options);
  if (!asked.spoken) return { snapshot: printed, printed };
  return { snapshot: readQuotes(file.read, asked.filter, { ...options, words: spokenWords(file) }), printed };
}

/** Gives the words of a place as they were spoken. */
function spokenWords(file: Session['file']): (place: ExtractPlace) => string {
  const key = keyOf(file);
  const views = new Map<SourceId, ReturnType<typeof spokenViewOf>>();
  return ({ source, start, end }) => {
    const view = views.get(source) ?? spokenViewOf(file.read, key, source);
    views.set(source, view);
    const place = view.toSpoken({ start, end });
    return view.spoken.slice(place.start, place.end);
  };
}

/**
 * What the disclosure check says of a bundle. As spoken, names are not looked for: they are meant to stand there.
 * @throws `disclosure` with what blocks it and is accepted neither in the study nor here, `integrity` for printed words that no longer check.
 */
export function checkBundle(
  { file }: Session,
  printed: QuoteSnapshot,
  style: AttributionStyle | null,
  settings: BundleSettings,
  asked: Pick<Asked, 'spoken' | 'accept' | 'format' | 'filter'>,
): {
  /** What didn't block it; those accepted here are left out. */
  readonly findings: readonly CheckedFinding[];
  /** What was accepted here and found, to be journalled. */
  readonly accepting: NonNullable<Asked['accept']>;
} {
  const { read } = file;
  const accepted = acceptedFindings(read);
  const given = new Set((asked.accept ?? []).map(one => one.finding));
  const found = foundIn(file, printed, style, settings, asked);
  refuseBlocked(found, [...accepted, ...[...given].map(finding => ({ finding }))]);
  refuseUnchecked(preparedIn(read, printed));
  const known = new Map(accepted.toReversed().map(one => [one.finding, one]));
  const keys = new Set(found.map(one => one.key));
  return {
    findings: found.filter(one => !given.has(one.key)).map(one => ({ ...one, accepted: known.get(one.key) ?? null })),
    accepting: (asked.accept ?? []).filter(one => keys.has(one.finding) && !known.has(one.finding)),
  };
}

/** The disclosure check of a bundle for people to read before it is written. */
export function bundleReport(
  { file }: Session,
  printed: QuoteSnapshot,
  style: AttributionStyle | null,
  settings: BundleSettings,
  asked: Pick<Asked, 'spoken' | 'format' | 'filter'>,
): DisclosureReport {
  const quotes = quotesInOrder(printed);
  return disclosureReport({
    findings: foundIn(file, printed, style, settings, asked),
    accepted: acceptedFindings(file.read),
    quotes: quotes.map(({ source, attribution }) => ({ source, label: attribution })),
    least: leastPeople,
    names: termsKnown(file) !== null,
    asSpoken: asked.spoken ?? false,
    attributes: printsAttributes(settings, asked.format),
  });
}

/** What was found last in a study, by a digest of all that it rests on: bundles are often written several times over, in one format after the other. */
const last = new WeakMap<Session['file'], { readonly asked: string; readonly found: readonly Finding[] }>();

function foundIn(
  file: Session['file'],
  printed: QuoteSnapshot,
  style: AttributionStyle | null,
  settings: BundleSettings,
  { spoken, format, filter }: Pick<Asked, 'spoken' | 'format' | 'filter'>,
): readonly Finding[] {
  const { read } = file;
  const terms = spoken ? null : termsKnown(file);
  const attributes = printsAttributes(settings, format);
  const notes = printsNotes(settings, format);
  const state = [studyStamp(read), filter, style?.template, attributes, notes, settings, format, terms?.words];
  const asked = sha256(JSON.stringify(state));
  const known = last.get(file);
  if (known?.asked === asked) return known.found;
  const found = [
    ...findingsFor(read, printed, {
      terms,
      ...(style && { label: (source, speaker) => renderAttribution(style, { ...source, speaker, role: null }) }),
      ...(attributes ? {} : { attributes: [] }),
      prose: detailProse(printed, notes),
      rest: terms
        ? wordsPrinted('the file', [printed.narrowed, printedOf(bundleOf(printed, settings, false), format)])
        : [],
    }),
    ...sharedLabelFindings(printed.extra?.shared ?? []),
  ];
  last.set(file, { asked, found });
  return found;
}

/** Whether attributes of participants stand beside the quotes: in tables alone, and only where their columns are there. */
function printsAttributes({ columns }: BundleSettings, format: Asked['format']): boolean {
  if (format === 'xlsx' && columns === null) return true;
  if (format !== 'xlsx' && format !== 'csv') return false;
  return columns?.some(column => column === 'attributes' || column.startsWith('attribute:')) ?? false;
}

/** Whether words around a quote are printed in a format, where any are asked for. */
function printsAround(format: Asked['format'], columns: BundleSettings['columns']): boolean {
  if (format !== 'xlsx' && format !== 'csv') return format !== 'json';
  return columns === null || columns.includes('before') || columns.includes('after');
}

/** Whether notes and memos stand beside the quotes. */
function printsNotes({ columns, parts }: BundleSettings, format: Asked['format']): boolean {
  if (format === 'xlsx' || format === 'csv') return columns?.includes('notes') ?? format === 'xlsx';
  return parts.includes('notes');
}

/** Journals findings that an export goes along with. */
export function acceptGiven(
  sessions: Sessions,
  session: Session,
  findings: NonNullable<Asked['accept']>,
  at: string,
): void {
  if (findings.length === 0) return;
  sessions.command(session, 'disclosure.accept', { findings }, write => ({
    result: acceptFindings(session.file.read, write, findings, session.coder.id, at),
    summary: `Accepted ${count(findings.length, 'finding')} of the disclosure check to export quotes`,
  }));
}

/** Journals that words left the study as they were spoken. */
export function recordSpoken(
  sessions: Sessions,
  session: Session,
  { what, format, items }: { readonly what: string; readonly format: string; readonly items: number },
): void {
  const input = { what, format, items };
  sessions.command(
    session,
    'quote.export-spoken',
    input,
    () => ({ result: null, summary: `Exported ${count(items, 'quote')} as spoken (${format}: ${what})` }),
    { undoable: false, kept: true },
  );
}
