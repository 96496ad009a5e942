import type { Quote } from '../model/entities.ts';
import type { CodeId, ThemeId } from '../model/ids.ts';
import type { QuoteChapter, QuotedExtract, QuoteSection, QuoteSnapshot } from '../model/quotes.ts';

/**
 * The chapters of a report: outcomes in their order, themes in report order under each, quotes by the team's own order, then source, then place.
 * Quotes straight under an outcome come before its themes. An extract stands under each of its themes. Themes under no outcome, then extracts in no theme, come last where there are any.
 */
export function quoteChapters(snapshot: QuoteSnapshot): readonly QuoteChapter[] {
  const quote = quoteMaker(snapshot);
  const ordered = snapshot.extracts.toSorted(byReport);
  const themes = new Map(snapshot.themes.map(theme => [theme.id, theme]));
  const section = (id: ThemeId): readonly QuoteSection[] => {
    const theme = themes.get(id);
    if (!theme) return [];
    const codes = new Set<CodeId>(theme.codes);
    const { name, concept, definition } = theme;
    return [
      {
        theme: { name, concept, definition },
        quotes: ordered.filter(one => one.codes.some(code => codes.has(code))).map(quote),
      },
    ];
  };
  const placed = new Set(snapshot.outcomes.flatMap(outcome => outcome.themes));
  const unplaced = snapshot.themes.filter(theme => !placed.has(theme.id)).flatMap(theme => section(theme.id));
  const themed = new Set(snapshot.themes.flatMap(theme => theme.codes));
  const straight = new Set(snapshot.outcomes.flatMap(outcome => (outcome.straight ?? []).map(placeOf)));
  const loose = ordered
    .filter(one => !one.codes.some(code => themed.has(code)) && !straight.has(placeOf(one)))
    .map(quote);
  const tail: readonly QuoteSection[] = [...unplaced, ...(loose.length > 0 ? [{ theme: null, quotes: loose }] : [])];
  return [
    ...snapshot.outcomes.map(({ number, title, statement, themes: ids, straight: own = [] }) => ({
      outcome: { number, title, statement },
      sections: [...(own.length > 0 ? [{ theme: null, quotes: own.map(quote) }] : []), ...ids.flatMap(section)],
    })),
    ...(tail.length > 0 ? [{ outcome: null, sections: tail }] : []),
  ];
}

/** Every quote once, at its first place in the report. */
export function quotesInOrder(snapshot: QuoteSnapshot): readonly Quote[] {
  const seen = new Map<string, Quote>();
  for (const chapter of quoteChapters(snapshot)) {
    for (const { quotes } of chapter.sections) {
      for (const quote of quotes) if (!seen.has(quote.id)) seen.set(quote.id, quote);
    }
  }
  return [...seen.values()];
}

const placeOf = ({ sourceOrder, start, end }: QuotedExtract) => `${sourceOrder} ${start} ${end}`;

function byReport(a: QuotedExtract, b: QuotedExtract): number {
  const rank = (one: QuotedExtract) => one.rank ?? Number.POSITIVE_INFINITY;
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  return a.sourceOrder - b.sourceOrder || a.start - b.start || a.end - b.end;
}

/** Makes quotes of extracts. A quote's id is the team's own number where only one extract has it, else its first coding's id. */
function quoteMaker(snapshot: QuoteSnapshot): (extract: QuotedExtract) => Quote {
  const uses = new Map<string, number>();
  const every = [...snapshot.extracts, ...snapshot.outcomes.flatMap(outcome => outcome.straight ?? [])];
  const straight = new Map(
    snapshot.outcomes.map(outcome => [outcome.id, new Set((outcome.straight ?? []).map(placeOf))]),
  );
  for (const { ref } of new Map(every.map(one => [placeOf(one), one])).values())
    if (ref !== null) uses.set(ref, (uses.get(ref) ?? 0) + 1);
  const names = new Map(snapshot.codes.map(code => [code.id, code.name]));
  return extract => {
    const { ref, text, attribution, source, speaker, group, phase, participant, start, end } = extract;
    const codes = new Set(extract.codes);
    const themes = snapshot.themes.filter(theme => theme.codes.some(code => codes.has(code)));
    const ids = new Set(themes.map(theme => theme.id));
    const outcomes = snapshot.outcomes.filter(
      outcome => outcome.themes.some(theme => ids.has(theme)) || straight.get(outcome.id)?.has(placeOf(extract)),
    );
    return {
      id: ref !== null && uses.get(ref) === 1 ? ref : (extract.codings[0] ?? `${source}:${start}-${end}`),
      text,
      attribution,
      source,
      speaker,
      group,
      phase,
      participant,
      codes: extract.codes.flatMap(code => names.get(code) ?? []),
      themes: themes.map(theme => theme.name),
      outcomes: outcomes.map(outcome => outcome.number),
      start,
      end,
    };
  };
}
