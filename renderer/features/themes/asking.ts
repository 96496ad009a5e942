import type { Code, Theme } from '../../../shared/model/entities.ts';
import type { OutcomeId, ThemeId } from '../../../shared/model/ids.ts';
import type { ThemeStatus } from '../../../shared/model/kinds.ts';

/** A question that is asked in a dialog. Themes and outcomes go by id, so that the dialog shows them as they are by now. */
export type Asking =
  | { readonly kind: 'new theme'; readonly codes: readonly Code[]; readonly status: ThemeStatus }
  | { readonly kind: 'theme of codes'; readonly codes: readonly Code[] }
  | { readonly kind: 'codes of theme'; readonly theme: ThemeId }
  | { readonly kind: 'outcomes of theme'; readonly theme: ThemeId }
  | { readonly kind: 'status of theme'; readonly theme: ThemeId }
  | { readonly kind: 'themes of outcome'; readonly outcome: OutcomeId };

/** The question behind N: a new theme, of these codes or of none yet. */
export const newThemeOf = (codes: readonly Code[] = [], status: ThemeStatus = 'candidate'): Asking => ({
  kind: 'new theme',
  codes,
  status,
});

/** What a theme is asked about by a key or from its menu. */
export const askAbout = (
  kind: 'codes of theme' | 'outcomes of theme' | 'status of theme',
  theme: Pick<Theme, 'id'>,
): Asking => ({ kind, theme: theme.id });
