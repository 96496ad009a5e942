import type { Code, Framework, Theme } from '../model/entities.ts';
import type { CodeId, ThemeId } from '../model/ids.ts';
import type { ThemeMap } from '../model/themeMap.ts';

/** An extract as the map weighs it. Extracts of interviewers are left out before. */
export type WeighedExtract = { readonly source: string; readonly codes: readonly CodeId[] };

/**
 * The theme map of a study. A link weighs the distinct extracts it carries; an extract with two codes of one theme counts once for the theme.
 * Codes in no theme are left out; outcomes without a theme stay.
 */
export function themeMapOf(
  title: string,
  study: {
    readonly framework: Framework;
    readonly themes: readonly Pick<Theme, 'id' | 'name' | 'status' | 'codes' | 'outcomes'>[];
    readonly codes: readonly Pick<Code, 'id' | 'name'>[];
    readonly extracts: readonly WeighedExtract[];
  },
): ThemeMap {
  const { framework, themes, codes, extracts } = study;
  const byCode = new Map<CodeId, Set<WeighedExtract>>();
  for (const extract of extracts) {
    for (const code of extract.codes) byCode.set(code, (byCode.get(code) ?? new Set()).add(extract));
  }
  const ofTheme = new Map<ThemeId, ReadonlySet<WeighedExtract>>(
    themes.map(theme => [theme.id, new Set(theme.codes.flatMap(code => [...(byCode.get(code) ?? [])]))]),
  );
  const extractsOf = (theme: ThemeId) => ofTheme.get(theme) ?? new Set();
  const used = new Set(themes.flatMap(theme => theme.codes));
  return {
    title,
    outcomes: framework.outcomes.map(outcome => ({
      id: outcome.id,
      number: outcome.number,
      title: outcome.title,
      extracts: new Set(outcome.themes.flatMap(theme => [...extractsOf(theme)])).size,
      themes: outcome.themes.length,
    })),
    themes: themes.map(({ id, name, status }) => ({
      id,
      name,
      status,
      extracts: extractsOf(id).size,
      sources: new Set([...extractsOf(id)].map(extract => extract.source)).size,
    })),
    codes: codes
      .filter(code => used.has(code.id))
      .map(({ id, name }) => ({ id, name, extracts: byCode.get(id)?.size ?? 0 })),
    codeLinks: themes.flatMap(theme =>
      theme.codes.map(code => ({ code, theme: theme.id, extracts: byCode.get(code)?.size ?? 0 })),
    ),
    outcomeLinks: framework.outcomes.flatMap(outcome =>
      outcome.themes.map(theme => ({ theme, outcome: outcome.id, extracts: extractsOf(theme).size })),
    ),
  };
}
