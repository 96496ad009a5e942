import type { AttributeId, ParticipantId, SourceId, SpeakerId } from './ids.ts';

/** What the values of an attribute are. Dates are kept as yyyy-mm-dd, numbers with a point, yes-no as "yes" or "no". */
export const attributeKinds = ['text', 'number', 'date', 'choice', 'yes-no'] as const;
export type AttributeKind = (typeof attributeKinds)[number];

/** Something that a team wants to know of each participant: "Months in the programme", "School status". */
export type Attribute = {
  readonly id: AttributeId;
  readonly name: string;
  readonly kind: AttributeKind;
  /** What can be chosen, for a 'choice'; else empty. */
  readonly choices: readonly string[];
};

/** The middle one of three levels of role: staff have no direct contact with young people, practitioners have. The wider one is the group, the precise one the role. */
export const roleKinds = ['staff', 'practitioner'] as const;
export type RoleKind = (typeof roleKinds)[number];

/** Why printing somebody's precise role is of no risk, and who said so. */
export type RoleDecision = {
  readonly reason: string;
  /** Name of the coder; null where they are not known any more. */
  readonly by: string | null;
  /** ISO 8601, UTC. */
  readonly at: string | null;
};

/** A person whose words are data. */
export type Participant = {
  readonly id: ParticipantId;
  readonly label: string;
  readonly group: string | null;
  /** The precise role, which is printed only after a decision. */
  readonly role: string | null;
  readonly roleKind: RoleKind | null;
  /** The decision to print the precise role; null: it is not printed. */
  readonly roleDecision: RoleDecision | null;
  readonly phase: number | null;
  /** By attribute; what is not known is absent. */
  readonly values: Readonly<Record<AttributeId, string>>;
  /** Sources that are theirs as a whole, such as an interview. */
  readonly sources: readonly SourceId[];
  /** Speakers of other sources that are this person. */
  readonly speakers: readonly SpeakerId[];
};

/** What is printed of somebody's role: the precise one where that was decided, else staff or practitioner, else nothing, so that the group stands. */
export function printedRole({
  role,
  roleKind,
  roleDecision,
}: Pick<Participant, 'role' | 'roleKind' | 'roleDecision'>): string | null {
  return roleDecision !== null && role !== null ? role : roleKind;
}

export type People = { readonly participants: readonly Participant[]; readonly attributes: readonly Attribute[] };

export type CheckedValue =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly expected: string };

/** A typed value in the form in which it is kept, or what was expected in its place. Day and month of a date may come as dd/mm/yyyy. */
export function checkValue({ kind, choices }: Pick<Attribute, 'kind' | 'choices'>, typed: string): CheckedValue {
  const words = typed.trim();
  switch (kind) {
    case 'text':
      return { ok: true, value: words };
    case 'number':
      return checkNumber(words);
    case 'date':
      return checkDate(words);
    case 'choice': {
      const choice = choices.find(one => one.toLowerCase() === words.toLowerCase());
      return choice === undefined
        ? { ok: false, expected: `one of ${choices.join(', ') || 'the choices, of which there are none yet'}` }
        : { ok: true, value: choice };
    }
    case 'yes-no':
      if (/^(?:yes|y|true|1)$/i.test(words)) return { ok: true, value: 'yes' };
      if (/^(?:no|n|false|0)$/i.test(words)) return { ok: true, value: 'no' };
      return { ok: false, expected: 'yes or no' };
  }
}

function checkNumber(words: string): CheckedValue {
  const number = /^[+-]?\d+(?:[.,]\d+)?$/.test(words) ? Number(words.replace(',', '.')) : Number.NaN;
  return Number.isFinite(number) ? { ok: true, value: String(number) } : { ok: false, expected: 'a number' };
}

function checkDate(words: string): CheckedValue {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(words);
  const british = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(words);
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : british ? [british[3], british[2], british[1]] : [];
  const value = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  const date = new Date(`${value}T00:00:00Z`);
  const real = year !== undefined && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
  return real ? { ok: true, value } : { ok: false, expected: 'a date such as 31/12/2025' };
}

/** The narrowest kind that all these values fit; 'text' where none does, or where there are none. */
export function kindOfValues(values: readonly string[]): AttributeKind {
  const given = values.map(value => value.trim()).filter(value => value !== '');
  if (given.length === 0) return 'text';
  const fits = (kind: AttributeKind) => given.every(value => checkValue({ kind, choices: [] }, value).ok);
  return (['number', 'yes-no', 'date'] as const).find(fits) ?? 'text';
}
