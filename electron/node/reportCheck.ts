import { codebookProse } from '../../db/codebookProse.ts';
import { acceptedFindings, findingsFor, refuseBlocked, termsKnown } from '../../db/disclosure.ts';
import { reportProse, snapshotProse } from '../../db/disclosureFacts.ts';
import { extractsOn } from '../../db/extracts.ts';
import { preparedOn, refuseUnchecked } from '../../db/preparedQuotes.ts';
import { savedAttribution } from '../../db/printStyles.ts';
import { peopleSpeaking } from '../../db/quotePeople.ts';
import { readQuotes } from '../../db/quotes.ts';
import type { Reader } from '../../db/reader.ts';
import { sharedLabels } from '../../db/sharedLabels.ts';
import { studyStamp } from '../../db/stamp.ts';
import { wordsPrinted } from '../../shared/analysis/disclosure/printedWords.ts';
import { disclosureReport } from '../../shared/analysis/disclosure/report.ts';
import { sharedLabelFindings } from '../../shared/analysis/disclosure/sharedLabel.ts';
import type { InputOf } from '../../shared/api/methods.ts';
import {
  type CheckedFinding,
  type DisclosureReport,
  type Finding,
  leastPeople,
} from '../../shared/model/disclosure.ts';
import type { QuoteSnapshot } from '../../shared/model/quotes.ts';
import { type AttributionStyle, renderAttribution, styleOf } from '../../shared/text/attributionStyle.ts';
import { placeOfKey } from '../../shared/text/quoteLinks.ts';
import { sha256 } from './printing.ts';
import type { Session } from './sessions.ts';

type Asked = Pick<InputOf<'findings.export'>, 'style' | 'accept'>;

/** The form of attributions that is asked for; null for the house style. @throws `not-found`, `invalid-input`. */
export function styleAsked(read: Reader, { style }: Pick<Asked, 'style'>): AttributionStyle | null {
  if (style === undefined || style === null) return null;
  return typeof style === 'string'
    ? savedAttribution(read, style)
    : styleOf(style.name ?? 'given style', style.template);
}

const placesOf = (keys: readonly string[]) => keys.flatMap(key => placeOfKey(key) ?? []);

/**
 * To be called before a file of names, notes and figures is written. `printed`: all that it is made of, as plain data; `quotes`: those that it prints besides.
 * @throws `disclosure` with what blocks it and is not accepted in the study.
 */
export function checkWords({ file }: Session, what: string, printed: unknown, quotes?: QuoteSnapshot): void {
  const { read } = file;
  const terms = termsKnown(file);
  const rest = terms ? wordsPrinted(what, printed) : [];
  const texts = new Set(rest.map(one => one.text));
  const all = readQuotes(read, {});
  const { title, narrowed } = all;
  const none = { title, narrowed, codes: [], outcomes: [], themes: [], extracts: [] };
  const prose = [...snapshotProse(all), ...codebookProse(read)].filter(one => texts.has(one.text));
  refuseBlocked(findingsFor(read, quotes ?? none, { terms, attributes: [], prose, rest }), acceptedFindings(read));
}

/** What was found last in a report of a study, by a digest of all that it rests on: a report is checked when its dialog opens and again when it is written. */
const last = new WeakMap<Session['file'], { readonly asked: string; readonly found: readonly Finding[] }>();

/** A report that is to be printed: all that it is made of, and the keys of its quotes. */
export type PrintedReport = {
  readonly what: string;
  readonly printed: unknown;
  readonly keys: readonly string[];
  readonly style: AttributionStyle | null;
};

function found(session: Session, report: PrintedReport): readonly Finding[] {
  const { file } = session;
  const { what, style, keys } = report;
  const asked = sha256(JSON.stringify([studyStamp(file.read), what, style?.template, keys, termsKnown(file)?.words]));
  const known = last.get(file);
  if (known?.asked === asked) return known.found;
  const now = findIn(session, report);
  last.set(file, { asked, found: now });
  return now;
}

/** What the disclosure check finds in a report that prints these quotes, besides its themes, narratives, boxes and recommendations. */
function findIn({ file }: Session, { what, printed, keys, style }: PrintedReport): readonly Finding[] {
  const { read } = file;
  const terms = termsKnown(file);
  const places = placesOf(keys);
  const all = readQuotes(read, {});
  const snapshot = { ...all, extracts: [], outcomes: all.outcomes.map(outcome => ({ ...outcome, straight: [] })) };
  return [
    ...findingsFor(read, snapshot, {
      terms,
      attributes: [],
      prose: reportProse(read).prose,
      rest: terms ? wordsPrinted(what, printed) : [],
      places,
      ...(style && { label: (source, speaker) => renderAttribution(style, { ...source, speaker, role: null }) }),
    }),
    ...(style ? sharedLabelFindings(sharedLabels(extractsOn(read, places), style, peopleSpeaking(read))) : []),
  ];
}

/**
 * To be called before a report is written.
 * @throws `disclosure` with what blocks it and is accepted neither in the study nor here, `integrity` for printed words that no longer check.
 */
export function checkReport(
  session: Session,
  report: PrintedReport,
  { accept = [] }: Pick<Asked, 'accept'>,
): {
  /** What didn't block it; those accepted here are left out. */
  readonly findings: readonly CheckedFinding[];
  /** What was accepted here and found, to be journalled. */
  readonly accepting: NonNullable<Asked['accept']>;
} {
  const { read } = session.file;
  const accepted = acceptedFindings(read);
  const given = new Set(accept.map(one => one.finding));
  const all = found(session, report);
  refuseBlocked(all, [...accepted, ...[...given].map(finding => ({ finding }))]);
  const prepared = preparedOn(read);
  refuseUnchecked(report.keys.flatMap(key => prepared.get(key) ?? []));
  const known = new Map(accepted.toReversed().map(one => [one.finding, one]));
  const there = new Set(all.map(one => one.key));
  return {
    findings: all.filter(one => !given.has(one.key)).map(one => ({ ...one, accepted: known.get(one.key) ?? null })),
    accepting: accept.filter(one => there.has(one.finding) && !known.has(one.finding)),
  };
}

/** The same check to be looked at, before anything is written. */
export function reportOnReport(session: Session, report: PrintedReport): DisclosureReport {
  const { read } = session.file;
  return disclosureReport({
    findings: found(session, report),
    accepted: acceptedFindings(read),
    quotes: extractsOn(read, placesOf(report.keys)).map(one => ({
      source: one.source.id,
      label: one.source.attribution,
    })),
    least: leastPeople,
    names: termsKnown(session.file) !== null,
    asSpoken: false,
    attributes: false,
  });
}
