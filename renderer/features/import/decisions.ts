import type { InputOf } from '../../../shared/api/methods.ts';
import type { PreviewItem } from '../../../shared/api/outputs.ts';
import type { SpeakerDecision } from '../../../shared/model/draft.ts';
import type { SourceFacts } from '../../../shared/model/entities.ts';
import { attribute } from '../../../shared/text/attribution.ts';

/** A file in the preview with what the person decided about it so far. */
export type Decided = {
  readonly item: PreviewItem;
  readonly include: boolean;
  readonly facts: SourceFacts;
  readonly speakers: readonly SpeakerDecision[];
};

/** A file as it was detected: taken in, unless it was rejected or is in the study already. */
export function detected(item: PreviewItem): Decided {
  const { title, kind, group, phase, participant } = item;
  return {
    item,
    include: item.draft !== null && item.duplicateOf === null,
    facts: { title, kind, group, phase, participant },
    speakers: item.speakers.map(({ label, name, role, supportRole }) => ({
      label,
      name,
      role,
      supportRole,
      leaveOut: false,
    })),
  };
}

/** The attribution of its main speaker, as it will be printed. */
export const printedAs = ({ facts }: Decided): string => attribute(facts, null);

/** What stops a file from being taken in; null if nothing does. */
export function blocker({ item, facts, speakers }: Decided): string | null {
  if (item.error) return item.error.message;
  if (facts.title.trim() === '') return 'It needs a title.';
  if (
    speakers.length > 0 &&
    speakers.every(speaker => speaker.leaveOut) &&
    item.firstTurns.every(turn => turn.speaker !== null)
  )
    return 'Every speaker is left out.';
  if (speakers.some(speaker => speaker.name.trim() === '')) return 'A speaker needs a name.';
  return null;
}

export function toCommit(decided: readonly Decided[], study: string): InputOf<'import.commit'> {
  return {
    study,
    items: decided.flatMap(({ item, include, facts, speakers }) =>
      include && item.draft !== null ? [{ draft: item.draft, facts, speakers: [...speakers] }] : [],
    ),
  };
}
