import { checkDisclosure } from '../shared/analysis/disclosure/check.ts';
import type { DisclosureVoice, PrintedProse } from '../shared/analysis/disclosure/input.ts';
import { blockingLines } from '../shared/analysis/disclosure/lines.ts';
import { type AcceptedFinding, type Finding, leastPeople } from '../shared/model/disclosure.ts';
import { NinefoldError } from '../shared/model/errors.ts';
import { type AttributeId, type CoderId, newId } from '../shared/model/ids.ts';
import type { QuoteSnapshot } from '../shared/model/quotes.ts';
import { attribute } from '../shared/text/attribution.ts';
import type { ExtractPlace } from '../shared/text/quoteLinks.ts';
import { listAttributes } from './attributes.ts';
import {
  type LabelOf,
  markFacts,
  quoteKey,
  quotesAt,
  quotesOf,
  snapshotProse,
  sourceFacts,
  speakerRows,
} from './disclosureFacts.ts';
import { termsInForce } from './key/terms.ts';
import { nameChecks } from './nameChecks.ts';
import { listParticipants } from './participants.ts';
import type { Reader } from './reader.ts';
import { listSources } from './sources.ts';
import type { StudyFile } from './studyFile.ts';
import type { Writer } from './writer.ts';

/** How the disclosure check is to look at what would be printed. */
export type DisclosureOptions = {
  /** Words that must not be printed, from the open key; null: the key is closed or there is none. Leave them null where words are printed as spoken. */
  readonly terms: KnownTerms | null;
  /** A label that fewer people carry is small; 5 unless told. */
  readonly least?: number;
  /** The attribution style; the house style unless told. It has to be the one that made the snapshot's attributions. */
  readonly label?: LabelOf;
  /** Attributes of participants that are printed beside quotes; all of the study unless told. */
  readonly attributes?: readonly AttributeId[];
  /** Whether precise roles are printed in a column of their own. */
  readonly printsRoles?: boolean;
  /** What else is printed: definitions, narratives, case studies. Leftover names are looked for in it. */
  readonly prose?: readonly PrintedProse[];
  /** All texts that the file is made of (`wordsPrinted`), for those that are named nowhere else. */
  readonly rest?: readonly PrintedProse[];
  /** Words printed besides the snapshot's quotes, such as those that narratives quote. */
  readonly places?: readonly ExtractPlace[];
};

/** What the disclosure check finds in a bundle of quotes, blocking findings first. Quotes that are held back are not printed and so not looked at. */
export function findingsFor(read: Reader, snapshot: QuoteSnapshot, options: DisclosureOptions): readonly Finding[] {
  const label = options.label ?? attribute;
  const sources = listSources(read);
  const voices = speakerRows(read);
  const printed = [...quotesOf(read, snapshot, sources), ...quotesAt(read, options.places ?? [], label, sources)];
  const quotes = [...new Map(printed.map(quote => [quoteKey(quote), quote])).values()];
  const known = new Map(sources.map(source => [source.id, source]));
  const wanted = options.attributes && new Set(options.attributes);
  const said = new Map(quotes.map(quote => [quote.speaker, quote.label]));
  return checkDisclosure({
    quotes,
    voices: voices.flatMap((voice): readonly DisclosureVoice[] => {
      const source = known.get(voice.source);
      if (!source || voice.role === 'interviewer') return [];
      return [
        {
          source: source.id,
          speaker: voice.id,
          person: voice.person,
          label: said.get(voice.id) ?? label(source, voice),
        },
      ];
    }),
    sources: sourceFacts(read),
    unchecked: nameChecks(read)
      .filter(one => !one.current)
      .map(({ source }) => ({ id: source, title: known.get(source)?.title ?? '' })),
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
    rest: options.rest ?? [],
    terms: options.terms?.words ?? null,
    seal: options.terms?.seal ?? (() => ''),
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

/** Words that must not be printed. `seal`: a digest that nobody can make without the key. */
export type KnownTerms = { readonly words: readonly string[]; readonly seal: (words: string) => string };

/** The words that must not be printed, or null where they are not known because the key is closed or there is none. */
export function termsKnown(file: Pick<StudyFile, 'read' | 'keyring'>): KnownTerms | null {
  const key = file.keyring.open;
  return key && { words: termsInForce(file).map(term => term.words), seal: words => key.seal(words) };
}

/** Goes along with findings; one accepted before gets the new reason. @returns how many are accepted now that were not. */
export function acceptFindings(
  read: Reader,
  write: Writer,
  given: readonly { readonly finding: string; readonly reason: string }[],
  coder: CoderId,
  at: string,
): number {
  let fresh = 0;
  for (const { finding, reason } of given) {
    const before = acceptedRows(read, finding);
    for (const id of before) write.remove('disclosure_accepted', id);
    if (before.length === 0) fresh++;
    write.insert('disclosure_accepted', { id: newId<'accepted'>(), finding, reason, coder_id: coder, at });
  }
  return fresh;
}

/** Takes the acceptance of a finding back. @throws `not-found` where it is not accepted. */
export function unacceptFinding(read: Reader, write: Writer, finding: string): void {
  const rows = acceptedRows(read, finding);
  if (rows.length === 0)
    throw new NinefoldError('not-found', 'This finding is not accepted, so there is nothing to take back.', {
      finding,
    });
  for (const id of rows) write.remove('disclosure_accepted', id);
}

const acceptedRows = (read: Reader, finding: string): readonly string[] =>
  read.all<{ id: string }>('SELECT id FROM disclosure_accepted WHERE finding = ?', finding).map(row => row.id);
