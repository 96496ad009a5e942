import { filterInWords } from '../shared/analysis/filterWords.ts';
import type { QuoteFilter } from '../shared/api/inputs.ts';
import { NinefoldError } from '../shared/model/errors.ts';
import type { CodeId, OutcomeId } from '../shared/model/ids.ts';
import type { QuotedExtract, QuoteSnapshot } from '../shared/model/quotes.ts';
import { attribute } from '../shared/text/attribution.ts';
import { codeFacts } from './codes.ts';
import { extractFilter, extractsOn, readExtracts, type StudyExtract } from './extracts.ts';
import { filterNames } from './filterNames.ts';
import { getFramework } from './frameworks.ts';
import { outcomeQuoteRows, quotePlace } from './outcomeQuotes.ts';
import type { Reader } from './reader.ts';
import { studyFacts } from './study.ts';
import { type ThemeRow, themeRows } from './themes.ts';

/**
 * What a bundle of quotes is made of, narrowed by the filter. Words of interviewers are never quotes.
 * @throws `not-found` naming the outcome or theme that is not in the study.
 */
export function readQuotes(read: Reader, filter: QuoteFilter): QuoteSnapshot {
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
  if (filter.unthemed) return unthemedQuotes(read, filter, all);
  const narrowed = filter.theme !== undefined || filter.outcome !== undefined;
  const ids = new Set(chosen.map(theme => theme.id));
  const codes = new Set(chosen.flatMap(theme => theme.codes));
  return {
    title: studyFacts(read).title,
    heard: heardOnly(read, filter),
    outcomes: outcomes
      .map(({ id, number, title, statement, themes }) => ({
        id,
        number,
        title,
        statement,
        themes: themes.filter(theme => ids.has(theme)),
        straight: filter.theme === undefined ? straightUnder(read, filter, id) : [],
      }))
      .filter(outcome => filter.theme === undefined || outcome.themes.length > 0),
    themes: chosen,
    codes: codeFacts(read).map(({ id, name }) => ({ id, name })),
    extracts: readExtracts(read, filter.code !== undefined ? [filter.code] : narrowed ? [...codes] : undefined)
      .filter(extract => isQuote(extract, filter))
      .filter(extractFilter(read, filter.within))
      .filter(extract => !narrowed || extract.codes.some(code => codes.has(code)))
      .map(quoted),
  };
}

/** Quotes that stand straight under an outcome, coded or not. */
function straightUnder(read: Reader, filter: QuoteFilter, outcome: OutcomeId): readonly QuotedExtract[] {
  const rows = outcomeQuoteRows(read, outcome);
  if (rows.length === 0) return [];
  return extractsOn(read, rows.map(quotePlace))
    .filter(extract => isQuote(extract, filter))
    .filter(extractFilter(read, filter.within))
    .map(quoted);
}

/** Extracts in no theme. They stand under no outcome either, so a filter by theme or outcome leaves nothing. */
function unthemedQuotes(read: Reader, filter: QuoteFilter, themes: readonly ThemeRow[]): QuoteSnapshot {
  const themed = new Set(themes.flatMap(theme => theme.codes));
  const elsewhere = filter.theme !== undefined || filter.outcome !== undefined;
  return {
    title: studyFacts(read).title,
    heard: heardOnly(read, filter),
    outcomes: [],
    themes: [],
    codes: codeFacts(read).map(({ id, name }) => ({ id, name })),
    extracts: readExtracts(read)
      .filter(extractFilter(read, filter.within))
      .filter(extract => !elsewhere && isQuote(extract, filter) && !extract.codes.some(code => themed.has(code)))
      .map(quoted),
  };
}

const heardOnly = (read: Reader, { group, phase, participant, within }: QuoteFilter) => ({
  group: group ?? null,
  phase: phase ?? null,
  participant: participant ?? null,
  within: within ? filterInWords(within, filterNames(read)) : null,
});

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

function quoted(extract: StudyExtract): QuotedExtract {
  const { source, speaker, start, end, text, codes, codings, ref, rank, sourceOrder } = extract;
  return {
    start,
    end,
    text,
    codes,
    codings,
    ref,
    rank,
    sourceOrder,
    attribution: attribute(source, speaker),
    source: source.fileName,
    speaker: speaker?.name ?? '',
    group: source.group,
    phase: source.phase,
    participant: source.participant,
  };
}
