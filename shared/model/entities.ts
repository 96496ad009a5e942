import type {
  CodeId,
  CoderId,
  CodingId,
  FrameworkId,
  OutcomeId,
  SourceId,
  SpeakerId,
  StudyId,
  ThemeId,
  TurnId,
} from './ids.ts';
import type { CodeKind, SourceFormat, SourceKind, SpeakerRole, ThemeStatus } from './kinds.ts';
import type { Discarded, FrameworkKind, MarkCounts, ThemeLink } from './themes.ts';

/** Half-open range in UTF-16 code units of a source's text. */
export type Span = { readonly start: number; readonly end: number };

export type Coder = { readonly id: CoderId; readonly name: string };

/** What is known of a source besides its words. `phase` is 1, 2, … or null where it is not known. */
export type SourceFacts = {
  readonly title: string;
  readonly kind: SourceKind;
  readonly group: string | null;
  readonly phase: number | null;
  readonly participant: string | null;
};

export type Source = SourceFacts & {
  readonly id: SourceId;
  readonly fileName: string;
  readonly format: SourceFormat;
  /** The attribution of its main speaker in the house style. */
  readonly attribution: string;
  readonly words: number;
  /** Length of the text in UTF-16 code units. */
  readonly characters: number;
  readonly turns: number;
  /** Codings on it, by any coder. */
  readonly codings: number;
  /** ISO 8601, UTC. */
  readonly importedAt: string;
};

export type Speaker = {
  readonly id: SpeakerId;
  /** As it stands in the file. */
  readonly label: string;
  /** As shown; the label unless renamed. */
  readonly name: string;
  readonly role: SpeakerRole;
  /** For a supporter, what they are ("Mentor"); else null. */
  readonly supportRole: string | null;
};

/** One stretch of speech. `start` and `end` bound the spoken words alone, never the label. */
export type Turn = Span & {
  readonly id: TurnId;
  /** From 1. */
  readonly ordinal: number;
  readonly speaker: SpeakerId | null;
  /** Milliseconds from the start of the recording, or null. */
  readonly fromMs: number | null;
  readonly toMs: number | null;
};

export type Coding = Span & {
  readonly id: CodingId;
  readonly source: SourceId;
  readonly code: CodeId;
  readonly coder: CoderId;
  readonly quoted: string;
  /** The team's own number for the extract (Q001), where it was imported with one. */
  readonly ref: string | null;
  readonly note: string | null;
  /** Why it should be looked at again: its words changed when the transcript was mended. */
  readonly review: string | null;
  readonly createdAt: string;
};

/** A source as the reading page needs it. Turns ascend and don't overlap; codings ascend by start, then end. */
export type Transcript = {
  readonly source: Source;
  readonly text: string;
  readonly turns: readonly Turn[];
  readonly speakers: readonly Speaker[];
  readonly codings: readonly Coding[];
};

export type Code = {
  readonly id: CodeId;
  readonly name: string;
  readonly definition: string;
  readonly kind: CodeKind | null;
  /** The code that it stands under, or null at the top of the tree. */
  readonly parent: CodeId | null;
  /** When to use it, when not, and what it looks like: '' where nothing is written. */
  readonly inclusion: string;
  readonly exclusion: string;
  readonly example: string;
  /** 1 to 12: a place in the palette of code hues. */
  readonly hue: number;
  /** Two letters, unique in the study: the sign beside the colour. */
  readonly sigil: string;
  /** Kept with its codings, but no longer offered for coding. */
  readonly retired: boolean;
  /** 1 to 9: the number key that applies it, or null. */
  readonly favourite: number | null;
  /** Distinct stretches of text that carry this very code; those of the codes under it are not added. */
  readonly extracts: number;
  readonly sources: number;
  /** Distinct people who say the words: participants where they are known, else speakers. Interviewers are left out. */
  readonly participants: number;
  readonly themes: readonly ThemeId[];
};

/** Weight of evidence. Interviewer words are left out of all figures. */
export type Evidence = {
  /** Distinct stretches of text. */
  readonly extracts: number;
  readonly sources: readonly SourceId[];
  /** Distinct speakers of those sources. */
  readonly speakers: number;
};

export type Theme = {
  readonly id: ThemeId;
  readonly name: string;
  /** Central organising concept, one sentence. */
  readonly concept: string;
  /** Its scope: what belongs to the theme. */
  readonly definition: string;
  /** What the theme is not. */
  readonly isNot: string;
  /** Markdown. A quote stands in it as `[lead-in](ninefold:extract/KEY)`; see shared/text/quoteLinks.ts. */
  readonly narrative: string;
  readonly status: ThemeStatus;
  /** Why it was given its status although something that the step asks for was missing; else null. */
  readonly statusReason: string | null;
  /** The theme that it is a sub-theme of. */
  readonly parent: ThemeId | null;
  /** Its role in a model: push, pull, entrapment, … */
  readonly role: string | null;
  /** Put aside on the parking place. It counts like any other theme. */
  readonly parked: boolean;
  /** Discarded themes are in no report, map or bundle of quotes, and may be restored. */
  readonly discarded: Discarded | null;
  readonly codes: readonly CodeId[];
  /** Outcomes of the study's main framework in order of weight for this theme: the first is the primary one. */
  readonly outcomes: readonly OutcomeId[];
  /** Its places in all frameworks, by framework, then weight. */
  readonly links: readonly ThemeLink[];
  readonly evidence: ThemeEvidence;
};

/** Weight of a theme's codes, and what was marked for and against it. */
export type ThemeEvidence = Evidence &
  MarkCounts & {
    /** Distinct people: participants where they are known, else speakers. */
    readonly participants: number;
  };

/** An entry of a framework: an outcome, a mechanism, a category. */
export type Outcome = {
  readonly id: OutcomeId;
  readonly number: number;
  readonly title: string;
  /** The full statement, or the definition of an entry of an a-priori framework. */
  readonly statement: string;
  /** Where its definition comes from; '' where nothing is given. */
  readonly citation: string;
  /** Added by the team to a framework of others. */
  readonly own: boolean;
  /** Themes under it, in report order. Discarded ones are left out. */
  readonly themes: readonly ThemeId[];
  /** Quotes that stand straight under it. */
  readonly quotes: number;
};

export type Framework = {
  readonly id: FrameworkId;
  readonly title: string;
  readonly kind: FrameworkKind;
  /** '' where nothing is given. */
  readonly citation: string;
  readonly outcomes: readonly Outcome[];
};

/** An extract with its attribution, as printed and as the command line gives it. Field names are contract. */
export type Quote = {
  /** The team's own number where it has one that is unique in the study; else the coding's id. */
  readonly id: string;
  /** Exactly the words of the source. */
  readonly text: string;
  /** The words to print, with cuts and brackets marked; absent where they are those of the source. */
  readonly printed?: string;
  readonly attribution: string;
  readonly source: string;
  readonly speaker: string;
  readonly group: string | null;
  readonly phase: number | null;
  readonly participant: string | null;
  readonly codes: readonly string[];
  readonly themes: readonly string[];
  readonly outcomes: readonly number[];
  /** UTF-16 code units in the source's text, half-open. */
  readonly start: number;
  readonly end: number;
};

export type StudyCounts = {
  readonly sources: number;
  readonly words: number;
  readonly turns: number;
  readonly participants: number;
  readonly codes: number;
  readonly codings: number;
  readonly themes: number;
  readonly outcomes: number;
};

/** An open study. `handle` names it in every later call of the same host. */
export type StudyInfo = {
  readonly handle: string;
  readonly id: StudyId;
  readonly title: string;
  readonly path: string;
  readonly encrypted: boolean;
  readonly coder: Coder;
  readonly counts: StudyCounts;
};
