import type { SourceFacts, Speaker } from '../model/entities.ts';
import { attributionRules } from './attributionRules.ts';

type Named = Pick<Speaker, 'name' | 'label' | 'role' | 'supportRole'>;
type Facts = Pick<SourceFacts, 'kind' | 'group' | 'phase' | 'participant'>;

/**
 * How words of a source are attributed in print, in the house style: built from what is known, never typed.
 * A phase is printed only where it is known; a second speaker and an interviewer are named after it.
 */
export function attribute(source: Facts, speaker: Named | null): string {
  const rule = attributionRules.find(one => one.applies(source));
  const form = (rule?.form ?? '').replace(/\{(group|participant)\}/g, (_, field: string) =>
    field === 'group' ? (source.group ?? '') : (source.participant ?? ''),
  );
  const phase = source.phase === null ? '' : ` phase ${source.phase}`;
  const aside = asideOf(speaker);
  return `${form}${phase}${aside === null ? '' : ` (${aside})`}`;
}

/** What has to be said where the words are not the participant's own: "Interviewer", "Mentor supporting"; else null. */
export function asideOf(speaker: Named | null): string | null {
  if (speaker?.role === 'interviewer') return 'Interviewer';
  if (speaker?.role === 'supporter') return `${speaker.supportRole ?? 'Second speaker'} supporting`;
  return null;
}
