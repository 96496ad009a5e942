import type { Span } from './entities.ts';
import type { BracketId, ReplacementId, SourceId } from './ids.ts';

/** What kind of thing is replaced. */
export const replacementKinds = ['person', 'place', 'school', 'organisation', 'date', 'contact', 'other'] as const;
export type ReplacementKind = (typeof replacementKinds)[number];

/** What is printed in the place of one thing that identifies. One thing has one label, everywhere. */
export type Replacement = {
  readonly id: ReplacementId;
  /** With its brackets: `[mentor]`. */
  readonly label: string;
  readonly kind: ReplacementKind;
  readonly note: string;
  /** Places in sources where it stands now. */
  readonly uses: number;
  /** The words it stands for; null while the key is closed. */
  readonly terms: readonly string[] | null;
};

/**
 * What a bracket in a transcript is: a redaction that replaces words that identify, a gloss that explains the words before it ("they [CYP]"), a word supplied by the editor,
 * a mark of the transcriber ("[pause]"), a code put into a quote ("[CYP2]"), or a cut ("[…]").
 */
export const bracketKinds = ['redaction', 'gloss', 'supplied', 'mark', 'code', 'cut'] as const;
export type BracketKind = (typeof bracketKinds)[number];

/** A bracket of a text. `start` and `end` take in both brackets. */
export type Bracket = Span & {
  /** Null where nobody has said what it is: its kind is a guess by rule. */
  readonly id: BracketId | null;
  readonly words: string;
  readonly kind: BracketKind;
  /** For a redaction that was made here. */
  readonly replacement: ReplacementId | null;
};

/** How words were found to be those of the table: the very words, with a possessive, in other capitals, or by a near spelling. Whether they are sure is said apart: an everyday word may be a name. */
export const matchKinds = ['exact', 'possessive', 'case', 'near'] as const;
export type MatchKind = (typeof matchKinds)[number];

/** Words of a text that may be those of a term. Units as in Span; the possessive's ending is not part of it. */
export type Occurrence = Span & {
  /** Index of the term in the list that was looked for. */
  readonly term: number;
  readonly found: string;
  readonly how: MatchKind;
  /** Whether it should be replaced unless somebody says otherwise. */
  readonly sure: boolean;
};

/** Words that may identify somebody, and why they are shown. Found on this machine alone. */
export type NameSuggestion = {
  readonly kind: ReplacementKind;
  readonly words: string;
  /** In plain words: "follows “my mentor”", "looks like a postcode". */
  readonly reason: string;
  /** 0 to 1: suggestions are shown by it, best first. */
  readonly weight: number;
  readonly places: readonly (Span & { readonly source: SourceId })[];
};

/** Who read a source for names, and whether its text is still the one that was read. */
export type NameCheck = {
  readonly source: SourceId;
  readonly by: string | null;
  /** ISO 8601, UTC. */
  readonly at: string | null;
  readonly current: boolean;
};

/** Whether the originals are at hand. `none`: no key was made; `closed`: there is one, but it needs its passphrase. */
export type KeyState = {
  readonly state: 'none' | 'closed' | 'open';
  /** Where the key is, or was looked for. */
  readonly path: string;
  /** Labels of the study of which the open key does not know the words, though it was meant to: 0 unless a part of the key was lost, or it is an old copy. */
  readonly wordless: number;
  /** Files beside the study that may still hold words that were replaced: backups. */
  readonly backups: readonly string[];
};
