import type { Span } from './entities.ts';
import type { Id, ParticipantId, SourceId } from './ids.ts';

export type SensitiveId = Id<'sensitive'>;

/** Blocking: no file is written until it is settled or accepted with a reason. Advice: shown before an export, which goes on. */
export const findingLevels = ['blocking', 'advice'] as const;
export type FindingLevel = (typeof findingLevels)[number];

/** What the disclosure check looks for, in the order in which it is told, each with its level. */
export const findingLevelOf = {
  'leftover-name': 'blocking',
  'no-source': 'blocking',
  'words-differ': 'blocking',
  sensitive: 'blocking',
  'shared-label': 'blocking',
  'same-coder': 'advice',
  'near-name': 'advice',
  'likely-name': 'advice',
  'unchecked-source': 'advice',
  'unknown-source': 'advice',
  'small-label': 'advice',
  'uncounted-label': 'advice',
  'long-story': 'advice',
  'rare-combination': 'advice',
  'gender-speaker': 'advice',
  'gender-other': 'advice',
  'precise-role': 'advice',
} as const satisfies Readonly<Record<string, FindingLevel>>;
export type FindingKind = keyof typeof findingLevelOf;

export const findingKinds = Object.keys(findingLevelOf) as readonly FindingKind[];

/** Whether a string can be the key of a finding: its kind and 16 hexadecimal digits. */
export function isFindingKey(key: string): boolean {
  const [kind = '', rest = ''] = key.split(':');
  return Object.hasOwn(findingLevelOf, kind) && /^[0-9a-f]{16}$/.test(rest);
}

/** A quote that a finding is about. `source` is null where its source is not in the study. */
export type FoundQuote = Span & {
  /** As the bundle gives it: the team's own number, else a coding's id. */
  readonly id: string;
  readonly source: SourceId | null;
  readonly file: string;
  readonly label: string;
  readonly themes: readonly string[];
};

/** Where a finding is. */
export type FindingPlace = {
  readonly quotes: readonly FoundQuote[];
  /** The very words in a source, where the finding is about some of them. */
  readonly words: (Span & { readonly source: SourceId }) | null;
  /** The label that is printed, where the finding is about one. */
  readonly label: string | null;
  /** People of the study whom it is about. */
  readonly people: readonly ParticipantId[];
  /** What else is printed, in words, where it is not a quote: "definition of the theme “Trust”". */
  readonly where: string | null;
};

/** Something that the disclosure check found. */
export type Finding = {
  /** The same as long as what was found is the same. Holds no words of the study. */
  readonly key: string;
  readonly level: FindingLevel;
  readonly kind: FindingKind;
  readonly message: string;
  readonly place: FindingPlace;
  readonly remedy: string;
};

/** A finding that the team goes along with, and why. */
export type AcceptedFinding = {
  readonly finding: string;
  readonly reason: string;
  /** Name of the coder. */
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
};

export type CheckedFinding = Finding & { readonly accepted: AcceptedFinding | null };

/** All that the disclosure check says of what would be printed. */
export type DisclosureReport = {
  /** Blocking ones first. */
  readonly findings: readonly CheckedFinding[];
  /** `blocking` and `advice` leave out what is accepted. */
  readonly counts: Readonly<Record<FindingLevel | 'accepted', number>>;
  /** What was looked at. */
  readonly checked: { readonly quotes: number; readonly sources: number; readonly labels: number };
  /** A label, or a combination, that fewer people carry is small. */
  readonly least: number;
  /** What the check can't see, in sentences. */
  readonly unseen: readonly string[];
};

/** Words that need a second yes before they are printed. */
export type SensitiveMark = Span & {
  readonly id: SensitiveId;
  readonly source: SourceId;
  readonly quoted: string;
  /** In the team's own words: "self-harm". */
  readonly kind: string;
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The second yes; null until it is given. `sameCoder`: by the one who marked it. */
  readonly agreed: {
    readonly by: string;
    readonly at: string;
    readonly reason: string;
    readonly sameCoder: boolean;
  } | null;
};

/** Kinds that are offered; a team may write others. */
export const sensitiveKinds = ['self-harm', 'weapons', 'abuse', 'violence', 'drugs', 'crime', 'health'] as const;

/** People whom a label has to be carried by, unless told. */
export const leastPeople = 5;
