import type { CodeId, OutcomeId, ThemeId } from './ids.ts';
import type { ThemeStatus } from './kinds.ts';

/** The theme map as data: outcomes in report order, themes, codes, and the links with their weight in extracts. */
export type ThemeMap = {
  readonly title: string;
  readonly outcomes: readonly {
    readonly id: OutcomeId;
    readonly number: number;
    readonly title: string;
    readonly extracts: number;
    readonly themes: number;
  }[];
  readonly themes: readonly {
    readonly id: ThemeId;
    readonly name: string;
    readonly status: ThemeStatus;
    readonly extracts: number;
    readonly sources: number;
  }[];
  readonly codes: readonly { readonly id: CodeId; readonly name: string; readonly extracts: number }[];
  /** `extracts`: distinct extracts of the code in the theme, or of the theme under the outcome. */
  readonly codeLinks: readonly { readonly code: CodeId; readonly theme: ThemeId; readonly extracts: number }[];
  readonly outcomeLinks: readonly { readonly theme: ThemeId; readonly outcome: OutcomeId; readonly extracts: number }[];
};
