import type { SourceFacts, Span } from './entities.ts';
import type { ErrorEnvelope } from './errors.ts';
import type { SourceFormat, SpeakerRole } from './kinds.ts';

/** Something the researcher should look at before the import is stored. */
export type ImportWarning = { readonly code: string; readonly message: string };

export type DraftSpeaker = {
  /** As it stands in the file; unique within the draft. */
  readonly label: string;
  readonly name: string;
  readonly role: SpeakerRole;
  readonly supportRole: string | null;
  readonly turns: number;
  readonly words: number;
};

/** `speaker` is an index into the draft's speakers, or null for words without a label. Times in milliseconds. */
export type DraftTurn = Span & {
  readonly speaker: number | null;
  readonly fromMs: number | null;
  readonly toMs: number | null;
};

/**
 * A file as it would be stored. `text` holds speech alone (no labels, time codes, cue numbers or metadata): the turns' words
 * joined by one blank line, line ends as \n, no BOM, all other code points as they came. Turns ascend, don't overlap, and cover all of it but the joins.
 */
export type Draft = SourceFacts & {
  readonly format: SourceFormat;
  /** Encoding of a text file ("UTF-8", "UTF-16LE", "Windows-1252"); null for a format that says its own. */
  readonly encoding: string | null;
  readonly text: string;
  readonly turns: readonly DraftTurn[];
  readonly speakers: readonly DraftSpeaker[];
  readonly words: number;
  /** `Key: value` lines found above the speech, as they stand. */
  readonly metadata: readonly (readonly [string, string])[];
  /** What was left out of the text, in plain words ("12 time lines", "SUMMARY KEYWORDS block"). */
  readonly leftOut: readonly string[];
  readonly warnings: readonly ImportWarning[];
};

/** An importer never throws for bad input and never writes. */
export type ImportResult =
  | { readonly ok: true; readonly draft: Draft }
  | { readonly ok: false; readonly error: ErrorEnvelope };

/** What the researcher decided on one speaker label. Speakers with the same `name` become one. `leaveOut` drops the label's turns. */
export type SpeakerDecision = {
  readonly label: string;
  readonly name: string;
  readonly role: SpeakerRole;
  readonly supportRole: string | null;
  readonly leaveOut: boolean;
};
