import type { QuoteFilter } from '../../../shared/api/inputs.ts';
import type { Framework, Outcome, Quote, Theme } from '../../../shared/model/entities.ts';
import type { OutcomeId, ThemeId } from '../../../shared/model/ids.ts';

/** What the quotes are read for: all of the study, one outcome, or one theme (under the outcome it was chosen from, null where it has none). */
export type Choice =
  | { readonly of: 'study' }
  | { readonly of: 'outcome'; readonly outcome: OutcomeId }
  | { readonly of: 'theme'; readonly theme: ThemeId; readonly under: OutcomeId | null };

/** Who is heard. Null takes all. */
export type Heard = {
  readonly group: string | null;
  readonly phase: number | null;
  readonly participant: string | null;
};

export const everyone: Heard = { group: null, phase: null, participant: null };

/** The filter by which the core lists or exports exactly what is on the page. An outcome that is gone takes the whole study. */
export function filterOf(choice: Choice, heard: Heard, framework: Framework): QuoteFilter {
  const outcome =
    choice.of === 'outcome' ? framework.outcomes.find(one => one.id === choice.outcome)?.number : undefined;
  return {
    ...(outcome === undefined ? {} : { outcome }),
    ...(choice.of === 'theme' ? { theme: choice.theme } : {}),
    ...(heard.group === null ? {} : { group: heard.group }),
    ...(heard.phase === null ? {} : { phase: heard.phase }),
    ...(heard.participant === null ? {} : { participant: heard.participant }),
  };
}

export type Section = {
  readonly key: string;
  readonly outcome: Outcome | null;
  readonly theme: Theme | null;
  readonly quotes: readonly Quote[];
};

/**
 * The quotes under the headings they are printed under, in report order: a quote of two themes stands under each.
 * Sections without a quote are left out. Quotes of themes under no outcome follow, then those of no theme.
 */
export function sectionsOf(
  choice: Choice,
  quotes: readonly Quote[],
  framework: Framework,
  themes: readonly Theme[],
): readonly Section[] {
  const byId = new Map(themes.map(theme => [theme.id, theme]));
  const ofTheme = quotesByTheme(quotes);
  const section = (outcome: Outcome | null, theme: Theme): Section => ({
    key: `${outcome?.id ?? 'none'} ${theme.id}`,
    outcome,
    theme,
    quotes: ofTheme.get(theme.name) ?? [],
  });
  const under = (outcome: Outcome) =>
    outcome.themes.flatMap(id => {
      const theme = byId.get(id);
      return theme ? [section(outcome, theme)] : [];
    });
  const outcomes = new Map(framework.outcomes.map(outcome => [outcome.id, outcome]));
  if (choice.of === 'theme') {
    const theme = byId.get(choice.theme);
    const outcome = choice.under === null ? null : (outcomes.get(choice.under) ?? null);
    return theme ? filled([{ ...section(outcome, theme), quotes }]) : [];
  }
  if (choice.of === 'outcome') {
    const outcome = outcomes.get(choice.outcome);
    return outcome ? filled(under(outcome)) : [];
  }
  const unplaced = themes.filter(theme => theme.outcomes.length === 0).map(theme => section(null, theme));
  const alone = quotes.filter(quote => quote.themes.length === 0);
  return filled([
    ...framework.outcomes.flatMap(under),
    ...unplaced,
    { key: 'no theme', outcome: null, theme: null, quotes: alone },
  ]);
}

/** Quotes by the names of their themes; names are unique in a study. */
export function quotesByTheme(quotes: readonly Quote[]): ReadonlyMap<string, readonly Quote[]> {
  const groups = new Map<string, Quote[]>();
  for (const quote of quotes) {
    for (const theme of quote.themes) {
      const list = groups.get(theme);
      if (list) list.push(quote);
      else groups.set(theme, [quote]);
    }
  }
  return groups;
}

const filled = (sections: readonly Section[]) => sections.filter(section => section.quotes.length > 0);
