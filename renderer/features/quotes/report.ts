import type { Framework, Quote, Theme } from '../../../shared/model/entities.ts';
import type { QuoteChapter } from '../../../shared/model/quotes.ts';
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
    return chapter.sections.flatMap(({ theme: named, quotes }) => {
      const theme = (named && byName.get(named.name)) ?? null;
      if (named && !theme) return [];
      return [{ key: `${outcome?.id ?? 'none'} ${theme?.id ?? 'none'}`, outcome, theme, quotes }];
    });
  });
}

/** Every quote once, at its first place. */
export function quotesOf(sections: readonly Section[]): readonly Quote[] {
  return [...new Map(sections.flatMap(section => section.quotes).map(quote => [quote.id, quote])).values()];
}

/** A quote at one place of the page. */
export type Row = {
  readonly key: string;
  /** From 1, in report order; a quote that stands in several places has one number. */
  readonly number: number;
  readonly quote: Quote;
  readonly section: Section;
  /** Whether it stood on the page before. */
  readonly again: boolean;
};

/** The rows of a page, numbered through. The last number is the number of quotes. */
export function numbered(sections: readonly Section[]): readonly Row[] {
  const numbers = new Map<string, number>();
  return sections.flatMap(section =>
    section.quotes.map(quote => {
      const before = numbers.get(quote.id);
      const number = before ?? numbers.size + 1;
      numbers.set(quote.id, number);
      return { key: `${section.key} ${quote.id}`, number, quote, section, again: before !== undefined };
    }),
  );
}
