import { filterInWords } from '../shared/analysis/filterWords.ts';
import type { QuoteFilter } from '../shared/api/inputs.ts';
import { NinefoldError } from '../shared/model/errors.ts';
import type { CodeId, OutcomeId } from '../shared/model/ids.ts';
import type { PreparedQuote } from '../shared/model/preparedQuotes.ts';
import type { Narrowed, QuotedExtract, QuoteSnapshot } from '../shared/model/quotes.ts';
import { type AttributionStyle, renderAttribution } from '../shared/text/attributionStyle.ts';
import { codePath } from '../shared/text/codePath.ts';
import { type ExtractPlace, extractKey } from '../shared/text/quoteLinks.ts';
import { codeFacts } from './codes.ts';
import { extractFilter, extractsOn, readExtracts, type StudyExtract } from './extracts.ts';
import { filterNames } from './filterNames.ts';
import { getFramework } from './frameworks.ts';
import { outcomeQuoteRows, quotePlace } from './outcomeQuotes.ts';
import { preparedOn } from './preparedQuotes.ts';
import { bundleExtra } from './quoteDetails.ts';
import { quoteOrders } from './quoteOrder.ts';
import { factsOf, peopleSpeaking } from './quotePeople.ts';
import type { Reader } from './reader.ts';
import { studyFacts } from './study.ts';
import { type ThemeRow, themeRows } from './themes.ts';

export type QuoteOptions = {
  /** How quotes are attributed; none: in the house style. */
  readonly style?: AttributionStyle | null;
  /** Words to print at a place where others than those of the text are wanted: as they were spoken. */
  readonly words?: ((place: ExtractPlace) => string) | undefined;
  /** True: those held back are there too. They are never in a bundle. */
  readonly held?: boolean;
  /** What a bundle prints besides is read too: words around each quote, as many turns before and after. */
  readonly extra?: { readonly context: number };
};

/**
 * What a bundle of quotes is made of, narrowed by the filter. Words of interviewers are never quotes.
 * @throws `not-found` naming the outcome or theme that is not in the study.
 */
export function readQuotes(read: Reader, filter: QuoteFilter, options: QuoteOptions = {}): QuoteSnapshot {
  const prepared = preparedOn(read);
  const make = quoter(read, prepared, options);
  const taken = selected(read, filter, isPrinted(prepared, filter, options.held));
  const quoted = (extracts: readonly StudyExtract[]) => extracts.map(make);
  const snapshot = {
    ...taken,
    title: studyFacts(read).title,
    narrowed: narrowedTo(read, filter, taken.themes),
    outcomes: taken.outcomes.map(outcome => ({ ...outcome, straight: quoted(outcome.straight) })),
    codes: codesWithPaths(read),
    extracts: quoted(taken.extracts),
    order: quoteOrders(read),
  };
  if (!options.extra) return snapshot;
  const every = [...taken.extracts, ...taken.outcomes.flatMap(outcome => outcome.straight)];
  return { ...snapshot, extra: bundleExtra(read, every, { ...options, ...options.extra }) };
}

/** The extracts that a bundle of this filter prints, each once. @throws as `readQuotes`. */
export function extractsFor(read: Reader, filter: QuoteFilter): readonly StudyExtract[] {
  const prepared = preparedOn(read);
  const { extracts, outcomes } = selected(read, filter, isPrinted(prepared, filter));
  const every = [...extracts, ...outcomes.flatMap(outcome => outcome.straight)];
  return [...new Map(every.map(extract => [keyOf(extract), extract])).values()];
}

/** The prepared quotes that a bundle of this snapshot prints. */
export function preparedIn(read: Reader, snapshot: QuoteSnapshot): readonly PreparedQuote[] {
  const prepared = preparedOn(read);
  const every = [...snapshot.extracts, ...snapshot.outcomes.flatMap(outcome => outcome.straight ?? [])];
  const keys = new Set(every.map(({ sourceId: source, start, end }) => extractKey({ source, start, end })));
  return [...keys].flatMap(key => prepared.get(key) ?? []);
}

type Selected = {
  readonly outcomes: readonly (Omit<QuoteSnapshot['outcomes'][number], 'straight'> & {
    readonly straight: readonly StudyExtract[];
  })[];
  readonly themes: readonly ThemeRow[];
  readonly extracts: readonly StudyExtract[];
};

type Passes = (extract: StudyExtract) => boolean;

/** What was made ready says whether an extract is printed; one that never was is a candidate. */
function isPrinted(prepared: ReadonlyMap<string, PreparedQuote>, { state, vivid }: QuoteFilter, held = false): Passes {
  return extract => {
    const ready = prepared.get(keyOf(extract));
    return (
      (held || ready?.state !== 'held') &&
      (state === undefined || (ready?.state ?? 'candidate') === state) &&
      (vivid === undefined || (ready?.vivid ?? false) === vivid)
    );
  };
}

function selected(read: Reader, filter: QuoteFilter, printed: Passes): Selected {
  const framework = getFramework(read);
  const outcomes = framework.outcomes.filter(
    outcome => filter.outcome === undefined || outcome.number === filter.outcome,
  );
  if (filter.outcome !== undefined && outcomes.length === 0) {
    const numbers = framework.outcomes.map(outcome => outcome.number).join(', ');
    throw new NinefoldError('not-found', `There is no outcome ${filter.outcome} in this study; it has ${numbers}.`, {
      outcome: filter.outcome,
    });
  }
  const all = themeRows(read);
  const chosen = all.filter(
    theme =>
      wanted(theme, filter.theme) &&
      (filter.outcome === undefined || outcomes.some(outcome => outcome.themes.includes(theme.id))),
  );
  if (filter.theme !== undefined && !all.some(theme => wanted(theme, filter.theme))) {
    throw new NinefoldError(
      'not-found',
      `There is no theme “${filter.theme}” in this study. Check its name on the Themes page.`,
      { theme: filter.theme },
    );
  }
  if (filter.unthemed) return unthemedQuotes(read, filter, all, printed);
  const narrowed = filter.theme !== undefined || filter.outcome !== undefined;
  const ids = new Set(chosen.map(theme => theme.id));
  const codes = new Set(chosen.flatMap(theme => theme.codes));
  return {
    outcomes: outcomes
      .map(({ id, number, title, statement, themes }) => ({
        id,
        number,
        title,
        statement,
        themes: themes.filter(theme => ids.has(theme)),
        straight: filter.theme === undefined ? straightUnder(read, filter, id).filter(printed) : [],
      }))
      .filter(outcome => filter.theme === undefined || outcome.themes.length > 0),
    themes: chosen,
    extracts: readExtracts(read, filter.code !== undefined ? [filter.code] : narrowed ? [...codes] : undefined)
      .filter(extract => isQuote(extract, filter))
      .filter(extractFilter(read, filter.within))
      .filter(extract => !narrowed || extract.codes.some(code => codes.has(code)))
      .filter(printed),
  };
}

/** Quotes that stand straight under an outcome, coded or not. */
function straightUnder(read: Reader, filter: QuoteFilter, outcome: OutcomeId): readonly StudyExtract[] {
  const rows = outcomeQuoteRows(read, outcome);
  if (rows.length === 0) return [];
  return extractsOn(read, rows.map(quotePlace))
    .filter(extract => isQuote(extract, filter))
    .filter(extractFilter(read, filter.within));
}

/** Extracts in no theme. They stand under no outcome either, so a filter by theme or outcome leaves nothing. */
function unthemedQuotes(read: Reader, filter: QuoteFilter, themes: readonly ThemeRow[], printed: Passes): Selected {
  const themed = new Set(themes.flatMap(theme => theme.codes));
  const elsewhere = filter.theme !== undefined || filter.outcome !== undefined;
  return {
    outcomes: [],
    themes: [],
    extracts: readExtracts(read)
      .filter(extractFilter(read, filter.within))
      .filter(extract => !elsewhere && isQuote(extract, filter) && !extract.codes.some(code => themed.has(code)))
      .filter(printed),
  };
}

function narrowedTo(read: Reader, filter: QuoteFilter, themes: readonly ThemeRow[]): Narrowed {
  const { code, theme, within, ...rest } = filter;
  const words = within ? filterInWords(within, filterNames(read)) : null;
  return {
    ...rest,
    ...(theme !== undefined && { theme: themes.find(one => wanted(one, theme))?.name ?? theme }),
    ...(code !== undefined && { code: codeFacts(read).find(one => one.id === code)?.name ?? code }),
    ...(words !== null && { within: words }),
  };
}

const isQuote = (extract: StudyExtract, filter: QuoteFilter) =>
  extract.speaker?.role !== 'interviewer' && passes(extract, filter);

const wanted = (theme: ThemeRow, given: string | undefined) =>
  given === undefined || theme.id === given || theme.name === given;

function passes({ source, codes }: StudyExtract, filter: QuoteFilter): boolean {
  const has = (code: CodeId | undefined) => code === undefined || codes.includes(code);
  return (
    has(filter.code) &&
    (filter.group === undefined || source.group === filter.group) &&
    (filter.phase === undefined || source.phase === filter.phase) &&
    (filter.participant === undefined || source.participant === filter.participant)
  );
}

const keyOf = ({ source, start, end }: StudyExtract) => extractKey({ source: source.id, start, end });

/** Makes quoted extracts: with their attribution in the style, and as they were made ready for print. */
function quoter(
  read: Reader,
  prepared: ReadonlyMap<string, PreparedQuote>,
  { style, words }: QuoteOptions,
): (extract: StudyExtract) => QuotedExtract {
  const person = style ? peopleSpeaking(read) : () => null;
  return extract => {
    const { source, speaker, start, end, codes, codings, ref, rank, sourceOrder } = extract;
    const ready = prepared.get(keyOf(extract));
    const text = words ? words({ source: source.id, start, end }) : extract.text;
    return {
      start,
      end,
      text,
      codes,
      codings,
      ref,
      rank,
      sourceOrder,
      attribution: renderAttribution(style, factsOf(extract, person(extract))),
      sourceId: source.id,
      source: source.fileName,
      speaker: speaker?.name ?? '',
      group: source.group,
      phase: source.phase,
      participant: source.participant,
      // Words made ready hold labels: where the passage is printed as spoken and differs, it is printed whole.
      printed: text === extract.text ? (ready?.printed ?? null) : null,
      leadIn: ready?.leadIn ?? '',
      vivid: ready?.vivid ?? false,
      state: ready?.state ?? null,
    };
  };
}

function codesWithPaths(read: Reader): QuoteSnapshot['codes'] {
  const all = codeFacts(read);
  const byId = new Map(all.map(code => [code.id, code]));
  return all.map(code => ({ id: code.id, name: code.name, path: codePath(code, id => byId.get(id)) }));
}
