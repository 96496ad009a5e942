import type { SourceFacts } from '../model/entities.ts';

type Known = Partial<Pick<SourceFacts, 'kind' | 'group' | 'participant' | 'phase'>>;

const groups: readonly (readonly [RegExp, string])[] = [
  [/\b(?:parents?(?:\s*(?:\/|and|&)?\s*carers?)?|carers?)\b/i, 'Parent/Carer'],
  [/\bprofessionals?\b/i, 'Professional'],
  [/\badvisory (?:group|board)\b/i, 'Advisory Group'],
  [/\bstaff\b/i, 'Staff'],
  [/\b(?:cyp|young (?:people|person))\s*\d*/i, 'CYP'],
];

/** Reads the loose spellings that teams use for a source ("FG Professional phase 2", "Interview CYP 2", "parent-carer-FG-phase-1.txt") back into facts. What is not said is left out. */
export function recogniseAttribution(text: string): Known {
  const plain = text
    .replace(/\.[a-z0-9]{2,5}$/i, '')
    .replace(/[_\-–]+/g, ' ')
    .replace(/\s+/g, ' ');
  const participant = /\b(CYP)\s*(\d{1,3})\b/i.exec(plain);
  const group = participant ? 'CYP' : groups.find(([pattern]) => pattern.test(plain))?.[1];
  const phase =
    /\b(?:phase|wave)\s*(\d{1,2})\b/i.exec(plain)?.[1] ?? /\b(?:FG|focus groups?)\s*(\d{1,2})\b/i.exec(plain)?.[1];
  const kind = kindIn(plain);
  return {
    ...(kind && { kind }),
    ...(group !== undefined && { group }),
    ...(participant && { participant: `CYP${participant[2]}` }),
    ...(phase !== undefined && { phase: Number(phase) }),
  };
}

function kindIn(text: string): SourceFacts['kind'] | null {
  if (/\badvisory (?:group|board)\b/i.test(text)) return 'advisory group';
  if (/\b(?:FG|focus groups?)(?:\d{1,2})?\b/i.test(text)) return 'focus group';
  if (/\binterviews?\b/i.test(text)) return 'interview';
  if (/\be ?mails?\b/i.test(text)) return 'email';
  if (/\bdocument\b/i.test(text)) return 'document';
  return null;
}
