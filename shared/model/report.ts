import type { Outcome, Source, Theme } from './entities.ts';
import type { Id, OutcomeId, ThemeId } from './ids.ts';
import type { QuoteState } from './preparedQuotes.ts';

export type CaseStudyId = Id<'caseStudy'>;
export type RecommendationId = Id<'recommendation'>;

/** A box of the report. It stands at the end of its theme, else of its outcome, else of the report. */
export type CaseStudy = {
  readonly id: CaseStudyId;
  readonly title: string;
  /** Markdown with quotes in it, as in a theme's narrative. */
  readonly body: string;
  /** Printed under the box: "Names and details have been changed." '' for none. */
  readonly disclaimer: string;
  readonly outcome: OutcomeId | null;
  readonly theme: ThemeId | null;
};

/** What somebody should do. `themes`: what it rests on, without discarded ones; none means that nothing found supports it. */
export type Recommendation = {
  readonly id: RecommendationId;
  /** To whom it speaks; '' where nobody is named. */
  readonly addressee: string;
  /** Markdown. */
  readonly body: string;
  readonly themes: readonly ThemeId[];
};

/** Words as they are printed in a report. */
export type PrintedQuote = {
  /** Key of its extract; see shared/text/quoteLinks.ts. */
  readonly key: string;
  readonly words: string;
  readonly attribution: string;
  /** What leads in to it; '' for nothing. */
  readonly leadIn: string;
  /** Null where it was never made ready for print. */
  readonly state: QuoteState | null;
  readonly vivid: boolean;
};

export type ReportTheme = Pick<
  Theme,
  | 'id'
  | 'name'
  | 'concept'
  | 'definition'
  | 'isNot'
  | 'narrative'
  | 'status'
  | 'role'
  | 'parent'
  | 'parked'
  | 'outcomes'
> & {
  /** Names of its codes, in its own order. */
  readonly codes: readonly string[];
  readonly evidence: {
    readonly extracts: number;
    readonly sources: number;
    readonly participants: number;
  };
  /** Keys of its extracts, those in an order by hand first, then in report order, whether marked or not; words of interviewers are left out. */
  readonly extracts: readonly string[];
  /** Keys of extracts that speak against it, and of those it holds for only under conditions, in source order. */
  readonly contrary: readonly string[];
  readonly qualifies: readonly string[];
};

export type ReportRelation = {
  readonly from: ThemeId;
  readonly to: ThemeId;
  readonly kind: string;
  readonly note: string;
};

/** A source as a report lists it. Its file's name and title are left out: they may name somebody. */
export type ReportSource = Pick<Source, 'kind' | 'group' | 'phase' | 'attribution'>;

/** All that a report is made of, read at one moment, so that its parts agree. */
export type ReportSnapshot = {
  readonly title: string;
  readonly counts: {
    readonly sources: number;
    /** Those known by a number or name of their own. */
    readonly participants: number;
    /** Participants by group, largest first; '' for those of no group. */
    readonly groups: readonly { readonly group: string; readonly participants: number }[];
    /** People who speak in sources without a participant of their own (focus groups). */
    readonly speakers: number;
  };
  readonly outcomes: readonly (Pick<Outcome, 'id' | 'number' | 'title' | 'statement' | 'themes'> & {
    /** Keys of quotes straight under it, in their order. */
    readonly straight: readonly string[];
  })[];
  /** Themes in use, in board order. */
  readonly themes: readonly ReportTheme[];
  readonly relations: readonly ReportRelation[];
  /** Every quote that a theme, an outcome, a narrative or a box names, by key. One whose source is gone is not there. */
  readonly quotes: ReadonlyMap<string, PrintedQuote>;
  readonly caseStudies: readonly CaseStudy[];
  readonly recommendations: readonly Recommendation[];
  readonly sources: readonly ReportSource[];
};
