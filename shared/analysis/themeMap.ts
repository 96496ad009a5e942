import type { Code, Framework, Theme } from '../model/entities.ts';
import type { CodeId, OutcomeId, ThemeId } from '../model/ids.ts';
import type { ThemeMap } from '../model/themeMap.ts';

/** Distinct extracts under each code, theme and outcome, and the sources under each theme. Extracts of interviewers are left out; an extract with two codes of one theme counts once for the theme. */
export type MapWeights = {
  readonly codes: ReadonlyMap<CodeId, { readonly extracts: number }>;
  readonly themes: ReadonlyMap<ThemeId, { readonly extracts: number; readonly sources: readonly unknown[] }>;
  readonly outcomes: ReadonlyMap<OutcomeId, { readonly extracts: number }>;
};

/** The theme map of a study. A link weighs the distinct extracts it carries. Codes in no theme are left out; outcomes without a theme stay. */
export function themeMapOf(
  title: string,
  study: {
    readonly framework: Framework;
    readonly themes: readonly Pick<Theme, 'id' | 'name' | 'status' | 'codes' | 'outcomes'>[];
    readonly codes: readonly Pick<Code, 'id' | 'name'>[];
    readonly weights: MapWeights;
  },
): ThemeMap {
  const { framework, themes, codes, weights } = study;
  const ofCode = (code: CodeId) => weights.codes.get(code)?.extracts ?? 0;
  const ofTheme = (theme: ThemeId) => weights.themes.get(theme)?.extracts ?? 0;
  const used = new Set(themes.flatMap(theme => theme.codes));
  return {
    title,
    outcomes: framework.outcomes.map(outcome => ({
      id: outcome.id,
      number: outcome.number,
      title: outcome.title,
      extracts: weights.outcomes.get(outcome.id)?.extracts ?? 0,
      themes: outcome.themes.length,
    })),
    themes: themes.map(({ id, name, status }) => ({
      id,
      name,
      status,
      extracts: ofTheme(id),
      sources: weights.themes.get(id)?.sources.length ?? 0,
    })),
    codes: codes.filter(code => used.has(code.id)).map(({ id, name }) => ({ id, name, extracts: ofCode(id) })),
    codeLinks: themes.flatMap(theme => theme.codes.map(code => ({ code, theme: theme.id, extracts: ofCode(code) }))),
    outcomeLinks: framework.outcomes.flatMap(outcome =>
      outcome.themes.map(theme => ({ theme, outcome: outcome.id, extracts: ofTheme(theme) })),
    ),
  };
}
