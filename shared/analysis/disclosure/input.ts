import type { Span } from '../../model/entities.ts';
import type { AttributeId, ParticipantId, SourceId, SpeakerId } from '../../model/ids.ts';
import type { SourceKind, SpeakerRole } from '../../model/kinds.ts';
import type { Attribute } from '../../model/people.ts';

/** A quote as it would be printed, with what is known of it. */
export type DisclosureQuote = Span & {
  readonly id: string;
  /** Stays the same while the text around it changes: its first coding, else its place. */
  readonly identity: string;
  /** Null where its source is not in the study. */
  readonly source: SourceId | null;
  readonly file: string;
  /** The words that the bundle gives as those of the source. */
  readonly text: string;
  /** The words that stand in the source at its place; null where there is no such place. */
  readonly inText: string | null;
  /** Places in its source whose words are printed with it: its own, the passage it was made ready from, and those around it. */
  readonly places: readonly Span[];
  /** What is printed: `text`, or the words made ready. */
  readonly printed: string;
  readonly leadIn: string;
  /** Why the printed words are not those of the passage with cuts, brackets and replacements marked; null where they are. */
  readonly fault: string | null;
  readonly label: string;
  readonly speaker: SpeakerId | null;
  readonly speakerName: string;
  /** The participant of the speaker, else the speaker. */
  readonly person: string | null;
  readonly role: SpeakerRole | null;
  readonly supportRole: string | null;
  /** Label of the participant whose source it is. */
  readonly participant: string | null;
  readonly group: string | null;
  readonly phase: number | null;
  readonly themes: readonly string[];
};

/** A speaker of a source who is no interviewer, and the label that their words would bear. */
export type DisclosureVoice = {
  readonly source: SourceId;
  readonly speaker: SpeakerId;
  readonly person: string;
  readonly label: string;
};

export type DisclosureSource = {
  readonly id: SourceId;
  readonly kind: SourceKind;
  /** People that the head of its file speaks of, with its words; null where it says nothing. */
  readonly headCount: { readonly people: number; readonly words: string } | null;
};

export type DisclosurePerson = {
  readonly id: ParticipantId;
  readonly label: string;
  readonly group: string | null;
  readonly phase: number | null;
  readonly role: string | null;
  /** Whether printing the precise role was decided to be of no risk. */
  readonly roleDecided: boolean;
  readonly values: Readonly<Record<AttributeId, string>>;
};

export type DisclosureMark = Span & {
  readonly id: string;
  readonly source: SourceId;
  readonly kind: string;
  readonly agreed: 'no' | 'same-coder' | 'other-coder';
};

/** Words that are printed besides quotes. `where` is for people; `owner` tells whose they are (table, id, column) and stays the same while other things come and go. */
export type PrintedProse = { readonly where: string; readonly text: string; readonly owner: string };

/** All that the check reads. */
export type DisclosureInput = {
  readonly quotes: readonly DisclosureQuote[];
  readonly voices: readonly DisclosureVoice[];
  readonly sources: readonly DisclosureSource[];
  /** Sources that nobody has checked for names as they are now. */
  readonly unchecked: readonly { readonly id: SourceId; readonly title: string }[];
  readonly people: readonly DisclosurePerson[];
  readonly marks: readonly DisclosureMark[];
  readonly prose: readonly PrintedProse[];
  /** All texts that the file is made of, which are looked at where neither quotes nor prose hold them already. */
  readonly rest: readonly PrintedProse[];
  /** Makes a digest of words that tells them apart and, without the study's key, tells nothing of them. */
  readonly seal: (words: string) => string;
  /** Words that must not be printed; null where they are not known because the key is closed. */
  readonly terms: readonly string[] | null;
  /** Attributes that are printed beside quotes. */
  readonly attributes: readonly Pick<Attribute, 'id' | 'name'>[];
  /** Whether precise roles are printed in a column of their own. */
  readonly printsRoles: boolean;
  readonly least: number;
};
