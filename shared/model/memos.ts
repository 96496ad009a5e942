import type { Span } from './entities.ts';
import type { CodeId, MemoId, ParticipantId, SourceId, ThemeId, TurnId } from './ids.ts';

/** What a memo is about. A 'journal' entry belongs to the dated reflexive journal and is about the researcher's own thinking. */
export type MemoAbout =
  | { readonly kind: 'study' }
  | { readonly kind: 'journal' }
  | { readonly kind: 'source'; readonly source: SourceId }
  | { readonly kind: 'turn'; readonly source: SourceId; readonly turn: TurnId }
  | ({ readonly kind: 'extract'; readonly source: SourceId } & Span)
  | { readonly kind: 'code'; readonly code: CodeId }
  | { readonly kind: 'theme'; readonly theme: ThemeId }
  | { readonly kind: 'participant'; readonly participant: ParticipantId };

export const memoKinds = ['study', 'journal', 'source', 'turn', 'extract', 'code', 'theme', 'participant'] as const;
export type MemoKind = (typeof memoKinds)[number];

export type Memo = {
  readonly id: MemoId;
  readonly about: MemoAbout;
  /** What it is about, as it is called now: a code's name, "Interview CYP2, turn 14". '' for the study and the journal. */
  readonly aboutName: string;
  /** For a turn or an extract: the words it stands on. */
  readonly quoted: string | null;
  readonly title: string;
  /** Markdown; a link to something of the study is `[words](ninefold:kind/id)`. */
  readonly body: string;
  readonly coder: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly changedAt: string;
};
