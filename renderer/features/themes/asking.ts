import type { Code, Theme } from '../../../shared/model/entities.ts';
import type { FrameworkId, OutcomeId, ThemeId } from '../../../shared/model/ids.ts';
import type { ThemeStatus } from '../../../shared/model/kinds.ts';
import type { AdviceKind, Relation } from '../../../shared/model/themes.ts';
import type { Arranging } from './boardActs.ts';

/** What is asked about one theme alone. */
export type ThemeQuestion =
  | 'codes of theme'
  | 'outcomes of theme'
  | 'status of theme'
  | 'parent of theme'
  | 'merge'
  | 'split'
  | 'discard'
  | 'memo'
  | 'relation';

/** What holds for all picked cards at once. */
export const ofSeveral: ReadonlySet<ThemeQuestion> = new Set([
  'outcomes of theme',
  'status of theme',
  'parent of theme',
  'merge',
]);

/** A question that is asked in a dialog. Themes and outcomes go by id, so that the dialog shows them as they are by now. */
export type Asking =
  | {
      readonly kind: 'new theme';
      readonly codes: readonly Code[];
      readonly status: ThemeStatus;
      /** The theme that the codes leave; null: they only come in. */
      readonly from: ThemeId | null;
    }
  | { readonly kind: 'theme of codes'; readonly codes: readonly Code[]; readonly from: ThemeId | null }
  | {
      readonly kind: ThemeQuestion;
      readonly theme: ThemeId;
      /** Picked themes that it holds for as well. */
      readonly also: readonly ThemeId[];
    }
  | { readonly kind: 'edit relation'; readonly theme: ThemeId; readonly relation: Relation }
  | { readonly kind: 'themes of outcome'; readonly outcome: OutcomeId }
  | {
      readonly kind: 'reason for step';
      readonly themes: readonly ThemeId[];
      readonly to: Arranging;
      /** What the step asks for and is not there, in plain words. */
      readonly missing: readonly string[];
    }
  | { readonly kind: 'set aside'; readonly theme: ThemeId; readonly advice: AdviceKind; readonly message: string }
  | { readonly kind: 'remove outcome'; readonly outcome: OutcomeId }
  | { readonly kind: 'add framework' }
  | { readonly kind: 'edit framework'; readonly framework: FrameworkId }
  | { readonly kind: 'remove framework'; readonly framework: FrameworkId }
  | { readonly kind: 'outcome of quote'; readonly extract: string; readonly text: string };

/** The question behind N: a new theme, of these codes or of none yet. */
export const newThemeOf = (
  codes: readonly Code[] = [],
  status: ThemeStatus = 'candidate',
  from: ThemeId | null = null,
): Asking => ({ kind: 'new theme', codes, status, from });

/** Into which theme codes go, out of another one or besides those they are in. */
export const themeOf = (codes: readonly Code[], from: ThemeId | null = null): Asking => ({
  kind: 'theme of codes',
  codes,
  from,
});

/** What a theme is asked about by a key or from its menu. */
export const askAbout = (
  kind: ThemeQuestion,
  theme: Pick<Theme, 'id'>,
  also: readonly Pick<Theme, 'id'>[] = [],
): Asking => ({
  kind,
  theme: theme.id,
  also: also.map(one => one.id).filter(id => id !== theme.id),
});
