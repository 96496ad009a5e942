import type { Span } from '../../model/entities.ts';
import type { CodeId, CoderId, EntryId, OutcomeId, SourceId, ThemeId } from '../../model/ids.ts';
import type { ThemeStatus } from '../../model/kinds.ts';
import type { MarkId, Stance, Verdict, VerdictId } from '../../model/themes.ts';
import type { Exported, Extract } from '../outputs.ts';

/** A picture of the map. `unset`: letters in it that its fonts lack, for which it shows boxes; '' in a format that leaves letters to where it is read. */
export type ExportedMap = Exported & { readonly unset: string };

/** What one step asks for. `text` says it in plain words: "A verdict on each extract: 12 of 40". */
export type Ask = {
  readonly what: 'extracts' | 'verdicts' | 'name' | 'concept' | 'scope' | 'isNot';
  readonly met: boolean;
  readonly text: string;
};

/** What a theme has for each step from candidate on. A step that is not `ready` can be taken with a reason. */
export type Readiness = {
  readonly theme: ThemeId;
  /** Level 1: extracts with a verdict, of all. */
  readonly done: number;
  readonly total: number;
  readonly steps: readonly {
    readonly status: Exclude<ThemeStatus, 'candidate'>;
    readonly ready: boolean;
    readonly asks: readonly Ask[];
  }[];
};

/** An extract that was marked for or against a theme. `coded`: it carries a code of the theme. */
export type ThemeMark = Extract & {
  readonly mark: MarkId;
  readonly stance: Stance;
  readonly coded: boolean;
  readonly coder: CoderId;
  /** ISO 8601, UTC. */
  readonly at: string;
};

export type GivenVerdict = {
  readonly id: VerdictId;
  readonly verdict: Verdict;
  readonly toTheme: ThemeId | null;
  readonly note: string;
  readonly coder: CoderId;
  readonly coderName: string;
  /** ISO 8601, UTC. */
  readonly at: string;
};

/** An extract with at most 120 UTF-16 units either side and all verdicts on it, newest first. */
export type ReviewItem = Extract & {
  readonly before: string;
  readonly after: string;
  readonly stance: Stance | null;
  readonly verdicts: readonly GivenVerdict[];
};

/** Level 1 of a theme, in source order. `past`: verdicts on words that are no longer among its extracts. */
export type ThemeReview = {
  readonly theme: ThemeId;
  readonly done: number;
  readonly total: number;
  readonly items: readonly ReviewItem[];
  readonly past: readonly (GivenVerdict & Span & { readonly source: SourceId; readonly quoted: string })[];
};

/** Level 2: a theme against the whole data set. */
export type ThemeAgainst = {
  readonly theme: ThemeId;
  /** Sources without an extract of the theme, in source order. */
  readonly absent: readonly SourceId[];
  /** Groups by phase: how many of their sources speak to the theme. '' and null where not known. */
  readonly groups: readonly {
    readonly group: string;
    readonly phase: number | null;
    readonly sources: number;
    readonly speaking: number;
  }[];
  /**
   * Other themes that stand on the same words, strongest first. `share`: how much of this theme's words the other has too, `ofOther`: how much of the other's words this one has; 0 to 1.
   * `extracts`: extracts of this theme with words of the other.
   */
  readonly overlap: readonly {
    readonly theme: ThemeId;
    readonly extracts: number;
    readonly share: number;
    readonly ofOther: number;
  }[];
  /** Words to look for, taken from the theme's name and codes. */
  readonly suggested: readonly string[];
  /** Words found by `words` that the theme does not hold, in source order; interviewers left out. `total` counts those past the limit too. */
  readonly candidates: { readonly total: number; readonly extracts: readonly Extract[] };
};

/** One entry of a theme's history. Acts that were undone are left out. */
export type ThemeHistoryEntry = {
  readonly id: EntryId;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly coder: string;
  readonly command: string;
  readonly summary: string;
  readonly reason: string | null;
  readonly name: { readonly before: string | null; readonly after: string | null } | null;
  readonly status: { readonly before: ThemeStatus; readonly after: ThemeStatus } | null;
  /** Names of codes as they are now, or as the journal last knew them. */
  readonly codesAdded: readonly string[];
  readonly codesRemoved: readonly string[];
};

/** A quote straight under an outcome. */
export type OutcomeQuote = Extract & { readonly id: string; readonly reason: string | null };

/** What stands under an entry of a framework. Words of interviewers are left out. */
export type OutcomeCoverage = {
  readonly outcome: OutcomeId;
  readonly themes: readonly ThemeId[];
  /** Distinct extracts of its themes. */
  readonly extracts: number;
  readonly sources: readonly SourceId[];
  readonly participants: number;
  /** Quotes straight under it. */
  readonly quotes: number;
  /** Extracts by group and phase, none left out: one for each of `Coverage.columns`. */
  readonly cells: readonly number[];
};
export type Coverage = {
  readonly columns: readonly {
    readonly group: string | null;
    readonly phase: number | null;
    readonly sources: number;
  }[];
  readonly outcomes: readonly OutcomeCoverage[];
  /** Themes under none of these outcomes. */
  readonly unplaced: readonly ThemeId[];
};

/** A row of an imported table of themes: contract of the command line. `message` says what was changed or why the row was left out; '' where nothing is to be said. */
export type ThemeRowReport = {
  readonly row: number;
  readonly name: string;
  readonly status: 'made' | 'changed' | 'same' | 'rejected';
  readonly message: string;
};

export type SplitPart = { readonly name: string; readonly codes: readonly CodeId[] };
