import type { CoderId, Id, OutcomeId, SourceId, ThemeId } from './ids.ts';

export type RelationId = Id<'relation'>;
export type MarkId = Id<'mark'>;
export type VerdictId = Id<'verdict'>;

/** How an extract stands to a theme: it bears it out, holds only under conditions, or speaks against it. */
export const stances = ['supports', 'qualifies', 'contrary'] as const;
export type Stance = (typeof stances)[number];

/** What a reviewer says of one extract of a theme. */
export const verdicts = ['fits', 'doubtful', 'move', 'contrary'] as const;
export type Verdict = (typeof verdicts)[number];

/** What a framework is: outcomes that the evaluation must answer, a framework brought from elsewhere, or categories of the team's own. */
export const frameworkKinds = ['outcomes', 'a-priori', 'own'] as const;
export type FrameworkKind = (typeof frameworkKinds)[number];

/** Kinds of relation that are offered; a team may use words of its own. */
export const relationKinds = ['leads to', 'part of', 'opposes', 'explains'] as const;

/** A typed, directed relation: "from leads to to". */
export type Relation = {
  readonly id: RelationId;
  readonly from: ThemeId;
  readonly to: ThemeId;
  readonly kind: string;
  readonly note: string;
};

/** A theme's place under an entry of a framework, in order of weight within that framework. */
export type ThemeLink = {
  readonly outcome: OutcomeId;
  /** The first by weight in its framework; all others are secondary. */
  readonly primary: boolean;
  readonly reason: string | null;
};

/** Why a theme is no longer used. `into`: the theme it was merged into. */
export type Discarded = {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly reason: string;
  readonly into: ThemeId | null;
};

/** What stands under a theme besides the weight of its codes: extracts that were marked. */
export type MarkCounts = {
  readonly supports: number;
  readonly qualifies: number;
  readonly contrary: number;
  /** Sources of the contrary extracts. */
  readonly against: readonly SourceId[];
};

/** What advice is about. */
export const adviceKinds = [
  'outcome-name',
  'question-name',
  'one-voice',
  'one-source',
  'interviewer-only',
  'no-extracts',
  'no-contrary',
  'no-outcome',
] as const;
export type AdviceKind = (typeof adviceKinds)[number];

/** Something to think about, never an error. `dismissed` says who set it aside and why. */
export type Advice = {
  readonly kind: AdviceKind;
  readonly theme: ThemeId;
  readonly message: string;
  readonly dismissed: {
    readonly reason: string;
    readonly coder: CoderId;
    readonly coderName: string;
    /** ISO 8601, UTC. */
    readonly at: string;
  } | null;
};
