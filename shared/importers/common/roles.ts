import type { SpeakerRole } from '../../model/kinds.ts';

/** Labels of those who ask. By form alone: nobody is made an interviewer by a guess. */
const asks = /^(?:i|q|int|f|interviewer|researcher|moderator|facilitator)(?:[ .]?\d{1,2})?(?:\s*\(.*\))?$/i;
const asksInBrackets = /\((?:interviewer|facilitator|moderator|researcher)\)$/i;
const supports = /^(.+?)\s*\(supporting\b.*\)$/i;

/** What a label says its speaker is: "Facilitator" asks; "Mentor (supporting CYP4)" sits in as a mentor; all others take part. */
export function roleOf(label: string): { readonly role: SpeakerRole; readonly supportRole: string | null } {
  const supporter = supports.exec(label);
  if (supporter?.[1]) return { role: 'supporter', supportRole: supporter[1] };
  return { role: asks.test(label) || asksInBrackets.test(label) ? 'interviewer' : 'participant', supportRole: null };
}
