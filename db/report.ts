import { byReport, inOrder } from '../shared/analysis/reportOrder.ts';
import type { CodeId, ThemeId } from '../shared/model/ids.ts';
import type { PrintedQuote, ReportSnapshot, ReportTheme } from '../shared/model/report.ts';
import type { Stance } from '../shared/model/themes.ts';
import { type AttributionStyle, renderAttribution } from '../shared/text/attributionStyle.ts';
import { type ExtractPlace, extractKey, placeOfKey, quotesIn } from '../shared/text/quoteLinks.ts';
import { listCaseStudies } from './caseStudies.ts';
import { codeFacts } from './codes.ts';
import { themeWeights } from './evidence.ts';
import { extractsOn, readExtracts, type StudyExtract } from './extracts.ts';
import { getFramework } from './frameworks.ts';
import { outcomeQuoteRows, quotePlace } from './outcomeQuotes.ts';
import { listParticipants } from './participants.ts';
import { preparedOn } from './preparedQuotes.ts';
import { quoteOrders } from './quoteOrder.ts';
import { factsOf, peopleSpeaking } from './quotePeople.ts';
import type { Reader } from './reader.ts';
import { listRecommendations } from './recommendations.ts';
import { listSources } from './sources.ts';
import { studyFacts } from './study.ts';
import { listRelations } from './themeRelations.ts';
import { type ThemeRow, themeRows } from './themes.ts';

/** What the theme book and the findings draft are made of, attributed in a style (the house style unless told). Words of interviewers are never quotes. */
export function readReport(read: Reader, style: AttributionStyle | null = null): ReportSnapshot {
  const rows = themeRows(read);
  const framework = getFramework(read);
  const outcomes = framework.outcomes.map(({ id, number, title, statement, themes }) => ({
    id,
    number,
    title,
    statement,
    themes,
    straight: outcomeQuoteRows(read, id).map(row => extractKey(quotePlace(row))),
  }));
  const caseStudies = listCaseStudies(read);
  const recommendations = listRecommendations(read);
  const extracts = readExtracts(read)
    .filter(extract => extract.speaker?.role !== 'interviewer')
    .toSorted(byReport);
  const marks = marksByTheme(read);
  const themes = themesWith(read, rows, extracts, marks);
  const named = [
    ...outcomes.flatMap(outcome => outcome.straight),
    ...themes.flatMap(theme => [...theme.contrary, ...theme.qualifies]),
    ...[
      ...rows.map(theme => theme.narrative),
      ...caseStudies.map(study => study.body),
      ...recommendations.map(one => one.body),
    ].flatMap(quotesIn),
  ];
  const sources = listSources(read);
  return {
    title: studyFacts(read).title,
    counts: countsOf(read),
    outcomes,
    themes,
    relations: listRelations(read).map(({ from, to, kind, note }) => ({ from, to, kind, note })),
    quotes: quotesOf(read, extracts, named, style),
    caseStudies,
    recommendations,
    sources: sources.map(source => {
      const { kind, group, phase, attribution } = source;
      const label = style ? renderAttribution(style, { ...source, speaker: null, role: null }) : attribution;
      return { kind, group, phase, attribution: label };
    }),
  };
}

function themesWith(
  read: Reader,
  rows: readonly ThemeRow[],
  extracts: readonly StudyExtract[],
  marks: ReadonlyMap<ThemeId, readonly Mark[]>,
): readonly ReportTheme[] {
  const weights = themeWeights(read);
  const orders = quoteOrders(read);
  const names = new Map(codeFacts(read).map(code => [code.id, code.name]));
  const byCode = new Map<CodeId, StudyExtract[]>();
  for (const extract of extracts) {
    for (const code of extract.codes) {
      const list = byCode.get(code);
      if (list) list.push(extract);
      else byCode.set(code, [extract]);
    }
  }
  return rows.map(({ links: _links, statusReason: _reason, discarded: _discarded, codes, ...theme }) => {
    const weight = weights.get(theme.id);
    const mine = new Set(codes.flatMap(code => byCode.get(code) ?? []));
    const of = (stance: Stance) =>
      (marks.get(theme.id) ?? []).filter(mark => mark.stance === stance).map(mark => extractKey(mark));
    return {
      ...theme,
      codes: codes.flatMap(code => names.get(code) ?? []),
      evidence: {
        extracts: weight?.extracts ?? 0,
        sources: weight?.sources.length ?? 0,
        participants: weight?.people ?? 0,
      },
      extracts: inOrder([...mine].toSorted(byReport).map(keyOf), orders.get(theme.id), key => key),
      contrary: of('contrary'),
      qualifies: of('qualifies'),
    };
  });
}

type Mark = ExtractPlace & { readonly theme: ThemeId; readonly stance: Stance };

const marksByTheme = (read: Reader): ReadonlyMap<ThemeId, readonly Mark[]> =>
  Map.groupBy(
    read.all<Mark>(
      `SELECT m.theme_id AS theme, m.stance, m.source_id AS source, m.start_at AS start, m.end_at AS "end"
       FROM theme_mark m JOIN source s ON s.id = m.source_id ORDER BY s.position, s.id, m.start_at, m.end_at`,
    ),
    mark => mark.theme,
  );

const keyOf = ({ source, start, end }: StudyExtract) => extractKey({ source: source.id, start, end });

/** Quotes as they are printed: the words that were made ready where there are any, else those of the source. */
function quotesOf(
  read: Reader,
  extracts: readonly StudyExtract[],
  named: readonly string[],
  style: AttributionStyle | null,
): ReadonlyMap<string, PrintedQuote> {
  const prepared = preparedOn(read);
  const person = peopleSpeaking(read);
  const coded = new Map(extracts.map(extract => [keyOf(extract), extract]));
  const others = [...new Set(named)].filter(key => !coded.has(key)).flatMap(key => placeOfKey(key) ?? []);
  const words = (extract: StudyExtract) => extract.text.trim() !== '';
  return new Map(
    [...extracts, ...extractsOn(read, others).filter(words)].map(extract => {
      const key = keyOf(extract);
      const made = prepared.get(key);
      return [
        key,
        {
          key,
          words: made?.printed ?? extract.text,
          attribution: renderAttribution(style, factsOf(extract, person(extract))),
          leadIn: made?.leadIn ?? '',
          state: made?.state ?? null,
          vivid: made?.vivid ?? false,
        },
      ];
    }),
  );
}

function countsOf(read: Reader): ReportSnapshot['counts'] {
  const speaking = listParticipants(read).filter(one => one.sources.length > 0 || one.speakers.length > 0);
  const groups = Map.groupBy(speaking, one => one.group ?? '');
  return {
    sources: read.count('SELECT count(*) FROM source'),
    participants: speaking.length,
    groups: [...groups]
      .map(([group, people]) => ({ group, participants: people.length }))
      .toSorted((a, b) => b.participants - a.participants || (a.group < b.group ? -1 : 1)),
    speakers: read.count(
      `SELECT count(*) FROM speaker k JOIN source s ON s.id = k.source_id
       WHERE k.participant_id IS NULL AND k.role <> 'interviewer' AND NOT (k.role = 'participant' AND s.participant_id IS NOT NULL)`,
    ),
  };
}
