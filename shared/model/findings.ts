import type { OutcomeId, ThemeId } from './ids.ts';
import type { ProseBlock } from './prose.ts';
import type { CaseStudyId, PrintedQuote, RecommendationId, ReportSnapshot, ReportSource } from './report.ts';

/** A paragraph of the draft, or a quote in its place; `missing` says why a quote that stands in the prose is not printed. */
export type DraftBlock =
  | Exclude<ProseBlock, { readonly kind: 'quote' }>
  | { readonly kind: 'quote'; readonly quote: PrintedQuote }
  | { readonly kind: 'missing'; readonly key: string; readonly why: 'gone' | 'held' };

export type DraftBox = {
  readonly id: CaseStudyId;
  readonly title: string;
  readonly disclaimer: string;
  readonly blocks: readonly DraftBlock[];
};

/** An outcome as the draft names it. */
export type DraftOutcome = {
  readonly id: OutcomeId;
  readonly number: number;
  readonly title: string;
  readonly statement: string;
};

export type DraftTheme = {
  readonly id: ThemeId;
  readonly name: string;
  readonly concept: string;
  readonly definition: string;
  /** Whether it follows the theme that it is a sub-theme of. */
  readonly under: ThemeId | null;
  /** The outcome under which it is told in full, where that is another one; nothing but its concept stands here then. */
  readonly toldUnder: Pick<DraftOutcome, 'number' | 'title'> | null;
  /** Its narrative; empty where none is written. */
  readonly blocks: readonly DraftBlock[];
  /** Quotes that were chosen for it and stand nowhere in its narrative. */
  readonly chosen: readonly PrintedQuote[];
  /** Extracts that stand under it. */
  readonly extracts: number;
  readonly boxes: readonly DraftBox[];
};

/** `outcome` is null for themes under none. */
export type DraftChapter = {
  readonly outcome: DraftOutcome | null;
  readonly straight: readonly DraftBlock[];
  readonly themes: readonly DraftTheme[];
  readonly boxes: readonly DraftBox[];
};

export type DraftRecommendation = {
  readonly id: RecommendationId;
  /** Counted through the report, from 1. */
  readonly number: number;
  readonly blocks: readonly DraftBlock[];
  /** None: nothing found supports it. */
  readonly themes: readonly { readonly id: ThemeId; readonly name: string }[];
};

/** Sources that bear one attribution. */
export type DraftSource = ReportSource & { readonly number: number };

/** The findings in the report's order, ready to be printed or shown. */
export type FindingsDraft = {
  readonly title: string;
  readonly counts: ReportSnapshot['counts'];
  readonly chapters: readonly DraftChapter[];
  /** Boxes of the report as a whole. */
  readonly boxes: readonly DraftBox[];
  readonly recommendations: readonly { readonly addressee: string; readonly items: readonly DraftRecommendation[] }[];
  readonly sources: readonly DraftSource[];
};
