import type { Quote } from '../model/entities.ts';
import type { CodeId, ThemeId } from '../model/ids.ts';
import type { BundleQuote, QuoteChapter, QuotedExtract, QuoteSection, QuoteSnapshot } from '../model/quotes.ts';
import { extractKey } from '../text/quoteLinks.ts';

/**
 * The chapters of a report: outcomes in their order, themes in report order under each, quotes by their order by hand under it, then the team's own, then source, then place.
 * Quotes straight under an outcome come before its themes. An extract stands under each of its themes. Themes under no outcome, then extracts in no theme, come last where there are any.
 */
export function quoteChapters(snapshot: QuoteSnapshot): readonly QuoteChapter[] {
  const kept = known.get(snapshot);
  if (kept) return kept;
  const chapters = chaptersOf(snapshot);
  known.set(snapshot, chapters);
  return chapters;
}

/** A snapshot is checked and printed in the same order: it is put in it once. */
const known = new WeakMap<QuoteSnapshot, readonly QuoteChapter[]>();

function chaptersOf(snapshot: QuoteSnapshot): readonly QuoteChapter[] {
  const quote = quoteMaker(snapshot);
  const ordered = snapshot.extracts.toSorted(byReport);
  const themes = new Map(snapshot.themes.map(theme => [theme.id, theme]));
  const byHand = (theme: ThemeId | null, extracts: readonly QuotedExtract[]) => {
    const moved = inOrder(extracts, snapshot.order?.get(theme), keyOf);
    return { quotes: moved.map(quote), byHand: moved.some((one, at) => one !== extracts[at]) };
  };
  const section = (id: ThemeId): readonly QuoteSection[] => {
    const theme = themes.get(id);
    if (!theme) return [];
    const codes = new Set<CodeId>(theme.codes);
    const { name, concept, definition } = theme;
    const mine = ordered.filter(one => one.codes.some(code => codes.has(code)));
    return [{ theme: { name, concept, definition }, ...byHand(id, mine) }];
  };
  const placed = new Set(snapshot.outcomes.flatMap(outcome => outcome.themes));
  const unplaced = snapshot.themes.filter(theme => !placed.has(theme.id)).flatMap(theme => section(theme.id));
  const themed = new Set(snapshot.themes.flatMap(theme => theme.codes));
  const straight = new Set(snapshot.outcomes.flatMap(outcome => (outcome.straight ?? []).map(placeOf)));
  const loose = ordered.filter(one => !one.codes.some(code => themed.has(code)) && !straight.has(placeOf(one)));
  const tail = [...unplaced, ...(loose.length > 0 ? [{ theme: null, ...byHand(null, loose) }] : [])];
  const under = (own: readonly QuotedExtract[]): QuoteSection => {
    const report = own.toSorted(byReport);
    return { theme: null, quotes: own.map(quote), byHand: own.some((one, at) => one !== report[at]) };
  };
  return [
    ...snapshot.outcomes.map(({ number, title, statement, themes: ids, straight: own = [] }) => ({
      outcome: { number, title, statement },
      sections: [...(own.length > 0 ? [under(own)] : []), ...ids.flatMap(section)],
    })),
    ...(tail.length > 0 ? [{ outcome: null, sections: tail }] : []),
  ];
}

/** Every quote once, at its first place in the report. */
export function quotesInOrder(snapshot: QuoteSnapshot): readonly BundleQuote[] {
  return everyQuote(quoteChapters(snapshot));
}

/** Every quote of the chapters once, at its first place. */
export function everyQuote(chapters: readonly QuoteChapter[]): readonly BundleQuote[] {
  const seen = new Map<string, BundleQuote>();
  for (const { sections } of chapters)
    for (const { quotes } of sections) for (const quote of quotes) if (!seen.has(quote.id)) seen.set(quote.id, quote);
  return [...seen.values()];
}

/** A quote with the fields that are contract, and no other. */
export function plainQuote(quote: Quote): Quote {
  const { id, text, printed, attribution, source, speaker, group, phase, participant } = quote;
  const { codes, themes, outcomes, start, end } = quote;
  return {
    ...{ id, text, ...(printed !== undefined && { printed }), attribution, source, speaker, group, phase, participant },
    ...{ codes, themes, outcomes, start, end },
  };
}

type InReport = Pick<QuotedExtract, 'rank' | 'sourceOrder' | 'start' | 'end'>;

const keyOf = ({ sourceId: source, start, end }: QuotedExtract) => extractKey({ source, start, end });

/** What has a place in an order by hand, by its key, first; the rest as it is. */
export function inOrder<T>(
  all: readonly T[],
  places: ReadonlyMap<string, number> | undefined,
  key: (one: T) => string,
): readonly T[] {
  if (!places) return all;
  const place = (one: T) => places.get(key(one)) ?? Number.MAX_SAFE_INTEGER;
  return all.toSorted((a, b) => place(a) - place(b));
}

const placeOf = ({ sourceOrder, start, end }: QuotedExtract) => `${sourceOrder} ${start} ${end}`;

/** Extracts in report order: by the team's own, then source, then place. */
export function byReport(a: InReport, b: InReport): number {
  const last = Number.MAX_SAFE_INTEGER;
  return (a.rank ?? last) - (b.rank ?? last) || a.sourceOrder - b.sourceOrder || a.start - b.start || a.end - b.end;
}

/** Makes quotes of extracts, of each one once. A quote's id is the team's own number where only one extract has it, else its first coding's id. */
function quoteMaker(snapshot: QuoteSnapshot): (extract: QuotedExtract) => BundleQuote {
  const uses = new Map<string, number>();
  const every = [...snapshot.extracts, ...snapshot.outcomes.flatMap(outcome => outcome.straight ?? [])];
  const straight = new Map(
    snapshot.outcomes.map(outcome => [outcome.id, new Set((outcome.straight ?? []).map(placeOf))]),
  );
  for (const { ref } of new Map(every.map(one => [placeOf(one), one])).values())
    if (ref !== null) uses.set(ref, (uses.get(ref) ?? 0) + 1);
  const known = new Map(snapshot.codes.map(code => [code.id, code]));
  const byCode = new Map<CodeId, number[]>();
  for (const [at, { codes }] of snapshot.themes.entries())
    for (const code of codes) byCode.set(code, [...(byCode.get(code) ?? []), at]);
  const themesOf = (codes: readonly CodeId[]) =>
    [...new Set(codes.flatMap(code => byCode.get(code) ?? []))]
      .toSorted((a, b) => a - b)
      .flatMap(at => snapshot.themes[at] ?? []);
  const placed = snapshot.outcomes.map(outcome => ({ ...outcome, themes: new Set(outcome.themes) }));
  const make = (extract: QuotedExtract): BundleQuote => {
    const { ref, text, attribution, source, speaker, group, phase, participant, start, end } = extract;
    const themes = themesOf(extract.codes);
    const outcomes = placed.filter(
      outcome => themes.some(theme => outcome.themes.has(theme.id)) || straight.get(outcome.id)?.has(placeOf(extract)),
    );
    return {
      id: ref !== null && uses.get(ref) === 1 ? ref : (extract.codings[0] ?? `${source}:${start}-${end}`),
      text,
      ...(extract.printed === null ? {} : { printed: extract.printed }),
      attribution,
      source,
      speaker,
      group,
      phase,
      participant,
      codes: extract.codes.flatMap(code => known.get(code)?.name ?? []),
      themes: themes.map(theme => theme.name),
      outcomes: outcomes.map(outcome => outcome.number),
      start,
      end,
      key: keyOf(extract),
      leadIn: extract.leadIn,
      vivid: extract.vivid,
      state: extract.state,
      paths: extract.codes.flatMap(code => known.get(code)?.path ?? known.get(code)?.name ?? []),
    };
  };
  const made = new Map<QuotedExtract, BundleQuote>();
  return extract => {
    const before = made.get(extract);
    if (before) return before;
    const quote = make(extract);
    made.set(extract, quote);
    return quote;
  };
}
