import type { CodeId, OutcomeId, SourceId, ThemeId } from './ids.ts';
import type { ThemeStatus } from './kinds.ts';

/** The three pictures of one theme map: themes and what lies between them, codes into themes into outcomes, themes against who was heard. */
export const mapViews = ['map', 'flow', 'grid'] as const;
export type MapView = (typeof mapViews)[number];

/** Whole thousandths of the drawing area, from its left and its top. */
export type MapPlace = { readonly x: number; readonly y: number };

/** What the map is narrowed to. Each field that is given narrows; null stands for groups and phases not known. */
export type MapFilter = {
  readonly statuses?: readonly ThemeStatus[] | undefined;
  /** Numbers of outcomes: only these, and themes under them. */
  readonly outcomes?: readonly number[] | undefined;
  readonly groups?: readonly (string | null)[] | undefined;
  readonly phases?: readonly (number | null)[] | undefined;
  /** Themes that rest on at least this many sources. */
  readonly least?: number | undefined;
};

/** Extracts of one source; sources without any are left out. */
export type Heard = { readonly source: SourceId; readonly extracts: number };

export type MapTheme = {
  readonly id: ThemeId;
  readonly name: string;
  readonly concept: string;
  readonly status: ThemeStatus;
  readonly extracts: number;
  readonly sources: number;
  readonly heard: readonly Heard[];
  /** Sources that speak against it. */
  readonly against: readonly SourceId[];
  /** Where a hand put it; null leaves it to the layout. */
  readonly place: MapPlace | null;
};

/** The theme map as data: outcomes in report order, themes, codes, relations, and the links with their weight in extracts. Words of interviewers weigh nothing. */
export type ThemeMap = {
  /** The study's. */
  readonly title: string;
  /** The researcher's own sentence over each view, where there is one. */
  readonly titles: Readonly<Partial<Record<MapView, string>>>;
  /** What it is narrowed to, in words; null where it shows everything. */
  readonly filter: string | null;
  readonly outcomes: readonly {
    readonly id: OutcomeId;
    readonly number: number;
    readonly title: string;
    readonly extracts: number;
    readonly themes: number;
  }[];
  readonly themes: readonly MapTheme[];
  readonly codes: readonly { readonly id: CodeId; readonly name: string; readonly extracts: number }[];
  /** `extracts`: distinct extracts of the code in the theme, or of the theme under the outcome. */
  readonly codeLinks: readonly { readonly code: CodeId; readonly theme: ThemeId; readonly extracts: number }[];
  /** In order of weight for each theme; `primary` is the outcome that it answers first, whether or not others are left out. */
  readonly outcomeLinks: readonly {
    readonly theme: ThemeId;
    readonly outcome: OutcomeId;
    readonly extracts: number;
    readonly primary: boolean;
  }[];
  /** What one theme is to another: "leads to", "part of", "opposes", "explains", or words of the team's own. */
  readonly relations: readonly { readonly from: ThemeId; readonly to: ThemeId; readonly kind: string }[];
  /** Everything that was heard, by source in the study's order; `extracts` counts those of any theme shown, each once. */
  readonly sources: readonly {
    readonly id: SourceId;
    readonly title: string;
    readonly group: string | null;
    readonly phase: number | null;
    readonly extracts: number;
  }[];
};
