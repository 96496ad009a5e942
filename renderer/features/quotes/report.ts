import { sharedWords } from '../../../shared/analysis/quoteBoard.ts';
import type { Framework, Theme } from '../../../shared/model/entities.ts';
import type { BundleQuote, QuoteChapter } from '../../../shared/model/quotes.ts';
import type { Section } from './choice.ts';

/**
 * The report's sections, as the core orders them, with the outcomes and themes they belong to. Themes are known by name, which is unique in a study.
 * A section whose theme has just gone is left out: the chapters are read again in a moment.
 */
export function reportSections(
  chapters: readonly QuoteChapter[],
  framework: Framework,
  themes: readonly Theme[],
): readonly Section[] {
  const outcomes = new Map(framework.outcomes.map(outcome => [outcome.number, outcome]));
  const byName = new Map(themes.map(theme => [theme.name, theme]));
  return chapters.flatMap(chapter => {
    const outcome = (chapter.outcome && outcomes.get(chapter.outcome.number)) ?? null;
    return chapter.sections.flatMap(({ theme: named, quotes, byHand = false }) => {
      const theme = (named && byName.get(named.name)) ?? null;
      if (named && !theme) return [];
      return [{ key: `${outcome?.id ?? 'none'} ${theme?.id ?? 'none'}`, outcome, theme, quotes, byHand }];
    });
  });
}

/** Every quote once, at its first place. */
export function quotesOf(sections: readonly Section[]): readonly BundleQuote[] {
  return [...new Map(sections.flatMap(section => section.quotes).map(quote => [quote.id, quote])).values()];
}

/** A quote at one place of the page. */
export type Row = {
  readonly key: string;
  /** From 1, in report order; a quote that stands in several places has one number. Null for one that is held back: it is not printed. */
  readonly number: number | null;
  readonly quote: BundleQuote;
  readonly section: Section;
  /** Whether it stood on the page before. */
  readonly again: boolean;
};

/** The rows of a page, numbered through as they are printed. The highest number is the number of quotes that leave. */
export function numbered(sections: readonly Section[]): readonly Row[] {
  const numbers = new Map<string, number>();
  const seen = new Set<string>();
  return sections.flatMap(section =>
    section.quotes.map(quote => {
      const again = seen.has(quote.id);
      seen.add(quote.id);
      if (quote.state !== 'held' && !numbers.has(quote.id)) numbers.set(quote.id, numbers.size + 1);
      return { key: `${section.key} ${quote.id}`, number: numbers.get(quote.id) ?? null, quote, section, again };
    }),
  );
}

/** What a row is called: "Quote 3", or where it is not printed "Quote held back". */
export const nameOfRow = ({ number }: Pick<Row, 'number'>): string =>
  number === null ? 'Quote held back' : `Quote ${number}`;

/** What was repeated of a quote: so many of its words are printed in another quote, too. */
export type Shared = { readonly words: number; readonly whole: boolean; readonly other: BundleQuote };

/** The quotes that share words with another one, each with the one it shares most with. Those held back repeat nothing. */
export function sharedOf(quotes: readonly BundleQuote[]): ReadonlyMap<string, Shared> {
  const most = new Map<string, Shared>();
  const keep = (quote: BundleQuote, other: BundleQuote) => {
    const shared = sharedWords(quote, other);
    if (shared && shared.words > (most.get(quote.key)?.words ?? 0)) most.set(quote.key, { ...shared, other });
  };
  const printed = quotes.filter(quote => quote.state !== 'held');
  for (const mine of Map.groupBy(printed, quote => quote.source).values()) {
    const ordered = mine.toSorted((a, b) => a.start - b.start || b.end - a.end);
    for (const [index, first] of ordered.entries()) {
      for (let at = index + 1; (ordered[at]?.start ?? first.end) < first.end; at++) {
        const second = ordered[at];
        if (!second) break;
        keep(first, second);
        keep(second, first);
      }
    }
  }
  return most;
}
